package cn.yizhen.directives;

import cn.yizhen.rules.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What the two commands share: one file in, bytes of UTF-8 out, or exit 2 with one line on standard error. What was
 * remarked in reading (tracked changes accepted, another encoding) is said there too, with exit 0.
 */
final class Command {

    private static final int UNREADABLE = 2;

    private Command() {}

    static int run(String name, List<String> args, PrintStream out, PrintStream err, Function<DocumentText, String> answer) {
        if (args.size() != 1) {
            return refuse(err, "用法：./yizhen " + name + " 文件");
        }
        return switch (quietly(Path.of(args.getFirst()))) {
            case Outcome.Done<DocumentText>(var document) -> {
                out.writeBytes(answer.apply(document).getBytes(StandardCharsets.UTF_8));
                out.flush();
                document.remarks().forEach(remark -> say(err, remark));
                yield 0;
            }
            case Outcome.Refused<DocumentText>(var reasons) -> refuse(err, reasons.getFirst().text() + reasons.getFirst().nextStep());
        };
    }

    private static int refuse(PrintStream err, String line) {
        say(err, line);
        return UNREADABLE;
    }

    private static void say(PrintStream err, String line) {
        err.writeBytes((line.replaceAll("\\R", " ") + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
    }

    /** Reads with the process's own streams shut, because document libraries log to them as they please. */
    private static Outcome<DocumentText> quietly(Path file) {
        var out = System.out;
        var err = System.err;
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        try {
            return read(file);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Outcome<DocumentText> read(Path file) {
        var name = String.valueOf(file.getFileName());
        var refusals = new Refusals(name);
        try {
            if (!Files.isRegularFile(file)) {
                return Outcome.refused(refusals.missing());
            }
            if (Files.size(file) > DocumentReader.LARGEST) {
                return Outcome.refused(refusals.tooLarge(Files.size(file)));
            }
            return new DocumentReader().read(Files.readAllBytes(file), name);
        } catch (IOException unreadable) {
            return Outcome.refused(refusals.broken());
        }
    }
}
