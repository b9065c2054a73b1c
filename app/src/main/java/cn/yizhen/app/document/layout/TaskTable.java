package cn.yizhen.app.document.layout;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A 任务分解表, whole or the slice of one unit.
 *
 * @param title    as printed, without 《》
 * @param subtitle document number and date, or another line under the title; empty for none
 * @param note     what is to be said below the table; empty for none
 */
public record TaskTable(String title, String subtitle, List<Task> tasks, String note) {

    public TaskTable {
        tasks = List.copyOf(tasks);
    }

    /** The whole table on landscape paper. */
    public Document document(TaskLayout layout, Page page) {
        return document(title, subtitle, page, TaskRows.of(layout, tasks));
    }

    /**
     * What a unit leads or supports, under its master numbers and headings, with its part named in each row.
     *
     * @param groups what the unit is also asked as: 各乡镇, 各部门
     */
    public Document slice(String unit, Set<String> groups, Page page) {
        List<Task> own = tasks.stream().filter(t -> t.concerns(unit, groups)).toList();
        String line = unit + "承担 " + own.size() + " 项，序号与总表一致";
        return document(title + "（" + unit + "）", subtitle.isEmpty() ? line : subtitle + "　" + line, page, TaskRows.slice(unit, groups, own));
    }

    private Document document(String heading, String under, Page page, Table table) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(Role.TITLE, heading));
        if (!under.isEmpty()) {
            blocks.add(Paragraph.of(Role.SUBTITLE, under));
        }
        blocks.add(table);
        if (!note.isEmpty()) {
            blocks.add(Paragraph.of(Role.NOTE, note));
        }
        return Document.of(heading, StyleSheet.TABLES,
                Section.of("任务分解表", page, blocks.toArray(Block[]::new)));
    }
}
