package cn.yizhen.directives;

import java.io.PrintStream;
import java.util.List;

/** {@code ./yizhen directives FILE}: a JSON array of directives, and nothing else. */
public final class DirectivesCommand {

    private DirectivesCommand() {}

    /** @return 0, or 2 where the file cannot be read, with one line on {@code err} */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        return Command.run("directives", args, out, err,
                document -> DirectiveJson.array(new Extractor().extract(document.text()).directives()));
    }
}
