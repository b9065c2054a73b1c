package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.ChargeTable;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.app.document.layout.TaskReading.Read;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares one file with one draft. */
final class Comparing {

    private final Deployment deployment;
    private final Draft draft;
    private final TaskReading reading;
    private final Findings found;
    private final RowChanges changes;
    private final NewRows fresh;
    private final Map<RowId, Read> kept = new LinkedHashMap<>();

    Comparing(Deployment deployment, TaskReading reading, ChargeTable table, LocalDate today, Supplier<UUID> ids, String file) {
        this.deployment = deployment;
        this.draft = deployment.draft();
        this.reading = reading;
        this.found = new Findings(draft, reading.notices());
        var filed = new Filed(table, today, Objects.requireNonNullElse(draft.date(), today).getYear(), "按读回的“" + file + "”。");
        this.changes = new RowChanges(reading, filed, found);
        this.fresh = new NewRows(draft, filed, ids, found);
    }

    Comparison compare() {
        var rows = draft.rows().stream().filter(deployment::printed).toList();
        var matched = Matching.of(rows, reading.rows());
        Row above = null;
        for (var read : reading.rows()) {
            var row = matched.get(read);
            if (row == null) {
                origin(read, matched).or(apart(above, read)).ifPresentOrElse(from -> fresh.split(from, read), () -> fresh.added(read));
            } else if (kept.putIfAbsent(row.id(), read) == null) {
                found.seat(row.id(), found.section(read, row.section()), "");
                changes.find(row, read);
            } else if (Likeness.same(kept.get(row.id()).task().wording(), read.task().wording())) {
                found.note(read, "row-twice", "与前面的一条相同，没有再列。", "如是两条，请写出不同的表述。");
            } else {
                fresh.split(row, read);
            }
            above = row == null ? above : row;
        }
        var moved = moved(rows);
        if (!reading.slice()) {
            rows.stream().filter(row -> !kept.containsKey(row.id())).forEach(this::gone);
        }
        var touched = found.touched();
        int same = (int) kept.keySet().stream().filter(id -> !touched.contains(id) && !moved.contains(id)).count();
        return found.comparison(same, moved);
    }

    /** The row of the draft whose words a new line has taken with it. */
    private Optional<Row> origin(Read read, Map<Read, Row> matched) {
        var words = Likeness.plain(read.task().wording());
        return words.length() < 4 ? Optional.empty() : matched.values().stream().distinct()
                .filter(row -> Likeness.plain(row.wording()).contains(words)).findFirst();
    }

    /** The row above where its own words changed too: whoever takes one apart by hand writes both halves anew. */
    private Supplier<Optional<Row>> apart(@Nullable Row above, Read read) {
        return () -> Optional.ofNullable(above).filter(row -> kept.containsKey(row.id()) && !Likeness.same(row.wording(), kept.get(row.id()).task().wording()))
                .filter(row -> Likeness.of(row.wording(), read.task().wording()) >= Matching.NEARLY);
    }

    /** Gone into another row that took its words, or gone. */
    private void gone(Row row) {
        var words = Likeness.plain(row.wording());
        var into = kept.entrySet().stream()
                .filter(e -> Likeness.plain(e.getValue().task().wording()).contains(words))
                .filter(e -> !Likeness.plain(draft.row(e.getKey()).orElseThrow().wording()).contains(words))
                .map(Map.Entry::getKey).findFirst();
        if (into.isPresent()) {
            found.differ(Difference.Kind.MERGED, row, row.wording(), "并入" + Findings.name(draft.row(into.get()).orElseThrow()), true, new Edit.Merged(into.get(), List.of(row.id())));
        } else {
            found.differ(Difference.Kind.REMOVED, row, row.wording(), "改为阅知", false, new Edit.Regraded(List.of(row.id()), Handling.NOTED));
        }
    }

    /** Rows that are not where they were: all but the longest run that still follows in the draft's order. */
    private Set<RowId> moved(List<Row> rows) {
        var now = rows.stream().map(Row::id).toList();
        var order = found.seats().stream().filter(seat -> seat.key().isEmpty()).map(seat -> seat.at().row()).toList();
        var still = Runs.longest(order.stream().map(now::indexOf).toList()).stream().map(now::get).collect(Collectors.toSet());
        var moved = new HashSet<RowId>();
        for (var seat : found.seats()) {
            var row = draft.row(seat.at().row());
            if (seat.key().isEmpty() && (!still.contains(seat.at().row()) || row.filter(r -> r.section() != seat.at().section()).isPresent())) {
                moved.add(seat.at().row());
            }
        }
        if (!moved.isEmpty() && !reading.slice()) {
            var names = order.stream().filter(moved::contains).map(id -> Findings.name(draft.row(id).orElseThrow())).collect(Collectors.joining("、"));
            found.add(new Difference("MOVED", Difference.Kind.MOVED, names, "原来的次序", "照文件里的次序", List.of(), true));
        }
        return reading.slice() ? Set.of() : moved;
    }
}
