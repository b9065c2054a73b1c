package cn.yizhen.app.upward;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code yizhen upward publish|subscribe|recopy --county 539900 …}: prints the SQL by which a county's returns travel
 * by PostgreSQL's own replication, for the superuser of either server to read and run. It touches no database itself.
 */
public final class ReplicationCommand {

    private static final Set<String> SCRIPTS = Set.of("publish", "subscribe", "recopy");
    private static final Pattern OPEN = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String USAGE = """
            用法：yizhen upward publish   --county 区划代码 [--keep 4GB] > publish.sql      在县的数据库执行
                  yizhen upward subscribe --county 区划代码 --connection "host=… dbname=yizhen user=yizhen_upward password=…"
                                                                                          在接收级的数据库执行
                  yizhen upward recopy    --county 区划代码                                复制槽丢失后，在接收级的数据库执行
            """;

    private ReplicationCommand() {}

    public static int run(List<String> words, PrintStream out, PrintStream err) {
        if (words.isEmpty() || !SCRIPTS.contains(words.getFirst())) {
            err.print(USAGE);
            return 2;
        }
        var values = options(words.subList(1, words.size()));
        if (!values.getOrDefault("county", "").matches("\\d{6}")) {
            err.println("没有写六位的区划代码。\n例如：yizhen upward " + words.getFirst() + " --county 539900");
            return 2;
        }
        if (words.getFirst().equals("subscribe") && values.getOrDefault("connection", "").isBlank()) {
            err.println("没有写县的数据库怎样连接。\n例如：--connection \"host=10.1.2.3 dbname=yizhen user=yizhen_upward password=…\"");
            return 2;
        }
        out.print(script(words.getFirst(), values));
        return 0;
    }

    /** A script with its places filled; what is left open stays as it is, for a person to fill. */
    static String script(String name, Map<String, String> values) {
        var filled = new HashMap<>(Map.of("keep", "4GB", "password", "请换成一个密码"));
        filled.putAll(values);
        return OPEN.matcher(text(name)).replaceAll(open ->
                java.util.regex.Matcher.quoteReplacement(filled.getOrDefault(open.group(1), open.group()).replace("'", "''")));
    }

    private static String text(String name) {
        try (var script = ReplicationCommand.class.getResourceAsStream("/upward/" + name + ".sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            values.put(words.get(i).replaceFirst("^--", ""), words.get(i + 1));
        }
        return values;
    }
}
