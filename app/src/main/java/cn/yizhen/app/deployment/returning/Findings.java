package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.document.layout.TaskReading.Read;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a comparison has found so far. */
final class Findings {

    private final Draft draft;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Reason> notes = new ArrayList<>();
    private final List<Comparison.Seat> seats = new ArrayList<>();

    /** @param notices of the file itself */
    Findings(Draft draft, List<Reason> notices) {
        this.draft = draft;
        notes.addAll(notices);
    }

    Comparison comparison(int same, Set<RowId> moved) {
        return new Comparison(differences, notes, same, seats, moved);
    }

    /** The rows an edit found so far changes. */
    Set<RowId> touched() {
        return differences.stream().flatMap(difference -> difference.edits().stream()).flatMap(edit -> edit.touches().stream()).collect(Collectors.toSet());
    }

    List<Comparison.Seat> seats() {
        return List.copyOf(seats);
    }

    void add(Difference difference) {
        differences.add(difference);
    }

    void seat(RowId row, int section, String key) {
        seats.add(new Comparison.Seat(new Edit.Ordered.Seat(row, section), key));
    }

    void differ(Difference.Kind kind, Row row, String before, String after, boolean proposed, Edit edit) {
        differences.add(new Difference(kind + "/" + row.id(), kind, name(row), before, after, List.of(edit), proposed));
    }

    void note(Read read, String code, String text, String next) {
        notes.add(Reason.of(code, read.place() + "：" + text, next));
    }

    static String name(Row row) {
        return row.number().isEmpty() ? "“" + row.title() + "”" : "第 " + row.number() + " 条";
    }

    /** The heading of the draft that a heading of the file is, whatever numbers stand before either. */
    int section(Read read, int otherwise) {
        var wanted = heading(read.task().heading());
        for (int i = 0; i < draft.sections().size() && !wanted.isEmpty(); i++) {
            if (heading(draft.sections().get(i)).equals(wanted)) {
                return i + 1;
            }
        }
        return otherwise;
    }

    private static String heading(String text) {
        return Likeness.plain(text.strip().replaceFirst("^[（(]?[一二三四五六七八九十]+[）)、.．]", ""));
    }

    static String lead(Assignment assignment) {
        var lead = assignment.lead();
        return lead == null ? "" : lead.name();
    }

    /** The units of a row in words. */
    static String said(String lead, String supports, String leader) {
        return (leader.isEmpty() ? "" : leader + "；") + lead + (supports.isEmpty() ? "" : "；配合：" + supports);
    }
}
