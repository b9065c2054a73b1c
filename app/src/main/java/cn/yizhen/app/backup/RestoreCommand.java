package cn.yizhen.app.backup;

import cn.yizhen.app.crypto.RecoveryKey;
import cn.yizhen.app.host.OpenDatabase;
import cn.yizhen.app.host.Words;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code yizhen restore FILE [--keys FILE] --recovery-key KEY (--data DIR | --jdbc URL --user OWNER --password-file FILE --data DIR)}:
 * into an empty directory or database, all or nothing.
 */
public final class RestoreCommand {

    private static final String USAGE = "用法：restore 备份文件 --keys 密钥备份 --recovery-key 恢复密钥 --data 目录 [--jdbc 地址 --user 表的所有者 --password-file 文件]";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 H时m分").withZone(ZoneId.of("Asia/Shanghai"));

    private RestoreCommand() {}

    /** 0 done, 1 refused with nothing changed, 2 written wrongly. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return Told.run(err, () -> {
            var options = new HashSet<>(OpenDatabase.OPTIONS);
            options.addAll(Set.of("--keys", "--recovery-key"));
            var words = Words.read(arguments, USAGE, options, Set.of());
            var restore = new Restore(words.only("备份文件"), words.file("--keys").orElse(null), RecoveryKey.read(words.neededFile("--recovery-key")));
            var data = words.neededFile("--data");
            tell(words.has("--jdbc") ? external(restore, words, data) : restore.into(data), words, data, out);
        });
    }

    private static Restore.Done external(Restore restore, Words words, Path data) throws java.io.IOException, java.sql.SQLException {
        try (var database = OpenDatabase.of(words)) {
            return restore.into(database, data);
        }
    }

    private static void tell(Restore.Done done, Words words, Path data, PrintStream out) {
        var manifest = done.manifest();
        out.println("已恢复 " + manifest.countyName() + "（" + manifest.county() + "）：" + done.loaded().tables() + " 张表，" + done.loaded().rows()
                + " 行，与备份所说的行数和摘要逐表相符；备份于 " + MOMENT.format(Instant.parse(manifest.made())) + "，封存到第 " + manifest.sealed() + " 条；"
                + Told.size(done.size(), done.loaded().bytes(), done.speed()) + "。");
        out.println(words.has("--keys") ? "姓名可读的 " + done.withKeys() + " 人；依法删除的 " + done.erased() + " 人仍是删除。"
                : "没有给密钥备份：姓名读不出来，平台也不会启动。请带 --keys 再恢复一次到新的空目录。");
        out.println("下一步：" + (words.has("--jdbc")
                ? "./yizhen audit --jdbc " + words.value("--jdbc").orElseThrow() + " --user yizhen_backup --password-file 文件 --head " + data.resolve("heads/heads.jsonl")
                        + "，再用设置 yizhen.database.url 指向它、--data " + data + " 启动"
                : "./yizhen audit --data " + data + "，再 ./yizhen run " + (manifest.demo() ? "" : "--no-demo ") + "--data " + data) + "。");
        out.println(Told.figures("restore_mb_s", done.speed(), done.loaded(), done.size()));
    }
}
