package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one document as they stand after some edits.
 *
 * @param text     the document
 * @param date     its confirmed date, or null before that
 * @param sections titles of the top-level headings; section 1 first
 * @param lines    every sentence
 * @param rows     in order of place, or as somebody ordered them
 * @param numbered the master numbers are given and never change again
 * @param order    rows as somebody ordered them; empty for their order in the text
 */
public record Draft(
        String text, @Nullable LocalDate date, List<String> sections, List<Line> lines, List<Row> rows, boolean numbered,
        List<RowId> order) {

    /** Heading over rows that have no place in the text and were put under none of its headings. */
    private static final String ADDED = "增补";
    private static final int LONGEST_WORDING = 1000;

    public Draft {
        sections = List.copyOf(sections);
        lines = List.copyOf(lines);
        order = List.copyOf(order);
        rows = Ordering.of(rows, order);
    }

    public static Draft of(String text) {
        return new Draft(text, null, List.of(), List.of(), List.of(), false, List.of());
    }

    public Optional<Row> row(RowId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    public String section(int number) {
        return number >= 1 && number <= sections.size() ? sections.get(number - 1) : "";
    }

    /** The heading a row is printed under. */
    public String section(Row row) {
        return row.spans().isEmpty() && row.section() == 0 ? ADDED : section(row.section());
    }

    /**
     * Where a row stands among the others: its place in the text, that of the row before it where it has none, or its
     * place in the order somebody gave.
     */
    public int place(Row row) {
        int at = rows.indexOf(row);
        if (!order.isEmpty()) {
            return at;
        }
        while (at >= 0 && rows.get(at).spans().isEmpty()) {
            at--;
        }
        return at < 0 ? 0 : rows.get(at).spans().getFirst().start();
    }

    /** The words a row has in the text; empty for one that has no place there. */
    public String evidence(Row row) {
        return Cutting.words(this, row.spans());
    }

    /** Its words were changed by hand. */
    public boolean reworded(Row row) {
        return !row.spans().isEmpty() && !evidence(row).equals(row.wording());
    }

    /** Rows that have a place in the given sentence. */
    public List<Row> in(Line line) {
        return rows.stream().filter(row -> row.spans().stream().anyMatch(line.span()::touches)).toList();
    }

    /** The draft after an edit, or everything that is wrong with the edit. */
    public Outcome<Draft> take(Edit edit) {
        var unknown = edit.touches().stream().filter(id -> row(id).isEmpty()).toList();
        return switch (edit) {
            case Edit.Drafted read -> Outcome.done(new Draft(text, read.date(), read.sections(), read.lines(), read.rows(), false, List.of()));
            case Edit.Promoted promoted -> promote(promoted.row());
            case Edit.ReadBack back -> all(back.changes());
            case Edit.Split split -> row(split.row()).<Outcome<Draft>>map(row -> Cutting.cut(this, row, split)).orElseGet(Draft::gone);
            case Edit _ when !unknown.isEmpty() -> gone();
            case Edit.Regraded(var ids, var to) -> Outcome.done(change(ids, row -> row.with(to)).number());
            case Edit.Suspended(var ids, var ground) -> Outcome.done(change(ids, row -> row.standing(ground.isBlank() ? null : ground)));
            case Edit.Assigned(var ids, var to) -> Assigning.check(to).map(checked -> change(ids, row -> row.with(checked)));
            case Edit.DueDecided(var ids, var day, var reason) -> decide(ids, day, reason);
            case Edit.DueConfirmed(var ids) -> Outcome.done(change(ids, row -> row.with(row.due().confirm())));
            case Edit.Titled(var id, var title) -> title(id, title.strip());
            case Edit.Reworded(var id, var wording) -> reword(id, wording.strip());
            case Edit.Ordered ordered -> Outcome.done(ordered(ordered));
            case Edit.Merged merged -> Cutting.merge(this, merged);
            case Edit.Linked(var id, var to) -> Outcome.done(change(List.of(id), row -> row.linked(to)));
            case Edit.Undone _ -> throw new IllegalArgumentException("taken back by replaying, not by applying");
        };
    }

    /** Gives every row that is not merely noted its number; rows that have one keep it. */
    Draft numbering() {
        return new Draft(text, date, sections, lines, rows, true, order).number();
    }

    Draft number() {
        if (!numbered) {
            return this;
        }
        int next = rows.stream().mapToInt(Draft::ordinal).max().orElse(0) + 1;
        var given = new ArrayList<Row>();
        for (var row : rows) {
            boolean needs = row.number().isEmpty() && row.handling() != Handling.NOTED;
            given.add(needs ? row.numbered(String.valueOf(next++)) : row);
        }
        return rows(given);
    }

    Draft rows(Collection<Row> others) {
        return new Draft(text, date, sections, lines, List.copyOf(others), numbered, order);
    }

    Draft change(Collection<RowId> ids, UnaryOperator<Row> how) {
        return rows(rows.stream().map(row -> ids.contains(row.id()) ? how.apply(row) : row).toList());
    }

    /** The number before the first dash; 0 where a table taken over numbers in another way. */
    private static int ordinal(Row row) {
        var stem = row.number().split("—")[0];
        return stem.matches("\\d{1,6}") ? Integer.parseInt(stem) : 0;
    }

    private Draft ordered(Edit.Ordered ordered) {
        var sections = ordered.order().stream().collect(Collectors.toMap(Edit.Ordered.Seat::row, Edit.Ordered.Seat::section, (one, _) -> one));
        var seated = rows.stream().map(row -> row.under(sections.getOrDefault(row.id(), row.section()))).toList();
        return new Draft(text, date, this.sections, lines, seated, numbered, ordered.order().stream().map(Edit.Ordered.Seat::row).toList());
    }

    private Outcome<Draft> all(List<Edit> changes) {
        var after = Outcome.done(this);
        for (var change : changes) {
            after = after.then(draft -> draft.take(change));
        }
        return after;
    }

    private Outcome<Draft> reword(RowId id, String wording) {
        int length = wording.codePointCount(0, wording.length());
        return length == 0 || length > LONGEST_WORDING
                ? Outcome.refused(Reason.of("wording-length", "表述应为 1 至 " + LONGEST_WORDING + " 个字，现为 " + length + " 个字。", "请改写后再存。"))
                : Outcome.done(change(List.of(id), row -> row.worded(wording)));
    }

    private Outcome<Draft> promote(Row row) {
        int length = text.codePointCount(0, text.length());
        if (row.spans().stream().anyMatch(span -> span.end() > length)) {
            return gone();
        }
        if (rows.stream().anyMatch(other -> other.spans().equals(row.spans()) && other.wording().equals(row.wording()))) {
            return Outcome.refused(Reason.of("row-taken-already", "这一句已经列入。", "请在右侧表中查看。"));
        }
        return Outcome.done(rows(Stream.concat(rows.stream(), Stream.of(row)).toList()).number());
    }

    private Outcome<Draft> decide(List<RowId> ids, LocalDate day, String reason) {
        if (date != null && day.isBefore(date)) {
            return Outcome.refused(Reason.of("due-before-document",
                    "时限 " + Words.day(day) + " 早于文件日期 " + Words.day(date) + "。", "请改为文件日期之后的一天。"));
        }
        if (reason.isBlank()) {
            return Outcome.refused(Reason.of("due-without-reason", "另定时限没有写理由。", "请用一句话写明理由。"));
        }
        return Outcome.done(change(ids, row -> row.with(Due.decided(day, reason.strip()))));
    }

    private Outcome<Draft> title(RowId id, String title) {
        if (title.isEmpty() || title.codePointCount(0, title.length()) > Row.LONGEST_TITLE) {
            return Outcome.refused(Reason.of("title-length",
                    "简称应为 1 至 " + Row.LONGEST_TITLE + " 个字，现为 " + title.codePointCount(0, title.length()) + " 个字。", "请改短后再存。"));
        }
        return Outcome.done(change(List.of(id), row -> row.titled(title)));
    }

    static <T> Outcome<T> gone() {
        return Outcome.refused(Reason.of("row-gone", "这一条已被合并或者撤销，不在表中了。", "请刷新后重新选择。"));
    }
}
