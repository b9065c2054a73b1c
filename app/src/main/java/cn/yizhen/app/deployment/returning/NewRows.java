package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Due;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Reader;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.document.layout.TaskReading.Read;
import cn.yizhen.rules.calendar.Days;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of the file that are no row of the draft yet: split off one, or new. */
final class NewRows {

    private final Draft draft;
    private final Filed filed;
    private final Supplier<UUID> ids;
    private final Findings found;
    private final Map<RowId, Integer> parts = new HashMap<>();

    NewRows(Draft draft, Filed filed, Supplier<UUID> ids, Findings found) {
        this.draft = draft;
        this.filed = filed;
        this.ids = ids;
        this.found = found;
    }

    void split(Row from, Read read) {
        int part = parts.merge(from.id(), 1, Integer::sum);
        var day = filed.day(read).filter(d -> !d.isBefore(filed.today()) && !d.equals(from.due().day()));
        var made = fresh(read, from.handling(), day.map(d -> Due.decided(d, filed.because())).orElse(from.due()));
        var spans = made.spans().isEmpty() ? from.spans() : made.spans();
        var number = draft.numbered() && !from.number().isEmpty() ? part(from, part) : "";
        var row = new Row(made.id(), number, spans, made.wording(), made.title(), found.section(read, from.section()), from.handling(), from.cadence(), made.due(),
                made.assignment().open() ? from.assignment() : made.assignment(), kept(from.numbers(), made.wording()),
                kept(from.placeholders(), made.wording()), from.outside(), from.link(), from.suspended());
        addition(Difference.Kind.SPLIT, Findings.name(from) + " 拆出", read, row, true);
    }

    void added(Read read) {
        var day = filed.day(read);
        var due = day.filter(d -> !d.isBefore(filed.today())).map(d -> Due.decided(d, filed.because())).orElse(Due.NONE);
        var made = fresh(read, due.day() == null ? Handling.CONTINUING : Handling.PROJECT, due);
        addition(Difference.Kind.ADDED, read.place(), read, made.under(found.section(read, made.section())), true);
    }

    private Row fresh(Read read, Handling handling, Due due) {
        var parties = filed.parties(read);
        if (!parties.unknown().isEmpty()) {
            found.note(read, "unit-unknown", "“" + String.join("、", parties.unknown()) + "”在机构表中没有，或者不能牵头。", "列入以后请在平台里选定单位。");
        }
        var to = parties.assignment().lead() == null ? Assignment.question("读回的文件里没有写明牵头单位，请选定。") : parties.assignment();
        return Reader.added(draft, read.task().wording(), handling, to, due, ids).row();
    }

    private void addition(Difference.Kind kind, String about, Read read, Row row, boolean proposed) {
        var key = kind + "/" + read.place();
        var units = Findings.said(Findings.lead(row.assignment()), row.assignment().supportingNames(), "");
        var day = row.due().day() == null ? "" : Days.full(row.due().day()) + "前";
        var said = Stream.of(units, day).filter(words -> !words.isEmpty()).collect(Collectors.joining("；"));
        found.add(new Difference(key, kind, about, "", row.wording() + (said.isEmpty() ? "" : "（" + said + "）"), List.of(new Edit.Promoted(row)), proposed));
        found.seat(row.id(), row.section(), key);
    }

    private String part(Row from, int part) {
        var stem = from.number().split("—")[0];
        long before = draft.rows().stream().filter(row -> row.number().startsWith(stem + "—")).count();
        return stem + "—" + (before + part);
    }

    private static List<String> kept(List<String> words, String wording) {
        return words.stream().filter(wording::contains).toList();
    }
}
