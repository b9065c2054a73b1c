package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One document on its way from text to an issued table and beyond; computed from its journal.
 *
 * @param entries everything noted, in order; what was taken back is among it
 */
public record Deployment(Source source, List<Entry> entries, List<Objection> objections, Draft draft, Path path) {

    public Deployment {
        entries = List.copyOf(entries);
        objections = List.copyOf(objections);
    }

    /** Replays a journal. Entries were checked when they were noted: one that no longer applies is a defect. */
    public static Deployment of(Source source, List<Entry> entries, List<Objection> objections) {
        var undone = undone(entries);
        var draft = Draft.of(source.text());
        var steps = new ArrayList<Step>();
        for (var entry : entries) {
            switch (entry.what()) {
                case Edit.Undone _ -> { }
                case Edit edit -> draft = undone.contains(entry.number()) ? draft : applied(draft, edit, entry);
                case Step.Adjusted adjusted -> {
                    draft = applied(draft, adjusted.change(), entry);
                    steps.add(adjusted);
                }
                case Step step -> {
                    draft = step instanceof Step.ConsultationOpened || step instanceof Step.TakenOver ? draft.numbering() : draft;
                    steps.add(step);
                }
            }
        }
        return new Deployment(source, entries, objections, draft, new Path(draft.date() != null, steps));
    }

    /** The deployment after one more happening, or everything that stands against it. */
    public Outcome<Deployment> take(Happening what, String by, LocalDate today) {
        var against = Objecting.to(this, what, today);
        if (!against.isEmpty()) {
            return Outcome.refused(against);
        }
        Outcome<Draft> tried = switch (what) {
            case Edit.Undone _ -> Outcome.done(draft);
            case Edit edit -> draft.take(edit);
            case Step.Adjusted adjusted -> draft.take(adjusted.change());
            case Step _ -> Outcome.done(draft);
        };
        return tried.map(_ -> {
            var more = new ArrayList<>(entries);
            more.add(new Entry(last() + 1, what, by, today));
            return of(source, more, objections);
        });
    }

    /** Stands in the table as it is printed: more than noted, or ended after it was issued. */
    public boolean printed(Row row) {
        return row.handling().needsLead() || ended(row);
    }

    /** Ended by an adjustment (终止); it keeps its number and its line. */
    public boolean ended(Row row) {
        return path.adjustments().stream().anyMatch(a -> a.change() instanceof Edit.Regraded(var rows, _) && rows.contains(row.id()));
    }

    /** What an entry did; an adjustment with the numbers of the rows it concerns. */
    public String says(Entry entry) {
        if (!(entry.what() instanceof Step.Adjusted adjusted)) {
            return entry.what().says();
        }
        var numbers = adjusted.change().touches().stream().flatMap(id -> draft.row(id).stream()).map(Row::number).sorted().collect(Collectors.joining("、"));
        return adjusted.says() + (numbers.isEmpty() ? "" : "（第 " + numbers + " 条）");
    }

    public Stage stage() {
        return path.stage();
    }

    /** Number of the newest entry, 0 before the first. */
    public int last() {
        return entries.isEmpty() ? 0 : entries.getLast().number();
    }

    /** The edit 撤销 would take back: the newest that still counts and came after the last step. */
    public Optional<Entry> undoable() {
        var undone = undone(entries);
        for (var entry : entries.reversed()) {
            switch (entry.what()) {
                case Step _, Edit.Drafted _ -> {
                    return Optional.empty();
                }
                case Edit.Undone _ -> { }
                case Edit _ -> {
                    if (!undone.contains(entry.number())) {
                        return Optional.of(entry);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Rows that edits noted after the given entry touched; an edit on none of them disturbs nobody. */
    public Set<RowId> touchedSince(int entry) {
        var touched = new HashSet<RowId>();
        entries.stream().filter(e -> e.number() > entry).forEach(e -> touched.addAll(touchedBy(e)));
        return touched;
    }

    public List<Objection> objectionsTo(RowId row) {
        return objections.stream().filter(objection -> objection.row().equals(row)).toList();
    }

    public List<Objection> openObjections() {
        return objections.stream().filter(Objection::open).toList();
    }

    private Set<RowId> touchedBy(Entry entry) {
        return switch (entry.what()) {
            case Edit.Undone(int number) -> entries.stream()
                    .filter(e -> e.number() == number)
                    .flatMap(e -> touchedBy(e).stream())
                    .collect(Collectors.toSet());
            case Edit edit -> edit.touches();
            case Step.Adjusted adjusted -> adjusted.change().touches();
            case Step _ -> Set.of();
        };
    }

    private static Set<Integer> undone(List<Entry> entries) {
        return entries.stream()
                .flatMap(e -> e.what() instanceof Edit.Undone(int number) ? Stream.of(number) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static Draft applied(Draft draft, Edit edit, Entry entry) {
        return switch (draft.take(edit)) {
            case Outcome.Done<Draft>(var after) -> after;
            case Outcome.Refused<Draft>(var reasons) ->
                    throw new IllegalStateException("entry " + entry.number() + " does not apply: " + codes(reasons));
        };
    }

    private static String codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.joining(", "));
    }
}
