package cn.yizhen.app.overview.charges;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.rules.calendar.Days;
import java.util.ArrayList;
import java.util.List;

/** A responsibility table, and the list of a handover, as a document: for Word and for Excel alike. */
final class TableDocument {

    private TableDocument() {}

    static Document of(ResponsibilityTable table) {
        var blocks = new ArrayList<Block>(List.of(
                Paragraph.of(Role.TITLE, table.title() + "分工表"),
                Paragraph.of(Role.SUBTITLE, "截至" + Days.full(table.on()))));
        blocks.add(charges(table));
        if (!table.year().isEmpty()) {
            blocks.add(year(table));
        }
        if (!table.open().isEmpty()) {
            blocks.add(open(table.open()));
        }
        blocks.add(Paragraph.of(Role.NOTE, note(table)));
        return OneSheet.of(table.title() + "分工表", "分工表", blocks);
    }

    static Document of(Handover handover) {
        var blocks = new ArrayList<Block>(List.of(
                Paragraph.of(Role.TITLE, handover.table().title() + "当日要办的清单"),
                Paragraph.of(Role.SUBTITLE, Days.full(handover.table().on()))));
        blocks.add(charges(handover.table()));
        if (!handover.table().open().isEmpty()) {
            blocks.add(open(handover.table().open()));
        }
        if (!handover.waiting().isEmpty()) {
            blocks.add(Paragraph.of(Role.NOTE, "以下是本单位提出、等别人答复的："));
            blocks.add(open(handover.waiting()));
        }
        if (!handover.duties().isEmpty()) {
            blocks.add(Table.of(List.of(Column.of("期内应办", 5), Column.of("由谁", 3), Column.of("期间", 2), Column.of("最迟", 2)),
                    handover.duties().stream().map(due -> Row.of(due.what(), due.who(), due.period(), Days.full(due.lastDay()))).toList()));
        }
        if (!handover.table().year().isEmpty()) {
            blocks.add(year(handover.table()));
        }
        blocks.add(Paragraph.of(Role.NOTE, Handover.STAYS));
        return Document.of(handover.table().title() + "当日要办的清单", StyleSheet.TABLES, Section.of("清单", Page.A4_LANDSCAPE, blocks.toArray(Block[]::new)));
    }

    private static Table charges(ResponsibilityTable table) {
        var columns = List.of(Column.of("类型", 1).centred(), Column.of("事项", 4), Column.of("和谁一起", 4), Column.of("B角", 2.2), Column.of("依据", 5));
        var rows = new ArrayList<Row>();
        table.bands().forEach(band -> {
            rows.add(Row.band(band.heading(), columns.size()));
            band.lines().forEach(line -> rows.add(Row.of(line.kind(), (line.who().isEmpty() ? "" : line.who() + "：") + line.subject(), line.with(),
                    line.substitute(), band.paper(line))));
        });
        if (rows.isEmpty()) {
            rows.add(Row.band("这一天没有分工", columns.size()));
        }
        return Table.of(columns, rows);
    }

    private static Table year(ResponsibilityTable table) {
        return Table.of(List.of(Column.of("序号", 0.8).centred(), Column.of(table.on().getYear() + "年常态推进的任务", 7), Column.of("牵头", 2), Column.of("配合", 3), Column.of("文件", 2.5)),
                table.year().stream().map(line -> Row.of(line.number(), line.wording() + (line.cadence().isEmpty() ? "" : "（" + line.cadence() + "）"), line.lead(), line.supporting(), line.paper())).toList());
    }

    private static Table open(List<ResponsibilityTable.OpenLine> lines) {
        return Table.of(List.of(Column.of("编号", 2), Column.of("在办事项", 6), Column.of("办理单位", 2.5), Column.of("办到哪一步", 2), Column.of("最迟", 1.8).centred()),
                lines.stream().map(line -> Row.of(line.number(), line.title(), line.handler(), line.stage(), line.due() == null ? "" : line.due().toString())).toList());
    }

    static String note(ResponsibilityTable table) {
        return String.join("", table.notes()) + table.unseenNote();
    }
}
