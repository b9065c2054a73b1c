package cn.yizhen.app.document;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text in one role. A line break inside a run stays a line break.
 *
 * @param setting null for the role's own
 */
public record Paragraph(Role role, List<Run> runs, @Nullable Setting setting) implements Block {

    /**
     * A stretch of text; strong is set bold.
     *
     * @param face   null for the role's
     * @param points type size, 0 for the role's
     */
    public record Run(String text, boolean strong, @Nullable Typeface face, double points) {

        public Run(String text, boolean strong) {
            this(text, strong, null, 0);
        }

        public static Run in(Typeface face, String text) {
            return new Run(text, false, face, 0);
        }
    }

    public Paragraph {
        runs = List.copyOf(runs);
    }

    public static Paragraph of(Role role, String text) {
        return of(role, new Run(text, false));
    }

    public static Paragraph of(Role role, Run... runs) {
        return new Paragraph(role, List.of(runs), null);
    }

    public Paragraph set(Setting as) {
        return new Paragraph(role, runs, as);
    }

    /** The words without their looks. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
