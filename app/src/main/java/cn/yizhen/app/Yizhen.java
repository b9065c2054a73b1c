package cn.yizhen.app;

import ch.qos.logback.classic.Level;
import cn.yizhen.app.access.chain.AuditCommand;
import cn.yizhen.app.backup.BackupCommand;
import cn.yizhen.app.backup.RestoreCommand;
import cn.yizhen.app.crypto.KeysCommand;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.StoppedCommand;
import cn.yizhen.app.host.Words;
import cn.yizhen.app.institution.InstitutionsCommand;
import cn.yizhen.app.upward.ReplicationCommand;
import cn.yizhen.directives.DirectivesCommand;
import cn.yizhen.directives.TextCommand;
import cn.yizhen.rules.clock.DeadlineCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one entry: {@code yizhen COMMAND …}. Only {@code run} starts a server and a database. */
public final class Yizhen {

    private static final String USAGE = """
            用法：yizhen 命令 [参数]
              run                          启动平台（默认为演示：http://localhost:8080）
                  --no-demo                正式使用
                  --data 目录               数据目录（默认 ./data）
                  --port 端口               默认 8080
              institutions [目录]           检查全部制度文件
              directives 文件               从文件中提取部署任务，输出 JSON
              text 文件                     输出文件的文字
              audit [--head 文件]           核对历史有没有被改、删、调换、截断
              backup 文件、restore 文件      备份、恢复（见 docs/operations.md）
              rehearse 文件                 恢复演练：恢复到别处，审计，比对一百项履行情况
              keys recovery 文件            生成备份用的恢复密钥
              keys rotate                  更换主密钥（下次启动时接替）
              upward publish｜subscribe｜recopy   打印上报数据复制用的 SQL
              stopped [--data 目录]         数据目录有没有在用（升级脚本用）
              package [文件.tar.gz]         打成离线安装包（见 docs/operations.md）
              bench rollup｜bench web｜bench faults    性能与故障测试（见 docs/operations.md）
              deadline --from 时刻 --budget "5 working-days" [--roll-forward]
            """;

    private static final String WIRING = "spring.aot.enabled";

    private Yizhen() {}

    public static void main(String[] arguments) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        var rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        var command = arguments.length == 0 ? "help" : arguments[0];
        if (command.equals("run")) {
            run(rest, err);
            return;
        }
        try {
            Words.refuseSecrets(rest);
        } catch (CannotStart e) {
            refused(e, err, 2);
        }
        System.exit(once(command, rest, out, err));
    }

    private static int once(String command, List<String> rest, PrintStream out, PrintStream err) {
        silenceLibraries();
        return switch (command) {
            case "institutions" -> InstitutionsCommand.run(rest, out, err);
            case "directives" -> DirectivesCommand.run(rest, out, err);
            case "text" -> TextCommand.run(rest, out, err);
            case "audit" -> AuditCommand.run(rest, out, err);
            case "upward" -> ReplicationCommand.run(rest, out, err);
            case "backup" -> BackupCommand.run(rest, out, err, Clock.system(ZoneId.of("Asia/Shanghai")));
            case "restore" -> RestoreCommand.run(rest, out, err);
            case "rehearse" -> RehearseCommand.run(rest, out, err, Clock.system(ZoneId.of("Asia/Shanghai")));
            case "keys" -> KeysCommand.run(rest, out, err);
            case "stopped" -> StoppedCommand.run(rest, err);
            case "deadline" -> DeadlineCommand.run(rest, out, err);
            case "help", "--help", "-h" -> {
                out.print(USAGE);
                yield 0;
            }
            default -> {
                err.println("没有「" + command + "」这个命令。可用：run、institutions、directives、text、upward、deadline、audit、backup、restore、rehearse、keys、stopped");
                yield 2;
            }
        };
    }

    private static void run(List<String> rest, PrintStream err) {
        try {
            Words.refuseSecrets(rest);
            useWiringOfTheBuild();
            YizhenApplication.start(rest);
        } catch (RuntimeException e) {
            refused(CannotStart.behind(e).orElseThrow(() -> e), err, 1);
        }
    }

    private static void refused(CannotStart reason, PrintStream err, int code) {
        reason.tell(err);
        System.exit(code);
    }

    /** A packed program carries its wiring as code; one that runs from classes finds it out by looking through them. */
    private static void useWiringOfTheBuild() {
        if (Yizhen.class.getResource("Yizhen__ApplicationContextInitializer.class") != null && System.getProperty(WIRING) == null) {
            System.setProperty(WIRING, "true");
        }
    }

    /** Standard output belongs to the command's answer; what libraries have to say of a document does not belong there. */
    private static void silenceLibraries() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
