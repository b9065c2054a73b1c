package cn.yizhen.directives;

import java.io.PrintStream;
import java.util.List;

/** {@code ./yizhen text FILE}: exactly the text that all offsets count in, and nothing else. */
public final class TextCommand {

    private TextCommand() {}

    /** @return 0, or 2 where the file cannot be read, with one line on {@code err} */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        return Command.run("text", args, out, err, DocumentText::text);
    }
}
