package cn.yizhen.app.backup;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.Words;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a command and tells what stopped it, in two plain lines: what is wrong and what to do. */
public final class Told {

    interface Work {
        void run() throws IOException, SQLException;
    }

    private Told() {}

    /** 0 done, 1 refused, 2 written wrongly. */
    static int run(PrintStream err, Work work) {
        try {
            work.run();
            return 0;
        } catch (Words.Wrong e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException | SQLException | RuntimeException e) {
            refusal(e).tell(err);
            return 1;
        }
    }

    /** The size of a backup and how fast it went, in words. */
    static String size(long file, long rows, double speed) {
        return "文件 " + megabytes(file) + " MB（表的文本 " + megabytes(rows) + " MB），每秒 " + speed + " MB";
    }

    /** The same as one line of JSON, for programs. */
    static String figures(String speedName, double speed, Dump.Done done, long file) {
        return "{\"" + speedName + "\":" + speed + ",\"bytes\":" + done.bytes() + ",\"file_bytes\":" + file + ",\"rows\":" + done.rows() + "}";
    }

    private static double megabytes(long bytes) {
        return Math.round(bytes / 1e5) / 10.0;
    }

    /** What stopped a command. A full disk is told as that, whichever program met it. */
    public static CannotStart refusal(Exception failure) {
        var said = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause).map(cause -> String.valueOf(cause.getMessage())).toList();
        if (said.stream().anyMatch(words -> words.contains("No space left") || words.contains("could not extend file") || words.contains("disk full"))) {
            return new CannotStart("磁盘满了，没有做完。", "请腾出空间或换一个目录再做一次；做了一半的已经去掉，原来的数据没有动过。");
        }
        return CannotStart.behind(failure).orElseGet(() -> failure instanceof EOFException
                ? new CannotStart("备份文件不完整。", "文件可能没有拷完；请重新拷贝，或换另一份备份。")
                : new CannotStart("没有做完：" + Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName()),
                        "原来的数据没有动过；请按上面的原因处理后再做一次。"));
    }
}
