package cn.yizhen.app.deployment.application;

import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Due;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.storage.Notice;
import cn.yizhen.app.deployment.storage.SharedRow;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.layout.Task;
import cn.yizhen.app.document.layout.TaskLayout;
import cn.yizhen.app.document.layout.TaskTable;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes rows as the 任务分解表 counties print, whole or one unit's slice under the master numbers. */
public final class TableOfTasks {

    /** A table taken over bears its own name already. */
    private static final Pattern NAMED = Pattern.compile("(分解|分工|任务|责任)(表|清单|台账|方案)");

    private TableOfTasks() {}

    /** The table as it stands in the office; its numbers are provisional, a running count, before units are asked. */
    public static TaskTable of(Deployment deployment) {
        var draft = deployment.draft();
        var tasks = draft.rows().stream()
                .filter(deployment::printed)
                .map(row -> task(row, draft.section(row), remark(row, SharedRow.called(row, deployment.ended(row)), deployment.path().adjustment(row.id())
                        .map(adjusted -> new SharedRow.Change(adjusted.paper(), adjusted.on())).orElse(null))))
                .toList();
        var issued = deployment.path().issue();
        var under = issued.map(i -> i.paper() + "　" + day(i.on())).orElse("（" + deployment.stage().label() + "稿" + (draft.numbered() ? "" : "，序号未定") + "）");
        return new TaskTable(title(deployment.source().title()), under, draft.numbered() ? tasks : counted(tasks), "");
    }

    private static List<Task> counted(List<Task> tasks) {
        return IntStream.range(0, tasks.size()).mapToObj(i -> tasks.get(i).numbered(String.valueOf(i + 1))).toList();
    }

    /** The table as those outside the office see it. */
    public static TaskTable of(Notice notice, List<SharedRow> rows) {
        var tasks = rows.stream()
                .map(row -> task(row.row(), row.section(), remark(row.row(), row.called(), row.change())))
                .toList();
        var under = notice.paper() == null ? "（征求意见稿）" : notice.paper() + "　" + day(notice.day());
        return new TaskTable(title(notice.title()), under, tasks, "");
    }

    public static byte[] word(TaskTable table, TaskLayout layout) {
        return Word.write(table.document(layout, Page.A4_LANDSCAPE));
    }

    public static byte[] workbook(TaskTable table, TaskLayout layout) {
        return Excel.write(table.document(layout, Page.A4_LANDSCAPE));
    }

    private static String title(String document) {
        return NAMED.matcher(document).find() ? document : document + "任务分解表";
    }

    private static Task task(Row row, String section, String remark) {
        var assignment = row.assignment();
        var leader = assignment.leader();
        var lead = assignment.lead();
        return new Task(row.id().toString(), row.number(), section, "", row.wording(),
                leader == null ? List.of() : List.of(leader.name()),
                lead == null ? List.of() : List.of(lead.name()),
                assignment.supporting().stream().map(party -> party.name()).toList(),
                due(row), remark);
    }

    /** 每季度、2026年6月30日前、持续推进; what the table prints for a deadline. */
    public static String due(Row row) {
        if (row.outside() != null) {
            return "";
        }
        return switch (row.handling()) {
            case CONTINUING -> row.due().origin() == Due.Origin.SUGGESTED || row.due().day() == null ? "持续推进" : by(row);
            case LIMIT -> row.due().day() == null || row.due().origin() == Due.Origin.SUGGESTED ? "长期坚持" : by(row);
            case PROJECT, NOTED -> by(row);
        };
    }

    private static String by(Row row) {
        var rhythm = row.cadence() == null ? "" : row.cadence().label();
        var day = row.due().day();
        var last = day == null ? row.due().wording() : day(day) + "前";
        return Stream.of(rhythm, last).filter(part -> !part.isEmpty()).collect(Collectors.joining("，"));
    }

    private static String remark(Row row, String called, SharedRow.@Nullable Change change) {
        var linked = row.link() == null ? "" : "并入" + row.link().paper() + "第" + row.link().number() + "条";
        return Stream.of(row.outside() == null ? "" : "平台不承接", linked, changed(called, change))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("；"));
    }

    /** 2026年6月1日调整（云办函〔2026〕9号）, or 终止, 中止. */
    public static String changed(String called, SharedRow.@Nullable Change change) {
        return change == null ? (called.equals("终止") ? "已终止" : "") : day(change.day()) + called + "（" + change.paper() + "）";
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
