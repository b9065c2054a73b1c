package cn.yizhen.app;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.chain.AuditCommand;
import cn.yizhen.app.backup.BackupCommand;
import cn.yizhen.app.backup.Manifest;
import cn.yizhen.app.backup.Restore;
import cn.yizhen.app.backup.Told;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code yizhen rehearse FILE --keys FILE --recovery-key KEY [--data DIR] [--jdbc URL --user yizhen_app --password-file FILE] [--in DIR]}:
 * restores both backups elsewhere, audits what came back, and compares standings with the database the backup was made
 * of (恢复演练). The running platform is only read, its master key too; what was restored is removed again.
 */
final class RehearseCommand {

    private static final String USAGE = "用法：rehearse 备份文件 --keys 密钥备份 --recovery-key 恢复密钥 "
            + "[--data 现用的数据目录] [--jdbc 地址 --user yizhen_app --password-file 文件] [--in 演练用的空目录] [--profile standard|gm]"
            + " [--master-key-file 文件 | --token-library 库 --token-pin-file 文件 --token-labels 标签]";
    /** Fewer than this many standings prove little. */
    private static final int ENOUGH = 100;
    private static final int SHOWN = 10;

    private RehearseCommand() {}

    /** 0 all came back, 1 something did not, 2 written wrongly. */
    static int run(List<String> arguments, PrintStream out, PrintStream err, Clock clock) {
        try {
            var options = new HashSet<>(OpenDatabase.OPTIONS);
            options.addAll(BackupCommand.KEYS);
            options.addAll(Set.of("--keys", "--recovery-key", "--in"));
            return rehearse(Words.read(arguments, USAGE, options, Set.of()), out, err, LocalDate.now(clock)) ? 0 : 1;
        } catch (Words.Wrong e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException | SQLException | RuntimeException e) {
            Told.refusal(e).tell(err);
            return 1;
        }
    }

    private static boolean rehearse(Words words, PrintStream out, PrintStream err, LocalDate today) throws IOException, SQLException {
        // what is missing is said before anything is restored
        masterKey(words);
        var restore = new Restore(words.only("备份文件"), words.neededFile("--keys"), RecoveryKey.read(words.neededFile("--recovery-key")));
        var folder = Files.createTempDirectory("yizhen-rehearsal");
        try {
            var place = words.file("--in").orElse(folder.resolve("restored"));
            // refuses a place with anything in it; only what it made itself is removed below
            var done = restore.into(place);
            try {
                return compare(words, done, place, folder.resolve("looking-on"), today, out, err);
            } finally {
                Restore.remove(place);
            }
        } finally {
            Restore.remove(folder);
        }
    }

    private static boolean compare(Words words, Restore.Done done, Path place, Path scratch, LocalDate today, PrintStream out, PrintStream err) {
        out.println("一、恢复：" + done.loaded().tables() + " 张表，" + done.loaded().rows() + " 行，逐表与备份相符；姓名可读的 " + done.withKeys() + " 人。");
        out.println("二、审计：");
        var audited = AuditCommand.run(List.of("--data", place.toString()), out, err) == 0;
        var point = new AsOf(today, done.manifest().sealed());
        var restored = standings(arguments(done.manifest(), words, List.of("--data", place.toString())), point, done.manifest().county());
        var original = original(words, done.manifest(), scratch, point);
        var different = original.differences(restored);
        out.println("三、履行情况：截至 " + today + "、当时所知到第 " + point.known() + " 条，比对 " + original.size() + " 项，"
                + (different.isEmpty() ? "全部一致。" : different.size() + " 项不一致。"));
        different.stream().limit(SHOWN).forEach(one -> out.println("不一致：" + one));
        var enough = original.size() >= ENOUGH;
        if (!enough) {
            out.println("可比的不足 " + ENOUGH + " 项，说明不了什么：制度还没有启用，或机构还没有导入。");
        }
        var whole = audited && enough && different.isEmpty();
        out.println(whole ? "演练通过：这两份备份能恢复出同样的平台。"
                : "演练没有通过：请保留这两份备份；审计有异常的先查异常，不一致的核对现用的数据是否被改过，再重新备份、重新演练。");
        out.println("{\"restore_mb_s\":" + done.speed() + ",\"compared\":" + original.size() + ",\"different\":" + different.size() + ",\"intact\":" + audited + "}");
        return whole;
    }

    /** What the platform in use says; its database is opened read-only, running or not. */
    private static Standings original(Words words, Manifest manifest, Path scratch, AsOf point) {
        var looking = new ArrayList<>(List.of("--yizhen.attached=true"));
        looking.addAll(masterKey(words));
        if (words.has("--jdbc")) {
            looking.addAll(List.of("--data", scratch.toString(),
                    "--yizhen.database.url=" + words.value("--jdbc").orElseThrow(), "--yizhen.database.app-user=" + words.value("--user").orElse("yizhen_app"),
                    "--yizhen.database.app-password=" + OpenDatabase.password(words.neededFile("--password-file"))));
            return standings(arguments(manifest, words, looking), point, manifest.county());
        }
        looking.addAll(List.of("--data", data(words).toString()));
        try (var _ = OpenDatabase.in(data(words))) {
            return standings(arguments(manifest, words, looking), point, manifest.county());
        }
    }

    /** Where the master key of the platform in use is: without it nobody's name can be read. */
    private static List<String> masterKey(Words words) {
        if (words.has("--token-library")) {
            return List.of("--yizhen.crypto.token.library=" + words.value("--token-library").orElseThrow(), "--yizhen.crypto.token.pin-file=" + words.neededFile("--token-pin-file"),
                    "--yizhen.crypto.token.labels=" + words.value("--token-labels").orElse("yizhen-master"));
        }
        var file = words.file("--master-key-file").orElse(data(words).resolve("secrets/master.key")).toAbsolutePath();
        if (!Files.exists(file)) {
            throw new CannotStart("没有现用平台的主密钥文件 " + file + "，读不出姓名，无从比对。", "请用 --data 指定现用的数据目录，或用 --master-key-file 指定；主密钥在密码设备里的，用 --token-library。");
        }
        return List.of("--yizhen.crypto.master-key-file=" + file);
    }

    private static Path data(Words words) {
        return words.file("--data").orElse(Path.of("data"));
    }

    private static List<String> arguments(Manifest manifest, Words words, List<String> more) {
        var all = new ArrayList<>(List.of(manifest.demo() ? "--demo" : "--no-demo", "--port", "0", "--yizhen.county=" + manifest.county(),
                "--yizhen.crypto.profile=" + words.value("--profile").orElse("standard"),
                "--logging.level.root=off", "--logging.level.cn.yizhen=off", "--yizhen.scheduling=false"));
        all.addAll(more);
        return all;
    }

    /** All of the past year's. */
    private static Standings standings(List<String> arguments, AsOf point, String county) {
        try (ConfigurableApplicationContext program = YizhenApplication.start(arguments)) {
            return Standings.of(program.getBean(Duties.class).standings(Scope.system(county, "恢复演练", point),
                    new Period(point.on().minusYears(1), point.on().plusDays(1)), _ -> true));
        }
    }
}
