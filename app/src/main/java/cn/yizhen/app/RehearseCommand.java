package cn.yizhen.app;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.chain.AuditCommand;
import cn.yizhen.app.backup.Restore;
import cn.yizhen.app.crypto.RecoveryKey;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.OpenDatabase;
import cn.yizhen.app.host.Words;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code yizhen rehearse FILE --keys FILE --recovery-key KEY [--data DIR] [--in DIR]}: restores both backups elsewhere, audits
 * what came back, and compares a hundred standings with the database the backup was made of (恢复演练). The
 * running platform is only read; what was restored is removed again.
 */
final class RehearseCommand {

    private static final String USAGE = "用法：rehearse 备份文件 --keys 密钥备份 --recovery-key 恢复密钥 [--data 现用的数据目录] [--in 演练用的空目录] [--profile standard|gm]";
    private static final int COMPARED = 100;

    private RehearseCommand() {}

    /** 0 all came back, 1 something did not, 2 written wrongly. */
    static int run(List<String> arguments, PrintStream out, PrintStream err, Clock clock) {
        try {
            var words = Words.read(arguments, USAGE, Set.of("--keys", "--recovery-key", "--data", "--in", "--profile"), Set.of());
            return rehearse(words, out, err, LocalDate.now(clock)) ? 0 : 1;
        } catch (Words.Wrong e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException | SQLException | RuntimeException e) {
            var refusal = CannotStart.behind(e).orElseGet(() -> new CannotStart("演练没有做完：" + e.getMessage(), "现用的数据没有动过；请按原因处理后再做一次。"));
            err.println(refusal.getMessage());
            err.println(refusal.nextStep());
            return 1;
        }
    }

    private static boolean rehearse(Words words, PrintStream out, PrintStream err, LocalDate today) throws IOException, SQLException {
        var source = words.file("--data").orElse(Path.of("data"));
        var place = words.file("--in").orElse(Files.createTempDirectory("yizhen-rehearsal").resolve("data"));
        var restore = new Restore(words.only("备份文件"), words.neededFile("--keys"), RecoveryKey.read(words.neededFile("--recovery-key")));
        try {
            var done = restore.into(place);
            out.println("一、恢复：" + done.loaded().tables() + " 张表，" + done.loaded().rows() + " 行，逐表与备份相符；姓名可读的 " + done.withKeys() + " 人。");
            out.println("二、审计：");
            var audited = AuditCommand.run(List.of("--data", place.toString()), out, err) == 0;
            var point = new AsOf(today, done.manifest().sealed());
            var profile = words.value("--profile").orElse("standard");
            var restored = standings(arguments(place, done.manifest().demo(), done.manifest().county(), profile, false), point, done.manifest().county());
            List<String> original;
            try (var _ = OpenDatabase.in(source)) {
                original = standings(arguments(source, done.manifest().demo(), done.manifest().county(), profile, true), point, done.manifest().county());
            }
            long different = IntStream.range(0, Math.max(original.size(), restored.size()))
                    .filter(n -> n >= original.size() || n >= restored.size() || !original.get(n).equals(restored.get(n))).count();
            out.println("三、履行情况：截至 " + today + "、当时所知到第 " + point.known() + " 条，比对 " + original.size() + " 项，"
                    + (different == 0 && !original.isEmpty() ? "全部一致。" : original.isEmpty() ? "没有可比的。" : different + " 项不一致。"));
            var whole = audited && different == 0;
            out.println(whole ? "演练通过：这两份备份能恢复出同样的平台。" : "演练没有通过：请保留这两份备份，重新备份后再演练。");
            out.println("{\"restore_mb_s\":" + done.speed() + ",\"compared\":" + original.size() + ",\"different\":" + different + ",\"intact\":" + audited + "}");
            return whole;
        } finally {
            Restore.remove(place);
        }
    }

    private static List<String> arguments(Path data, boolean demo, String county, String profile, boolean attached) {
        var words = new ArrayList<>(List.of(demo ? "--demo" : "--no-demo", "--data", data.toString(), "--port", "0",
                "--yizhen.county=" + county, "--yizhen.crypto.profile=" + profile, "--logging.level.root=off", "--yizhen.scheduling=false"));
        if (attached) {
            words.addAll(List.of("--yizhen.attached=true", "--spring.flyway.enabled=false"));
        }
        return words;
    }

    /** A hundred of the past year's standings, evenly spread over all of them. */
    private static List<String> standings(List<String> arguments, AsOf point, String county) {
        try (ConfigurableApplicationContext program = YizhenApplication.start(arguments)) {
            var all = program.getBean(Duties.class).standings(Scope.system(county, "恢复演练", point),
                    new Period(point.on().minusYears(1), point.on().plusDays(1)), _ -> true).stream().map(Object::toString).sorted().toList();
            return IntStream.range(0, Math.min(COMPARED, all.size())).mapToObj(n -> all.get((int) ((long) n * all.size() / Math.min(COMPARED, all.size())))).toList();
        }
    }
}
