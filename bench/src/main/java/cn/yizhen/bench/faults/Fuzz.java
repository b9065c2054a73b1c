package cn.yizhen.bench.faults;

import cn.yizhen.app.YizhenApplication;
import cn.yizhen.app.access.DemoEntrances;
import cn.yizhen.bench.Figures;
import cn.yizhen.bench.web.Browsing;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends what no form would: every address the program itself declares, as every role and as nobody, with words
 * where identities belong, files that are not what they say, too much and too little. The same seed sends the same.
 */
final class Fuzz {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ENTRAILS = Pattern.compile("\\n\\s+at [\\w.$]+\\(|org\\.springframework\\.|PSQLException|java\\.lang\\.|NullPointerException");
    /** Leaving would end the session that the next inputs are sent in. */
    private static final Set<String> LEFT_OUT = Set.of("/logout", "/error", "/demo/enter");
    private static final int BROWSED = 6;
    private static final int SHOWN = 25;
    /** As EveryDoorTest says who may read a village branch's record; the keeper's department and the audit among them. */
    private static final Set<String> READERS = Set.of("cunzhishu", "wenshu", "zhenshuji", "zuzhiweiyuan", "dangzhengban", "zuzhigu", "shenji");
    private static final List<String> WORDS = List.of("", " ", "0", "-1", "99999999999999999999", "2026-11-26", "2026-02-30", "0000-00-00", "+999999999-12-31",
            "true", "null", "undefined", "NaN", "'; drop table act; --", "\" onmouseover=\"x", "<script>alert(1)</script>", "../../../etc/passwd", "%00", "\u0000",
            "\ud800", "欧阳无名氏", "１２３", "𠮷野家", "‮反向", "${7*7}", "#{7*7}", "{{7*7}}", "[]", "{}", "a".repeat(300), "长".repeat(5000), "1e400", "--1", "\r\nSet-Cookie: x=1",
            "12:61", "2026-11-26T25:00", "00000000-0000-0000-0000-000000000000", "yes", "on", "FORM", "branch-life");

    /** @param probes addresses tried as every role @param leaks words read by whom they are not for, or shown to nobody in particular */
    record Found(int fuzzed, int errors, int probes, int leaks) {}

    private record Route(String method, String pattern, List<String> fields, List<String> files) {}

    private record Person(String login, Browsing browser, String csrf) {}

    private final SplittableRandom random;
    private final List<Route> routes;
    private final List<Person> people;
    private final List<String> identities = new ArrayList<>();
    private final Map<String, Integer> wrong = new TreeMap<>();
    private final String mark;
    private int fuzzed;
    private int errors;
    private int probes;
    private int leaks;

    private Fuzz(List<Route> routes, List<Person> people, String mark, int seed) {
        this.routes = routes;
        this.people = people;
        this.mark = mark;
        this.random = new SplittableRandom(seed);
    }

    static Found run(Path data, int inputs, int seed) {
        Figures.heading("乱填每一张表、每一个上传、每一个接口，" + String.format("%,d", inputs) + " 次");
        try (var program = YizhenApplication.start(List.of("--port", "0", "--data", data.toString(), "--logging.level.root=off", "--logging.level.cn.yizhen=off"))) {
            var address = "http://127.0.0.1:" + ((WebServerApplicationContext) program).getWebServer().getPort();
            var mark = "记号" + UUID.randomUUID().toString().substring(24);
            plant(address, mark);
            var fuzz = new Fuzz(declared(program), people(program, address), mark, seed);
            fuzz.collect();
            fuzz.probe();
            for (int i = 0; i < inputs; i++) {
                fuzz.one();
            }
            fuzz.wrong.entrySet().stream().limit(SHOWN).forEach(entry -> Figures.line(entry.getKey(), "%d 次", entry.getValue()));
            Figures.line("送入", "%,d；5xx %d；越界 %d（另按每个角色试了 %,d 个地址）", fuzz.fuzzed, fuzz.errors, fuzz.leaks, fuzz.probes);
            return new Found(fuzz.fuzzed, fuzz.errors, fuzz.probes, fuzz.leaks);
        }
    }

    /** A record with words that only some may read. */
    private static void plant(String address, String mark) {
        var village = new Browsing("cunzhishu", address);
        village.logIn();
        village.form().ifPresent(form -> {
            var marked = new LinkedHashMap<>(form);
            marked.put("topic", mark);
            village.send(marked);
        });
    }

    private static List<Person> people(ConfigurableApplicationContext program, String address) {
        var everybody = program.getBeanProvider(DemoEntrances.class).stream().flatMap(source -> source.entrances().stream()).map(one -> {
            var browser = new Browsing(one.login(), address);
            browser.stepIn();
            return new Person(one.login(), browser, browser.csrf());
        });
        var nobody = new Browsing("", address);
        return Stream.concat(everybody, Stream.of(new Person("", nobody, nobody.csrf()))).toList();
    }

    private static List<Route> declared(ConfigurableApplicationContext program) {
        var routes = new ArrayList<Route>();
        program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            var fields = new ArrayList<String>();
            var files = new ArrayList<String>();
            for (Parameter parameter : handler.getMethod().getParameters()) {
                var declared = parameter.getAnnotation(RequestParam.class);
                if (parameter.getType() == MultipartFile.class || parameter.getParameterizedType().getTypeName().contains("MultipartFile")) {
                    files.add(declared == null || declared.name().isEmpty() && declared.value().isEmpty() ? parameter.getName() : declared.name() + declared.value());
                } else if (declared != null) {
                    fields.add(declared.value().isEmpty() ? parameter.getName() : declared.value());
                } else if (parameter.getType().isRecord()) {
                    Arrays.stream(parameter.getType().getRecordComponents()).forEach(component -> fields.add(component.getName()));
                }
            }
            var methods = mapping.getMethodsCondition().getMethods();
            mapping.getPatternValues().stream().filter(pattern -> !LEFT_OUT.contains(pattern)).forEach(pattern ->
                    (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods).forEach(method -> routes.add(new Route(method.name(), pattern, fields, files))));
        });
        routes.sort(java.util.Comparator.comparing(Route::pattern).thenComparing(Route::method));
        return routes;
    }

    /** Identities of things, from the pages of everybody; sent back by everybody else. */
    private void collect() {
        for (var person : people) {
            for (var page : List.of("/", "/records", "/matters", "/standing", "/deployments", "/papers").subList(0, BROWSED)) {
                IDENTITY.matcher(person.browser().get(page).text()).results().map(found -> found.group()).distinct().limit(60).forEach(identities::add);
            }
        }
    }

    /** Every address as every role and as nobody. */
    private void probe() {
        for (var person : people) {
            for (var route : routes) {
                if (route.method().equals("GET")) {
                    probes++;
                    look(person, route, person.browser().get(filled(route.pattern(), true)));
                }
            }
        }
    }

    private void one() {
        var person = people.get(random.nextInt(people.size()));
        var route = routes.get(random.nextInt(routes.size()));
        fuzzed++;
        var path = filled(route.pattern(), random.nextInt(4) > 0);
        var fields = fields(person, route);
        try {
            look(person, route, switch (random.nextInt(12)) {
                case 0 -> person.browser().send(route.method(), path, "application/json", random(400));
                case 1, 2, 3 -> route.method().equals("GET") ? asked(person, path, fields) : person.browser().send(route.method(), path,
                        "multipart/form-data; boundary=xYx", multipart(route, fields));
                default -> route.method().equals("GET") ? asked(person, path, fields)
                        : person.browser().send(route.method(), path, "application/x-www-form-urlencoded", encoded(fields).getBytes(StandardCharsets.UTF_8));
            });
        } catch (UncheckedIOException unanswered) {
            errors++;
            wrong.merge("没有答复 " + route.method() + " " + route.pattern(), 1, Integer::sum);
        }
    }

    private static Browsing.Answer asked(Person person, String path, Map<String, String> fields) {
        return person.browser().get(path + (path.contains("?") ? "&" : "?") + encoded(fields));
    }

    private void look(Person person, Route route, Browsing.Answer answer) {
        if (answer.status() >= 500 || ENTRAILS.matcher(answer.text()).find()) {
            errors++;
            wrong.merge(answer.status() + " " + route.method() + " " + route.pattern(), 1, Integer::sum);
        }
        if (answer.text().contains(mark) && !READERS.contains(person.login())) {
            leaks++;
            wrong.merge("越界 " + person.login() + " " + route.method() + " " + route.pattern(), 1, Integer::sum);
        }
    }

    private String filled(String pattern, boolean likely) {
        return VARIABLE.matcher(pattern.replace("/**", "/x")).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                URLEncoder.encode(likely && !identities.isEmpty() ? identities.get(random.nextInt(identities.size())) : word(), StandardCharsets.UTF_8)
                        .replace("+", "%20")));
    }

    private Map<String, String> fields(Person person, Route route) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", person.csrf());
        for (var field : route.fields()) {
            if (random.nextInt(6) > 0) {
                fields.put(field, field.equals("key") && random.nextInt(8) > 0 ? new UUID(random.nextLong(), random.nextLong()).toString() : value());
            }
        }
        return fields;
    }

    private String value() {
        return random.nextInt(3) == 0 && !identities.isEmpty() ? identities.get(random.nextInt(identities.size())) : word();
    }

    private String word() {
        return random.nextInt(10) > 0 ? WORDS.get(random.nextInt(WORDS.size())) : new String(random(1 + random.nextInt(40)), StandardCharsets.UTF_8);
    }

    private byte[] random(int most) {
        var bytes = new byte[random.nextInt(most + 1)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] multipart(Route route, Map<String, String> fields) {
        var out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> out.writeBytes(("--xYx\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        for (var file : route.files()) {
            out.writeBytes(("--xYx\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\""
                    + List.of("通知.docx", "a.pdf", "../../x.xlsx", "图.png", "a.doc", "a.txt", "").get(random.nextInt(7))
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(switch (random.nextInt(5)) {
                case 0 -> "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1);
                case 1 -> "%PDF-1.7\n1 0 obj<</Type/Catalog".getBytes(StandardCharsets.ISO_8859_1);
                case 2 -> new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
                case 3 -> "各乡镇要在12月底前完成清理。".getBytes(StandardCharsets.UTF_8);
                default -> random(3000);
            });
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes((random.nextInt(10) > 0 ? "--xYx--\r\n" : "--xY").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
