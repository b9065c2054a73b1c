package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.Objection;
import cn.yizhen.app.deployment.model.Party;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.storage.Notice;
import cn.yizhen.app.deployment.storage.SharedRow;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table for those outside the office.
 *
 * @param mine  rows in which a unit of the asker stands
 * @param groups what the unit whose rows are shown is also asked as: 各乡镇
 * @param units names a slice can be asked for
 * @param unit  the unit whose rows are shown, empty for all
 * @param post  the post an objection is entered under
 */
public record TablePage(
        UUID id, @Nullable Notice notice, List<SharedRow> rows, List<RowId> mine, Set<String> groups, List<Objection> objections, List<String> units,
        String unit, String post, LocalDate today, UUID key, List<Reason> reasons, Map<String, String> typed) {

    public String title() {
        return notice == null ? "任务分解表" : notice.title();
    }

    public boolean asks() {
        return notice != null && notice.asksOn(today);
    }

    public List<SharedRow> shown() {
        return unit.isEmpty() ? rows : rows.stream().filter(row -> concerns(row.row())).toList();
    }

    public boolean isMine(SharedRow row) {
        return mine.contains(row.row().id());
    }

    public List<Objection> objectionsTo(SharedRow row) {
        return objections.stream().filter(o -> o.row().equals(row.row().id())).toList();
    }

    /** The paper that changed the row after issue, or empty. */
    public String changed(SharedRow row) {
        return TableOfTasks.changed(row.called(), row.change());
    }

    public String exports() {
        return "/posts/" + post + "/deployments/" + id + "/exports/table";
    }

    public String due(SharedRow row) {
        return TableOfTasks.due(row.row());
    }

    public String tone(SharedRow row) {
        return TextPane.tone(row.row());
    }

    public String typed(SharedRow row, String field) {
        return row.row().id().toString().equals(typed.get("rows")) ? typed.getOrDefault(field, "") : "";
    }

    private boolean concerns(Row row) {
        var lead = row.assignment().lead();
        return lead != null && lead.name().equals(unit) || row.assignment().supporting().stream().map(Party::name).anyMatch(name -> name.equals(unit) || groups.contains(name));
    }
}
