package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.document.layout.TaskColumn;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.app.document.layout.TaskReading.Read;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a line of the file says otherwise than its row of the draft: wording, units, day. The number stays. */
final class RowChanges {

    private final TaskReading reading;
    private final Filed filed;
    private final Findings found;

    RowChanges(TaskReading reading, Filed filed, Findings found) {
        this.reading = reading;
        this.filed = filed;
        this.found = found;
    }

    void find(Row row, Read read) {
        var task = read.task();
        if (!task.number().isEmpty() && !row.number().isEmpty() && !task.number().equals(row.number())) {
            found.note(read, "number-kept", "序号改成了“" + task.number() + "”，没有采用：总号定下以后不变，仍是 " + row.number() + "。", "移动、增补的条目编号由平台续编。");
        }
        if (!plain(row.wording()).equals(plain(task.wording()))) {
            found.differ(Difference.Kind.REWORDED, row, row.wording(), task.wording(), true, new Edit.Reworded(row.id(), task.wording()));
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
        var before = Findings.said(Findings.lead(now), supports ? now.supportingNames() : "", leaders ? leader(now) : "");
        var after = Findings.said(String.join("、", task.leads()), supports ? String.join("、", task.supports()) : "", leaders ? String.join("、", task.leaders()) : "");
        if (plain(before).equals(plain(after))) {
            return;
        }
        var parties = filed.parties(read);
        if (!parties.unknown().isEmpty()) {
            found.note(read, "unit-unknown", "“" + String.join("、", parties.unknown()) + "”在机构表中没有，或者不能牵头，这一条的单位没有改。", "请照机构表的简称改好再读回，或者在平台里选定。");
            return;
        }
        var to = parties.assignment();
        if (leaders && !task.leaders().isEmpty() && to.leader() == null) {
            found.note(read, "leader-unknown", "牵头领导“" + String.join("、", task.leaders()) + "”在分工里没有找到，没有改。", "请先在分工里登记，或者在平台里选定单位后自动带出。");
        }
        var leader = !leaders ? (Objects.equals(to.lead(), now.lead()) ? now.leader() : to.leader())
                : task.leaders().isEmpty() ? null : Optional.ofNullable(to.leader()).orElse(now.leader());
        var assigned = new Assignment(to.lead(), supports ? to.supporting() : now.supporting().stream().filter(party -> !party.equals(to.lead())).toList(),
                leader, filed.because(), true);
        boolean differs = !Objects.equals(assigned.lead(), now.lead()) || !assigned.supporting().equals(now.supporting()) || !Objects.equals(assigned.leader(), now.leader());
        if (differs) {
            found.differ(Difference.Kind.REASSIGNED, row, before, after, true, new Edit.Assigned(List.of(row.id()), assigned));
        }
    }

    private void day(Row row, Read read) {
        var text = read.task().deadline();
        if (!reading.has(TaskColumn.DEADLINE) || text.isEmpty() || plain(text).equals(plain(TableOfTasks.due(row)))) {
            return;
        }
        var day = filed.day(read);
        if (day.isEmpty()) {
            found.note(read, "deadline-unread", "时限“" + text + "”看不出是哪一天，没有改。", "请写成“2026年6月30日前”的样子，或者在平台里另定。");
        } else if (day.get().isBefore(filed.today())) {
            found.note(read, "due-past", "时限“" + text + "”已经过去，没有改。", "请另定时限并写明理由。");
        } else if (!day.get().equals(row.due().day())) {
            found.differ(Difference.Kind.REDATED, row, TableOfTasks.due(row), text, true, new Edit.DueDecided(List.of(row.id()), day.get(), filed.because()));
        }
    }

    private static String leader(Assignment assignment) {
        var leader = assignment.leader();
        return leader == null ? "" : leader.name();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }
}
