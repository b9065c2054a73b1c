package cn.yizhen.app.document;

import java.util.List;
import java.util.stream.Collectors;

/** Text in one role. A line break inside a run stays a line break. */
public record Paragraph(Role role, List<Run> runs) implements Block {

    /** A stretch of text; strong is set bold. */
    public record Run(String text, boolean strong) {}

    public Paragraph {
        runs = List.copyOf(runs);
    }

    public static Paragraph of(Role role, String text) {
        return new Paragraph(role, List.of(new Run(text, false)));
    }

    /** The words without their looks. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
