package cn.yizhen.app.host;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * {@code yizhen stopped [--data DIR]}: whether nothing uses a data directory, so that it may be copied or moved. For the
 * scripts of the package: the lock is one of POSIX, which the shell's {@code flock} does not see.
 */
public final class StoppedCommand {

    private StoppedCommand() {}

    /** 0 nothing does, 1 a program or its database does, 2 written wrongly. */
    public static int run(List<String> arguments, PrintStream err) {
        return Words.obey(err, () -> {
            var words = Words.read(arguments, "用法：stopped [--data 目录]", Set.of("--data"), Set.of());
            words.nothingElse();
            refuseUsed(words.file("--data").orElse(Path.of("data")).toAbsolutePath());
        });
    }

    private static void refuseUsed(Path data) {
        if (DataDirectory.isTaken(data)) {
            throw new CannotStart("一针正在使用数据目录 " + data + "。", "请先停止它。");
        }
        if (PostgresCluster.serverIn(data).isPresent()) {
            throw new CannotStart("数据目录 " + data + " 的数据库还在运行：上次没有正常停止。", "请启动一次一针，它会收拾好，再正常停止。");
        }
    }
}
