package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Deadline;
import cn.yizhen.directives.Directive;
import cn.yizhen.directives.Extraction;
import cn.yizhen.directives.Heading;
import cn.yizhen.directives.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what was found in a text into the first rows of a draft. */
public final class Reader {

    private static final int SHORTEST_TITLE = 4;

    private final Owners owners;
    private final Supplier<UUID> ids;

    public Reader(Owners owners, Supplier<UUID> ids) {
        this.owners = owners;
        this.ids = ids;
    }

    public Edit.Drafted drafted(LocalDate date, Extraction found) {
        var sections = found.headings().stream().filter(h -> h.level() == 1).map(Heading::title).toList();
        var lines = found.sentences().stream().map(Reader::line).toList();
        var rows = found.directives().stream().map(directive -> row(directive, date)).toList();
        return new Edit.Drafted(date, sections, lines, rows);
    }

    /** A row from a sentence nobody had taken; the clerk who takes it says how it is to be handled. */
    public Edit.Promoted promoted(Draft draft, Line line, Handling handling) {
        var span = trimmed(draft.text(), line.span());
        var wording = span.of(draft.text());
        var row = new Row(new RowId(ids.get()), "", List.of(span), wording, Words.clip(wording, Row.LONGEST_TITLE),
                line.section(), handling, null, suggested(draft.date()), owners.propose(wording, List.of()),
                List.of(), List.of(), null, null, null);
        return new Edit.Promoted(row);
    }

    /** A row somebody wrote; it has a place where the document holds exactly its words, else none. */
    public static Edit.Promoted added(Draft draft, String wording, Handling handling, Assignment to, Due due, Supplier<UUID> ids) {
        int at = draft.text().indexOf(wording);
        var spans = wording.isBlank() || at < 0 ? List.<Span>of() : List.of(Span.of(draft.text(), at, wording));
        int section = spans.isEmpty() ? 0 : draft.lines().stream().filter(line -> line.span().touches(spans.getFirst()))
                .map(Line::section).findFirst().orElse(0);
        return new Edit.Promoted(new Row(new RowId(ids.get()), "", spans, wording, Words.clip(wording, Row.LONGEST_TITLE), section, handling, null,
                due, to, List.of(), List.of(), null, null, null));
    }

    private Row row(Directive found, LocalDate date) {
        var due = found.deadline() == null ? suggested(date) : Due.of(found.deadline());
        return new Row(new RowId(ids.get()), "", List.of(new Span(found.start(), found.end())), found.text(), title(found),
                found.section(), Handling.of(found.grade()), found.cadence(), due,
                owners.propose(found.text(), found.units()), found.numbers(), found.placeholders(),
                found.beyond() == null ? null : found.beyond().reason(), null, null);
    }

    /** Verb and object without what stands before the verb; people say 制定干部管理办法. 印发 alone would say nothing. */
    private static String title(Directive found) {
        var wording = found.wording();
        var words = wording.verb() + wording.object();
        return Words.clip(words.length() < SHORTEST_TITLE ? found.text() : words, Row.LONGEST_TITLE);
    }

    private static Due suggested(@Nullable LocalDate date) {
        if (date == null) {
            return Due.NONE;
        }
        var day = LocalDate.of(date.getYear(), 12, 31);
        return Due.of(new Deadline(day, "文中没有写时限，建议定在文件当年年底", Deadline.Origin.SUGGESTED));
    }

    private static Line line(Sentence sentence) {
        return new Line(sentence.index(), new Span(sentence.start(), sentence.end()), sentence.section(), sentence.reading());
    }

    private static Span trimmed(String text, Span span) {
        int end = span.end();
        int[] points = span.of(text).codePoints().toArray();
        while (end - 1 > span.start() && "。；，！!;,. \n".indexOf(points[end - 1 - span.start()]) >= 0) {
            end--;
        }
        return new Span(span.start(), end);
    }
}
