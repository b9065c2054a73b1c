package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.ChargeTable;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Due;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Reader;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.document.layout.Task;
import cn.yizhen.app.document.layout.TaskColumn;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.app.document.layout.TaskReading.Read;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Compares one file with one draft. */
final class Comparing {

    private final Deployment deployment;
    private final Draft draft;
    private final TaskReading reading;
    private final ChargeTable table;
    private final LocalDate today;
    private final Supplier<UUID> ids;
    private final String because;

    private final List<Difference> differences = new ArrayList<>();
    private final List<Reason> notes = new ArrayList<>();
    private final List<Comparison.Seat> seats = new ArrayList<>();
    private final Map<RowId, Read> kept = new LinkedHashMap<>();
    private final Map<RowId, Integer> parts = new HashMap<>();

    Comparing(Deployment deployment, TaskReading reading, ChargeTable table, LocalDate today, Supplier<UUID> ids, String file) {
        this.deployment = deployment;
        this.draft = deployment.draft();
        this.reading = reading;
        this.table = table;
        this.today = today;
        this.ids = ids;
        this.because = "按读回的“" + file + "”。";
        notes.addAll(reading.notices());
    }

    Comparison compare() {
        var rows = draft.rows().stream().filter(deployment::printed).toList();
        var matched = Matching.of(rows, reading.rows());
        for (var read : reading.rows()) {
            var row = matched.get(read);
            if (row == null) {
                origin(read, matched).ifPresentOrElse(from -> split(from, read), () -> added(read));
            } else if (kept.putIfAbsent(row.id(), read) == null) {
                seat(row.id(), section(read, row.section()), "");
                changed(row, read);
            } else if (Likeness.same(kept.get(row.id()).task().wording(), read.task().wording())) {
                note(read, "row-twice", "与前面的一条相同，没有再列。", "如是两条，请写出不同的表述。");
            } else {
                split(row, read);
            }
        }
        var moved = moved(rows);
        if (!reading.slice()) {
            rows.stream().filter(row -> !kept.containsKey(row.id())).forEach(this::gone);
        }
        var touched = differences.stream().flatMap(d -> d.edits().stream()).flatMap(edit -> edit.touches().stream()).collect(Collectors.toSet());
        int same = (int) kept.keySet().stream().filter(id -> !touched.contains(id) && !moved.contains(id)).count();
        return new Comparison(differences, notes, same, seats, moved);
    }

    private void changed(Row row, Read read) {
        var task = read.task();
        if (!task.number().isEmpty() && !row.number().isEmpty() && !task.number().equals(row.number())) {
            note(read, "number-kept", "序号改成了“" + task.number() + "”，没有采用：总号定下以后不变，仍是 " + row.number() + "。", "移动、增补的条目编号由平台续编。");
        }
        if (!plain(row.wording()).equals(plain(task.wording()))) {
            differ(Difference.Kind.REWORDED, row, row.wording(), task.wording(), true, new Edit.Reworded(row.id(), task.wording()));
        }
        units(row, read);
        day(row, read);
    }

    private void units(Row row, Read read) {
        if (!reading.has(TaskColumn.LEADS) && !reading.has(TaskColumn.RESPONSIBLE)) {
            return;
        }
        var now = row.assignment();
        boolean supports = reading.has(TaskColumn.SUPPORTS) || reading.has(TaskColumn.RESPONSIBLE);
        boolean leaders = reading.has(TaskColumn.LEADERS);
        var task = read.task();
        var before = said(lead(now), supports ? now.supportingNames() : "", leaders ? leader(now) : "");
        var after = said(String.join("、", task.leads()), supports ? String.join("、", task.supports()) : "", leaders ? String.join("、", task.leaders()) : "");
        if (plain(before).equals(plain(after))) {
            return;
        }
        var parties = Parties.of(task, table, because);
        if (!parties.unknown().isEmpty()) {
            note(read, "unit-unknown", "“" + String.join("、", parties.unknown()) + "”在机构表中没有，或者不能牵头，这一条的单位没有改。", "请照机构表的简称改好再读回，或者在平台里选定。");
            return;
        }
        var to = parties.assignment();
        if (leaders && !task.leaders().isEmpty() && to.leader() == null) {
            note(read, "leader-unknown", "牵头领导“" + String.join("、", task.leaders()) + "”在分工里没有找到，没有改。", "请先在分工里登记，或者在平台里选定单位后自动带出。");
        }
        var leader = !leaders ? (Objects.equals(to.lead(), now.lead()) ? now.leader() : to.leader())
                : task.leaders().isEmpty() ? null : Optional.ofNullable(to.leader()).orElse(now.leader());
        var assigned = new Assignment(to.lead(), supports ? to.supporting() : now.supporting().stream().filter(party -> !party.equals(to.lead())).toList(),
                leader, because, true);
        boolean differs = !Objects.equals(assigned.lead(), now.lead()) || !assigned.supporting().equals(now.supporting()) || !Objects.equals(assigned.leader(), now.leader());
        if (differs) {
            differ(Difference.Kind.REASSIGNED, row, before, after, true, new Edit.Assigned(List.of(row.id()), assigned));
        }
    }

    private void day(Row row, Read read) {
        var text = read.task().deadline();
        if (!reading.has(TaskColumn.DEADLINE) || text.isEmpty() || plain(text).equals(plain(TableOfTasks.due(row)))) {
            return;
        }
        var day = Deadlines.read(text, year());
        if (day.isEmpty()) {
            note(read, "deadline-unread", "时限“" + text + "”看不出是哪一天，没有改。", "请写成“2026年6月30日前”的样子，或者在平台里另定。");
        } else if (day.get().isBefore(today)) {
            note(read, "due-past", "时限“" + text + "”已经过去，没有改。", "请另定时限并写明理由。");
        } else if (!day.get().equals(row.due().day())) {
            differ(Difference.Kind.REDATED, row, TableOfTasks.due(row), text, true, new Edit.DueDecided(List.of(row.id()), day.get(), because));
        }
    }

    /** The row of the draft whose words a new line has taken with it. */
    private Optional<Row> origin(Read read, Map<Read, Row> matched) {
        var words = Likeness.plain(read.task().wording());
        return words.length() < 4 ? Optional.empty() : matched.values().stream().distinct()
                .filter(row -> Likeness.plain(row.wording()).contains(words)).findFirst();
    }

    private void split(Row from, Read read) {
        int part = parts.merge(from.id(), 1, Integer::sum);
        var day = Deadlines.read(read.task().deadline(), year()).filter(d -> !d.isBefore(today) && !d.equals(from.due().day()));
        var made = fresh(read, from.handling(), day.map(d -> Due.decided(d, because)).orElse(from.due()));
        var spans = made.spans().isEmpty() ? from.spans() : made.spans();
        var number = draft.numbered() && !from.number().isEmpty() ? part(from, part) : "";
        var row = new Row(made.id(), number, spans, made.wording(), made.title(), section(read, from.section()), from.handling(), from.cadence(), made.due(),
                made.assignment().open() ? from.assignment() : made.assignment(), kept(from.numbers(), made.wording()),
                kept(from.placeholders(), made.wording()), from.outside(), from.link(), from.suspended());
        addition(Difference.Kind.SPLIT, name(from) + " 拆出", read, row, true);
    }

    private void added(Read read) {
        var day = Deadlines.read(read.task().deadline(), year());
        var due = day.filter(d -> !d.isBefore(today)).map(d -> Due.decided(d, because)).orElse(Due.NONE);
        var made = fresh(read, due.day() == null ? Handling.CONTINUING : Handling.PROJECT, due);
        addition(Difference.Kind.ADDED, read.place(), read, made.under(section(read, made.section())), true);
    }

    private Row fresh(Read read, Handling handling, Due due) {
        var parties = Parties.of(read.task(), table, because);
        if (!parties.unknown().isEmpty()) {
            note(read, "unit-unknown", "“" + String.join("、", parties.unknown()) + "”在机构表中没有，或者不能牵头。", "列入以后请在平台里选定单位。");
        }
        var to = parties.assignment().lead() == null ? Assignment.question("读回的文件里没有写明牵头单位，请选定。") : parties.assignment();
        return Reader.added(draft, read.task().wording(), handling, to, due, ids).row();
    }

    private void addition(Difference.Kind kind, String about, Read read, Row row, boolean proposed) {
        var key = kind + "/" + read.place();
        var units = said(lead(row.assignment()), row.assignment().supportingNames(), "");
        differences.add(new Difference(key, kind, about, "", row.wording() + (units.isEmpty() ? "" : "（" + units + "）"), List.of(new Edit.Promoted(row)), proposed));
        seat(row.id(), row.section(), key);
    }

    /** Gone into another row that took its words, or gone. */
    private void gone(Row row) {
        var words = Likeness.plain(row.wording());
        var into = kept.entrySet().stream()
                .filter(e -> Likeness.plain(e.getValue().task().wording()).contains(words))
                .filter(e -> !Likeness.plain(draft.row(e.getKey()).orElseThrow().wording()).contains(words))
                .map(Map.Entry::getKey).findFirst();
        if (into.isPresent()) {
            differ(Difference.Kind.MERGED, row, row.wording(), "并入" + name(draft.row(into.get()).orElseThrow()), true, new Edit.Merged(into.get(), List.of(row.id())));
        } else {
            differ(Difference.Kind.REMOVED, row, row.wording(), "改为阅知", false, new Edit.Regraded(List.of(row.id()), Handling.NOTED));
        }
    }

    /** Rows that are not where they were: all but the longest run that still follows in the draft's order. */
    private Set<RowId> moved(List<Row> rows) {
        var now = rows.stream().map(Row::id).toList();
        var order = seats.stream().filter(seat -> seat.key().isEmpty()).map(seat -> seat.at().row()).toList();
        var still = Runs.longest(order.stream().map(now::indexOf).toList()).stream().map(now::get).collect(Collectors.toSet());
        var moved = new HashSet<RowId>();
        for (var seat : seats) {
            var row = draft.row(seat.at().row());
            if (seat.key().isEmpty() && (!still.contains(seat.at().row()) || row.filter(r -> r.section() != seat.at().section()).isPresent())) {
                moved.add(seat.at().row());
            }
        }
        if (!moved.isEmpty() && !reading.slice()) {
            var names = order.stream().filter(moved::contains).map(id -> name(draft.row(id).orElseThrow())).collect(Collectors.joining("、"));
            differences.add(new Difference("MOVED", Difference.Kind.MOVED, names, "原来的次序", "照文件里的次序", List.of(), true));
        }
        return reading.slice() ? Set.of() : moved;
    }

    /** The heading of the draft that a heading of the file is, whatever numbers stand before either. */
    private int section(Read read, int otherwise) {
        var wanted = heading(read.task().heading());
        for (int i = 0; i < draft.sections().size() && !wanted.isEmpty(); i++) {
            if (heading(draft.sections().get(i)).equals(wanted)) {
                return i + 1;
            }
        }
        return otherwise;
    }

    private int year() {
        return Objects.requireNonNullElse(draft.date(), today).getYear();
    }

    private static String heading(String text) {
        return Likeness.plain(text.strip().replaceFirst("^[（(]?[一二三四五六七八九十]+[）)、.．]", ""));
    }

    private void seat(RowId row, int section, String key) {
        seats.add(new Comparison.Seat(new Edit.Ordered.Seat(row, section), key));
    }

    private void differ(Difference.Kind kind, Row row, String before, String after, boolean proposed, Edit edit) {
        differences.add(new Difference(kind + "/" + row.id(), kind, name(row), before, after, List.of(edit), proposed));
    }

    private void note(Read read, String code, String text, String next) {
        notes.add(Reason.of(code, read.place() + "：" + text, next));
    }

    private static String name(Row row) {
        return row.number().isEmpty() ? "“" + row.title() + "”" : "第 " + row.number() + " 条";
    }

    private String part(Row from, int part) {
        var stem = from.number().split("—")[0];
        long before = draft.rows().stream().filter(row -> row.number().startsWith(stem + "—")).count();
        return stem + "—" + (before + part);
    }

    private static List<String> kept(List<String> words, String wording) {
        return words.stream().filter(wording::contains).toList();
    }

    private static String lead(Assignment assignment) {
        var lead = assignment.lead();
        return lead == null ? "" : lead.name();
    }

    private static String leader(Assignment assignment) {
        var leader = assignment.leader();
        return leader == null ? "" : leader.name();
    }

    private static String said(String lead, String supports, String leader) {
        return (leader.isEmpty() ? "" : leader + "；") + lead + (supports.isEmpty() ? "" : "；配合：" + supports);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }
}
