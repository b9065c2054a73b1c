package cn.yizhen.bench.faults;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no form would send: words where identities belong, files that are not what they say, too much and too little. */
final class Nonsense {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");
    private static final List<String> WORDS = List.of("", " ", "0", "-1", "99999999999999999999", "2026-11-26", "2026-02-30", "0000-00-00", "+999999999-12-31",
            "-999999999-01-01", "true", "null", "undefined", "NaN", "'; drop table act; --", "\" onmouseover=\"x", "<script>alert(1)</script>", "../../../etc/passwd",
            "%00", "\u0000", "\ud800", "欧阳无名氏", "１２３", "𠮷野家", "‮反向", "${7*7}", "#{7*7}", "{{7*7}}", "[]", "{}", "a".repeat(300), "长".repeat(5000), "1e400", "--1",
            "\r\nSet-Cookie: x=1", "12:61", "2026-11-26T25:00", "00000000-0000-0000-0000-000000000000", "yes", "on", "FORM", "branch-life", "branch-assembly",
            "2147483648", "539900", "2026", "1", "12");
    private static final List<String> FILES = List.of("通知.docx", "a.pdf", "../../x.xlsx", "图.png", "a.doc", "a.txt", "");

    private final SplittableRandom random;
    /** Identities of things, from everybody's pages; sent back by everybody else. */
    private final List<String> identities;

    Nonsense(long seed, List<String> identities) {
        this.random = new SplittableRandom(seed);
        this.identities = identities;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** The address with something in each variable; {@code likely}: with identities that exist. */
    String filled(String pattern, boolean likely) {
        return VARIABLE.matcher(pattern.replace("/**", "/x")).replaceAll(_ -> Matcher.quoteReplacement(
                URLEncoder.encode(likely && !identities.isEmpty() ? any(identities) : word(), StandardCharsets.UTF_8).replace("+", "%20")));
    }

    Map<String, String> fields(Route route) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : route.fields()) {
            if (random.nextInt(6) > 0) {
                fields.put(field, field.equals("key") && random.nextInt(8) > 0 ? fresh() : value());
            }
        }
        return fields;
    }

    /** A header holds neither line ends nor letters beyond Latin; no client would send them. */
    String header() {
        return random.nextBoolean() ? fresh() : value().replaceAll("[^\\x20-\\x7E]", "?").strip();
    }

    byte[] json(JsonNode schema) {
        if (random.nextInt(5) == 0) {
            return bytes(400);
        }
        var fields = new LinkedHashMap<String, Object>();
        schema.path("properties").propertyNames().forEach(name -> {
            if (random.nextInt(8) > 0) {
                fields.put(name, thing(schema.at("/properties/" + name), 3));
            }
        });
        if (random.nextInt(10) == 0) {
            fields.put(word(), thing(schema, 3));
        }
        var whole = JsonMapper.shared().writeValueAsBytes(fields);
        return random.nextInt(12) > 0 ? whole : java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
    }

    private Object thing(JsonNode schema, int depth) {
        return switch (random.nextInt(12)) {
            case 0 -> List.of();
            case 1 -> Map.of(value(), depth == 0 ? "" : thing(schema, depth - 1));
            case 2 -> depth == 0 ? List.of(1) : List.of(thing(schema, depth - 1), thing(schema, depth - 1));
            case 3 -> random.nextLong();
            case 4 -> random.nextBoolean();
            case 5, 6 -> value();
            default -> fitting(schema);
        };
    }

    private Object fitting(JsonNode schema) {
        if (schema.path("enum").isArray()) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size())).asString("");
        }
        return switch (schema.path("type").asString("string")) {
            case "integer", "number" -> random.nextInt(-3, 40);
            case "boolean" -> true;
            case "array" -> List.of(value());
            case String _ when schema.path("format").asString("").equals("date") -> "2026-" + (10 + random.nextInt(3)) + "-" + (10 + random.nextInt(22));
            default -> any(List.of("branch-assembly", "theme-day", "会议室", "学习"));
        };
    }

    byte[] multipart(Route route, Map<String, String> fields) {
        var out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> out.writeBytes(("--xYx\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        for (var file : route.files()) {
            out.writeBytes(("--xYx\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"" + any(FILES)
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(file());
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes((random.nextInt(10) > 0 ? "--xYx--\r\n" : "--xY").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private byte[] file() {
        return switch (random.nextInt(5)) {
            case 0 -> "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1);
            case 1 -> "%PDF-1.7\n1 0 obj<</Type/Catalog".getBytes(StandardCharsets.ISO_8859_1);
            case 2 -> new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
            case 3 -> "各乡镇要在12月底前完成清理。".getBytes(StandardCharsets.UTF_8);
            default -> bytes(3000);
        };
    }

    byte[] bytes(int most) {
        var bytes = new byte[random.nextInt(most + 1)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String fresh() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String value() {
        return random.nextInt(3) == 0 && !identities.isEmpty() ? any(identities) : word();
    }

    private String word() {
        return random.nextInt(10) > 0 ? any(WORDS) : new String(bytes(1 + random.nextInt(40)), StandardCharsets.UTF_8);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
