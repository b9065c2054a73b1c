package cn.yizhen.app.document.layout;

import cn.yizhen.app.document.reading.Tables;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.Set;

/**
 * A 任务分解表 read from a file, whoever laid it out.
 *
 * @param rows    in the order of the file
 * @param columns those it has
 * @param notices what its owner should know of how it was read
 * @param before  what stands above the table, a line for each: title, document number
 */
public record TaskReading(List<Read> rows, Set<TaskColumn> columns, List<Reason> notices, List<String> before) {

    /**
     * A row.
     *
     * @param task  with lead and supporting units told apart
     * @param place where it stands, for people: “任务分解表”表第 5 行
     */
    public record Read(Task task, String place) {}

    public TaskReading {
        rows = List.copyOf(rows);
        columns = Set.copyOf(columns);
        notices = List.copyOf(notices);
        before = List.copyOf(before);
    }

    /** Reads every table whose headings tell it is one; refused with all reasons where a row cannot be told. */
    public static Outcome<TaskReading> of(Tables tables) {
        return new TaskReader(tables).read();
    }

    /** One unit's part of a table: what is not in it is not gone. */
    public boolean slice() {
        return columns.contains(TaskColumn.PART);
    }

    public boolean has(TaskColumn column) {
        return columns.contains(column);
    }
}
