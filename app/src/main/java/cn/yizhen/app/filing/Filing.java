package cn.yizhen.app.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is told to those who register and assess the system (等级保护备案、商用密码测评).
 *
 * @param functions  what it does, module by module
 * @param data       what it keeps
 * @param interfaces how one reaches it
 */
public record Filing(List<Function> functions, List<DataItem> data, List<Interface> interfaces) {

    /** The line no county can move: red line 1, 5, 8 and 9 in the words of an administrator. */
    static final List<String> BOUNDARY = List.of(
            "不处理国家秘密和工作秘密；带密级或份号的文件在存储前拦下。",
            "不打卡、不计分、不评比先后，不记在线时间，不按人导出和汇总；任何记录不作为评价个人或单位的依据。",
            "不监看群众言论、群组和账号，不记信仰、民族和观点。",
            "不存纪检、信访案卷，不存干部档案原件和任免人选情况。",
            "不定位，不要求照片、视频；没有照片也算完整。",
            "减负直通车不经登录会话，不存账号、地址、设备和单位。");

    /** What becomes of data at the end of the time named with them. */
    static final String RETENTION = "注明“到期自动删除”的，由程序到期删除。其余的期限是本县归档、销毁的依据，程序只增不删，到期由本县办理；姓名到期由机构维护人员依法删除，销毁密钥。";

    /** What browsers the pages are written for, and what of it was run. */
    static final List<String> BROWSERS = List.of(
            "Chromium 86 及以上（含 360、奇安信浏览器）、Firefox ESR、Safari 15、微信内置浏览器。",
            "每次发布用 Chromium 当前版自动走一遍。",
            "Firefox ESR 153 手工走过网页和视频会议。",
            "Chromium 86、Safari 15、微信内置浏览器没有实际运行：只核对了样式和脚本所用的写法（测试 OldBrowsersTest）。");

    /** @param module package of the program @param title as people call it @param does in one line */
    public record Function(String module, String title, String does) {}

    /**
     * @param title    what is kept
     * @param grade    公开, 一般, 重要 by the county's data catalogue
     * @param personal whether and how it is about persons
     * @param tables   names of tables, or the word they begin with; {@code -} for files
     * @param kept     for how long
     * @param ground   by what right
     */
    public record DataItem(String title, String grade, String personal, Set<String> tables, String kept, String ground) {

        /** Whether a table of the database belongs to this item. */
        public boolean holds(String table) {
            return tables.stream().anyMatch(name -> table.equals(name) || table.startsWith(name + "_"));
        }
    }

    /** @param direction 对内, 对外 @param protection who may use it, and by what proof */
    public record Interface(String title, String direction, String protocol, String protection, String note) {}

    /** A module as the page shows it. */
    public record Shown(Function function, boolean on, boolean fixed, boolean bySetting) {}

    /** Who owns and who runs the system; as the settings say. */
    public record Owner(String county, String owner, String operator, String database) {}

    /** As shipped with the program. */
    public static Filing shipped() {
        return new Filing(
                rows("functions").stream().map(row -> new Function(row[0], row[1], row[2])).toList(),
                rows("data").stream().map(row -> new DataItem(row[0], row[1], row[2], Set.of(row[3].split(",")), row[4], row[5])).toList(),
                rows("interfaces").stream().map(row -> new Interface(row[0], row[1], row[2], row[3], row[4])).toList());
    }

    private static List<String[]> rows(String name) {
        try (var in = Filing.class.getResourceAsStream("/filing/" + name + ".tsv")) {
            if (in == null) {
                throw new IllegalStateException("no /filing/" + name + ".tsv in the program");
            }
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.isBlank()).map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
