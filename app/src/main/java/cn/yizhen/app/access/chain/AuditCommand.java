package cn.yizhen.app.access.chain;

import cn.yizhen.app.crypto.SigningKey;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.OpenDatabase;
import cn.yizhen.app.host.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code yizhen audit [--head FILE] [--key MARK] [--data DIR | --jdbc URL --user NAME --password-file FILE] [--json]}:
 * compares the history with its chain and with the heads kept outside the database.
 */
public final class AuditCommand {

    private static final String USAGE = "用法：audit [--head 链头文件] [--key 公钥指纹] [--data 目录 | --jdbc 地址 --user 用户 --password-file 文件] [--json]";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 H时m分").withZone(ZoneId.of("Asia/Shanghai"));

    private AuditCommand() {}

    /** 0 nothing was touched, 1 something was, 2 the command was written wrongly, 3 nothing could be compared. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            var options = new HashSet<>(OpenDatabase.OPTIONS);
            options.addAll(Set.of("--head", "--key"));
            var words = Words.read(arguments, USAGE, options, Set.of("--json"));
            words.nothingElse();
            return audit(words, out);
        } catch (Words.Wrong e) {
            err.println(e.getMessage());
            return 2;
        } catch (CannotStart e) {
            e.tell(err);
            return 3;
        } catch (DataAccessException | SQLException e) {
            err.println("数据库读不出来：" + e.getMessage());
            err.println("请核对这是一针的数据库、用户有读取权限，再试一次。");
            return 3;
        }
    }

    private static int audit(Words words, PrintStream out) throws SQLException {
        try (var database = OpenDatabase.of(words); var connection = database.reading()) {
            var file = words.file("--head").or(() -> Optional.ofNullable(database.data()).map(data -> HeadFile.in(data.resolve("heads")).file())
                    .filter(Files::exists));
            var heads = file.isEmpty() ? List.<Head>of() : read(file.get(), words.value("--key"));
            var faultyFile = file.isEmpty() ? List.<String>of() : faults(file.get());
            var report = of(connection, heads);
            var all = new Audit.Report(report.county(), report.sealed(), report.proved(),
                    java.util.stream.Stream.concat(faultyFile.stream(), report.faults().stream()).toList(), report.tail(), report.pending(), report.lag());
            if (words.has("--json")) {
                out.println(json(all));
            } else {
                print(all, heads, file, out);
            }
            return all.intact() ? 0 : 1;
        }
    }

    /** The report over one snapshot of this connection. */
    public static Audit.Report of(Connection connection, List<Head> heads) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var report = Audit.of(JdbcClient.create(new SingleConnectionDataSource(connection, true)), heads);
        connection.rollback();
        return report;
    }

    private static List<Head> read(Path file, Optional<String> mark) {
        try {
            var heads = new HeadFile(file).heads();
            if (heads.isEmpty()) {
                throw new CannotStart("链头文件 " + file + " 不存在，或里面没有链头。", "请核对 --head；链头由平台每天写在数据目录的 heads/heads.jsonl。");
            }
            if (mark.isPresent() && heads.stream().anyMatch(head -> !SigningKey.fingerprint(head.key()).equals(mark.get()))) {
                throw new CannotStart("链头不是用指纹 " + mark.get() + " 的密钥签的。", "请核对指纹；换过密码算法的，用换之前的指纹核对换之前的链头。");
            }
            return heads.stream().filter(Head::genuine).toList();
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart("链头文件 " + file + " 读不出来：内容不是链头。", "请核对 --head 指的是 heads.jsonl 或从审计页取走的链头。");
        }
    }

    private static List<String> faults(Path file) {
        try {
            return new HeadFile(file).faults();
        } catch (IOException | IllegalArgumentException e) {
            return List.of("链头文件读不出来");
        }
    }

    private static void print(Audit.Report report, List<Head> heads, Optional<Path> file, PrintStream out) {
        out.println("区划代码 " + report.county() + "，已封存 " + report.sealed() + " 条。");
        heads.stream().max(java.util.Comparator.comparingLong(Head::number)).ifPresentOrElse(
                head -> out.println("链头：" + file.orElseThrow() + "，共 " + heads.size() + " 个，最近一个签于 " + MOMENT.format(head.at()) + "，到第 " + head.number()
                        + " 条；公钥指纹 " + SigningKey.fingerprint(head.key()) + "。"),
                () -> out.println("没有链头：只能核对库内各条是否前后一致；有人连链一起重算，或截去末尾，这样看不出来。"));
        if (report.tail() + report.pending() > 0) {
            out.println("未封存的尾部：" + (report.tail() > 0 ? "第 " + (report.sealed() + 1) + " 至 " + (report.sealed() + report.tail()) + " 条，" : "")
                    + "等候编号 " + report.pending() + " 条。平台运行时一秒内会封存；现在不能证明它们没有动过。");
        }
        report.faults().forEach(fault -> out.println("异常：" + fault));
        out.println(report.intact() ? conclusion(report) : "结论：发现 " + report.faults().size() + " 处异常。请保留现场，不要重启平台，用最近的备份核对这些条目。");
    }

    private static String conclusion(Audit.Report report) {
        var beyond = report.sealed() - report.proved();
        return report.proved() == 0 ? "结论：前后一致，没有发现改动、删除或调换。"
                : "结论：到第 " + report.proved() + " 条与链头一致，没有改动、删除、调换或截断。" + (beyond > 0 ? "其后 " + beyond + " 条前后一致，还没有链头可证。" : "");
    }

    private static String json(Audit.Report report) {
        return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(new java.util.TreeMap<>(java.util.Map.of(
                "intact", report.intact(), "sealed", report.sealed(), "proved", report.proved(), "tail", report.tail(),
                "pending", report.pending(), "faults", report.faults(), "seal_lag_ms", report.lag())));
    }
}
