package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.Words;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * {@code yizhen keys rotate [--data DIR | --master-key-file FILE] [--profile standard|gm]}: puts a new master key before the one
 * in use. The next start wraps every person's key anew in one act and then takes the old key out of the file.
 * {@code yizhen keys recovery FILE}: makes the pair that backups are sealed to.
 */
public final class KeysCommand {

    private static final String USAGE = "用法：keys rotate [--data 目录 | --master-key-file 文件] [--profile standard|gm]；keys recovery 文件 [--profile standard|gm]";

    private KeysCommand() {}

    /** 0 done, 1 refused, 2 written wrongly. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return Words.obey(err, () -> {
            var words = Words.read(arguments, USAGE, Set.of("--data", "--master-key-file", "--profile"), Set.of());
            switch (words.plain().isEmpty() ? "" : words.plain().getFirst()) {
                case "rotate" -> rotate(words, out);
                case "recovery" -> recovery(words, out);
                default -> throw new Words.Wrong(USAGE);
            }
        });
    }

    private static void recovery(Words words, PrintStream out) {
        if (words.plain().size() != 2) {
            throw new Words.Wrong(USAGE);
        }
        var file = Path.of(words.plain().get(1));
        var key = RecoveryKey.make(file, CryptoProfile.of(words.value("--profile").orElse("standard")));
        out.println("恢复密钥已生成，指纹 " + key.fingerprint() + "（请抄在纸上）。");
        out.println("公开部分 " + file + ".pub 放在平台的机器上，做备份用；秘密部分 " + file + " 请移到别处保管，两人各存一份。没有它，任何备份都打不开。");
    }

    private static void rotate(Words words, PrintStream out) {
        var data = words.file("--data").orElse(Path.of("data"));
        var settings = new CryptoSettings(words.value("--profile").orElse("standard"), null, words.file("--master-key-file").orElse(null), null);
        var file = settings.masterIn(data);
        if (!Files.exists(file)) {
            throw new CannotStart("没有主密钥文件 " + file.toAbsolutePath() + "。", "请用 --data 或 --master-key-file 指定；主密钥在密码设备里的，在设置里加新标签。");
        }
        var vault = Vault.open(settings, data);
        var before = vault.current().orElse("");
        out.println("新的主密钥 " + vault.rotate() + " 已加在 " + file.toAbsolutePath() + "（原来的是 " + before + "）。");
        out.println("请重新启动平台：启动时用新密钥重新包裹每个人的密钥，成功后从文件里去掉旧的。随后请再做一次密钥备份。");
    }
}
