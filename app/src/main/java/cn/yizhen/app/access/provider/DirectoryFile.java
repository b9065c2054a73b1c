package cn.yizhen.app.access.provider;

import cn.yizhen.app.access.Sm3;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of the identity provider's directory: who is known there by which subject, and which post that
 * person holds. CSV with a heading line, or a JSON array of objects.
 *
 * @param digest SM3 of the file, so that what is confirmed is what was looked at
 * @param rows   as they stand in the file
 */
record DirectoryFile(String digest, List<Row> rows) {

    static final int LARGEST = 5 * 1024 * 1024;
    private static final int MOST_ROWS = 20_000;

    /** The columns by every name they may have. */
    private static final Map<String, String> COLUMNS = Map.of("issuer", "issuer", "签发方", "issuer", "subject", "subject", "标识", "subject",
            "post", "post", "岗位代码", "post", "name", "name", "姓名", "name");

    /**
     * One line.
     *
     * @param place where it stands, for people («第 3 行»)
     * @param post  code of the post
     * @param name  to be compared with the holder's, or empty
     */
    record Row(String place, String issuer, String subject, String post, String name) {}

    static Outcome<DirectoryFile> read(String fileName, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return refused("directory-large", "文件“" + fileName + "”超过 5 MB。", "请只导出需要的列，或分成几个文件。");
        }
        var text = text(bytes);
        var rows = fileName.toLowerCase(Locale.ROOT).endsWith(".json") ? json(fileName, text) : csv(fileName, text);
        return rows.then(all -> all.size() > MOST_ROWS
                ? refused("directory-long", "文件“" + fileName + "”超过 " + MOST_ROWS + " 行。", "请分成几个文件。")
                : Outcome.done(new DirectoryFile(HexFormat.of().formatHex(Sm3.digest(bytes)), all)));
    }

    private static Outcome<List<Row>> json(String fileName, String text) {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(text);
        } catch (JacksonException e) {
            return refused("directory-not-json", "文件“" + fileName + "”不是 JSON。", "请核对文件是否完整。");
        }
        if (!root.isArray()) {
            return refused("directory-not-a-list", "文件“" + fileName + "”不是清单。", "请导出成数组，每人一个对象，含 issuer、subject、post。");
        }
        return Outcome.done(IntStream.range(0, root.size()).mapToObj(i -> new Row("第 " + (i + 1) + " 项", word(root.get(i), "issuer", "签发方"),
                word(root.get(i), "subject", "标识"), word(root.get(i), "post", "岗位代码"), word(root.get(i), "name", "姓名"))).toList());
    }

    private static String word(JsonNode object, String name, String chinese) {
        var value = object.has(name) ? object.path(name) : object.path(chinese);
        return value.isString() || value.isNumber() ? value.asString().strip() : "";
    }

    private static Outcome<List<Row>> csv(String fileName, String text) {
        var lines = Csv.read(text);
        var heading = lines.isEmpty() ? List.<String>of() : lines.getFirst().stream().map(cell -> COLUMNS.getOrDefault(cell.strip().toLowerCase(Locale.ROOT), "")).toList();
        if (!heading.containsAll(List.of("issuer", "subject", "post"))) {
            return refused("directory-columns", "文件“" + fileName + "”第一行缺少列名：签发方（issuer）、标识（subject）、岗位代码（post）。", "请补上列名，列的先后不限，可以另有姓名（name）一列。");
        }
        var rows = new ArrayList<Row>();
        for (var i = 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Row("第 " + (i + 1) + " 行", cell(line, heading, "issuer"), cell(line, heading, "subject"), cell(line, heading, "post"), cell(line, heading, "name")));
            }
        }
        return Outcome.done(rows);
    }

    private static String cell(List<String> line, List<String> heading, String column) {
        var at = heading.indexOf(column);
        return at < 0 || at >= line.size() ? "" : line.get(at).strip();
    }

    /** UTF-8, or what Excel in China writes. */
    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static <T> Outcome<T> refused(String code, String text, String nextStep) {
        return Outcome.refused(Reason.of(code, text, nextStep));
    }
}
