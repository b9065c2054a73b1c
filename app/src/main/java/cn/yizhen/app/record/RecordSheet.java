package cn.yizhen.app.record;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Cell;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Footer;
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

/** The 记录页: one A4 page with what was entered, lines to sign on and room to write by hand. */
final class RecordSheet {

    private static final List<Column> COLUMNS =
            List.of(Column.of("", 5).centred(), Column.of("", 13), Column.of("", 5).centred(), Column.of("", 13));
    private static final double LINE = 10;
    /** Height of the space for handwriting, and what each further row takes of it, mm. */
    private static final double HANDWRITING = 132;
    private static final double A_ROW = 11;

    private RecordSheet() {}

    static Document of(RecordView view) {
        String title = view.title() + "记录页";
        Table table = Table.plain(COLUMNS, rows(view));
        List<Block> blocks = new ArrayList<>(List.of(
                Paragraph.of(Role.TITLE, title), Paragraph.of(Role.SUBTITLE, "编号：" + view.number()), table));
        blocks.add(Paragraph.of(Role.NOTE, "登记：" + view.notedBy() + "，" + Days.full(view.record().notedOn())
                + (view.onBehalf().isEmpty() ? "" : "（" + view.onBehalf() + "）")
                + (view.record().reason() == null ? "" : "；更正原因：" + view.record().reason())));
        return new Document(title, StyleSheet.TABLES,
                List.of(new Section("记录页", Page.A4, Footer.NONE, blocks)));
    }

    private static List<Row> rows(RecordView view) {
        var content = view.record().content();
        List<Row> rows = new ArrayList<>();
        rows.add(pair("单位", view.unit() + (view.body().isEmpty() ? "" : "（" + view.body() + "）"), "日期", Days.full(content.day())));
        if (view.meeting()) {
            rows.add(pair("地点", content.place(), "主持人", view.chair()));
            rows.add(pair("记录人", view.recorder(), "人数", view.headcount()));
        } else if (!view.onlyTheDay()) {
            rows.add(pair("地点", content.place(), view.training() ? "参加人" : "承担人", view.chair()));
        }
        if (view.onlyTheDay()) {
            rows.add(whole("情况", "已开展，内容不记。"));
        } else {
            rows.add(whole(view.meeting() ? "议题" : "内容", content.topic()));
        }
        if (view.training()) {
            rows.add(whole("学时", content.hours() + " 学时"));
        }
        if (!view.topics().isEmpty()) {
            rows.add(whole("涉及", String.join("、", view.topics())));
        }
        if (content.makesUpFor() != null) {
            rows.add(whole("补开", "补" + content.makesUpFor().label()));
        }
        view.decided().forEach(decided -> rows.add(whole("第 " + decided.decision().item() + " 项", words(decided))));
        if (!view.present().isEmpty()) {
            rows.add(whole(view.training() ? "同时参加" : "到会", view.present()));
        }
        double room = HANDWRITING - A_ROW * (rows.size() - 4);
        rows.add(whole("手写\n记录", "").atLeast(Math.max(30, room)));
        rows.add(pair("主持人\n签名", "", "记录人\n签名", "").atLeast(16));
        return rows;
    }

    private static String words(RecordView.Decided decided) {
        var decision = decided.decision();
        return decision.title() + "（" + decision.kind() + "）：" + decision.votes().chinese() + "，" + decided.verdict().chinese()
                + (decision.circumstances().isEmpty() ? "" : "；" + decision.circumstances());
    }

    private static Row pair(String one, String first, String other, String second) {
        return Row.of(List.of(Cell.of(one), Cell.of(first), Cell.of(other), Cell.of(second))).atLeast(LINE);
    }

    private static Row whole(String label, String text) {
        return Row.of(List.of(Cell.of(label), Cell.of(text).across(3))).atLeast(LINE);
    }
}
