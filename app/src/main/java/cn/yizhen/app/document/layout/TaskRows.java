package cn.yizhen.app.document.layout;

import cn.yizhen.app.document.Cell;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns tasks into the rows of a layout. Columns nobody filled (备注, 牵头领导 nowhere named) are left out. */
final class TaskRows {

    private record Part(Column column, Function<Task, String> words) {}

    private static final Part ID = new Part(Column.of("平台编号", 1).outOfSight(), Task::id);
    private static final Part NUMBER = new Part(Column.of("序号", 3).centred(), Task::number);
    private static final Part WORDING = new Part(Column.of("重点工作任务", 26), Task::wording);
    private static final Part LEADERS = new Part(Column.of("牵头领导", 10).centred(), t -> list(t.leaders()));
    private static final Part LEADS = new Part(Column.of("牵头单位", 9), t -> list(t.leads()));
    private static final Part SUPPORTS = new Part(Column.of("配合单位", 12), t -> list(t.supports()));
    private static final Part DEADLINE = new Part(Column.of("完成时限", 9).centred(), Task::deadline);
    private static final Part REMARK = new Part(Column.of("备注", 6), Task::remark);

    private TaskRows() {}

    static Table of(TaskLayout layout, List<Task> tasks) {
        return switch (layout) {
            case NUMBERED -> banded(tasks, List.of(NUMBER, WORDING, LEADERS, LEADS, SUPPORTS, DEADLINE));
            case GOALS -> banded(tasks, List.of(
                    NUMBER,
                    new Part(Column.of("目标与任务", 30), Task::wording),
                    new Part(Column.of("分管县领导", 10).centred(), t -> list(t.leaders())),
                    new Part(Column.of("牵头责任单位", 10), t -> list(t.leads())),
                    new Part(Column.of("责任单位", 16), t -> list(t.supports()))));
            case BY_CATEGORY -> merged(tasks);
        };
    }

    static Table slice(String unit, Set<String> groups, List<Task> tasks) {
        Part part = new Part(Column.of("承担方式", 6).centred(), t -> t.part(unit, groups));
        return banded(tasks, List.of(NUMBER, WORDING, part, LEADERS, LEADS, SUPPORTS, DEADLINE));
    }

    private static Table banded(List<Task> tasks, List<Part> usual) {
        List<Part> parts = filled(usual, tasks);
        List<Row> rows = new ArrayList<>();
        String heading = "";
        for (Task task : tasks) {
            if (!task.heading().equals(heading)) {
                heading = task.heading();
                rows.add(Row.band(heading, parts.size()));
            }
            rows.add(Row.of(cells(parts, task)));
        }
        return Table.of(parts.stream().map(Part::column).toList(), rows);
    }

    /** 类别 stands once, over all the tasks that follow one another under it. */
    private static Table merged(List<Task> tasks) {
        List<Part> parts = filled(List.of(
                new Part(Column.of("任务内容", 34), Task::wording),
                LEADERS,
                new Part(Column.of("责任单位", 20), TaskRows::responsible)), tasks);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            List<Cell> cells = cells(parts, tasks.get(i));
            String category = category(tasks.get(i));
            if (i == 0 || !category.equals(category(tasks.get(i - 1)))) {
                int down = 1;
                while (i + down < tasks.size() && category.equals(category(tasks.get(i + down)))) {
                    down++;
                }
                cells.addFirst(Cell.of(category).down(down));
            }
            rows.add(Row.of(cells));
        }
        List<Column> columns = Stream.concat(Stream.of(Column.of("类别", 7).centred()), parts.stream().map(Part::column)).toList();
        return Table.of(columns, rows);
    }

    private static String category(Task task) {
        return task.category().isEmpty() ? task.heading() : task.category();
    }

    private static String responsible(Task task) {
        return list(Stream.concat(task.leads().stream().limit(1).map(u -> u + "（牵头）"),
                Stream.concat(task.leads().stream().skip(1), task.supports().stream())).toList());
    }

    private static List<Part> filled(List<Part> usual, List<Task> tasks) {
        return Stream.concat(usual.stream().filter(p -> p != LEADERS || anyone(p, tasks)),
                Stream.of(REMARK, ID).filter(p -> anyone(p, tasks))).toList();
    }

    private static boolean anyone(Part part, List<Task> tasks) {
        return tasks.stream().anyMatch(t -> !part.words().apply(t).isEmpty());
    }

    private static List<Cell> cells(List<Part> parts, Task task) {
        List<Cell> cells = new ArrayList<>();
        parts.forEach(p -> cells.add(Cell.of(p.words().apply(task))));
        return cells;
    }

    private static String list(List<String> names) {
        return String.join("、", names);
    }
}
