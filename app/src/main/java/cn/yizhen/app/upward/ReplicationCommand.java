package cn.yizhen.app.upward;

import cn.yizhen.app.host.Words;
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
    private static final Set<String> OPTIONS = Set.of("--county", "--keep", "--connection");
    private static final Pattern OPEN = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String USAGE = """
            用法：yizhen upward publish   --county 区划代码 [--keep 4GB] > publish.sql      在县的数据库执行
                  yizhen upward subscribe --county 区划代码 --connection "host=… dbname=yizhen user=yizhen_upward" > subscribe.sql
                                                                                          在接收级的数据库执行
                  yizhen upward recopy    --county 区划代码                                复制槽丢失后，在接收级的数据库执行
                  密码写进打印出来的脚本，不写在命令行上。
            """;

    private ReplicationCommand() {}

    public static int run(List<String> words, PrintStream out, PrintStream err) {
        if (words.isEmpty() || !SCRIPTS.contains(words.getFirst())) {
            err.print(USAGE);
            return 2;
        }
        Map<String, String> values;
        try {
            values = options(words.subList(1, words.size()));
        } catch (Words.Wrong e) {
            err.println(e.getMessage());
            return 2;
        }
        if (!values.getOrDefault("county", "").matches("\\d{6}")) {
            err.println("没有写六位的区划代码。\n例如：yizhen upward " + words.getFirst() + " --county 539900");
            return 2;
        }
        if (words.getFirst().equals("subscribe") && values.getOrDefault("connection", "").isBlank()) {
            err.println("没有写县的数据库怎样连接。\n例如：--connection \"host=10.1.2.3 dbname=yizhen user=yizhen_upward\"");
            return 2;
        }
        if (!values.getOrDefault("keep", "4GB").matches("\\d{1,6}(kB|MB|GB|TB)")) {
            err.println("--keep 写得不对：" + values.get("keep") + "。\n写成数字加单位，如 --keep 4GB。");
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
        var read = Words.read(words, USAGE.strip(), OPTIONS, Set.of());
        read.nothingElse();
        Map<String, String> values = new HashMap<>();
        OPTIONS.forEach(option -> read.value(option).ifPresent(value -> values.put(option.substring(2), value)));
        return values;
    }
}
