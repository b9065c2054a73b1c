package cn.yizhen.app.overview.charges;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Cell;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.Typography;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Sets tables so that they come out on one printed page: in the usual type while it fits, then smaller with narrower
 * margins, lying and upright, down to the smallest that can be read. What is longer still says on how many pages it goes on, and its
 * heads are repeated there. Reckoned from the number of characters; paper decides, this comes close.
 */
final class OneSheet {

    private static final double MM_A_POINT = 25.4 / 72;
    /** Distance of lines for a size of type, with the fonts offices have in place of the official ones. */
    private static final double LEADING = 1.45;
    private static final double CELL_PADDING_ACROSS = 3;
    private static final double CELL_PADDING_DOWN = 1.3;
    private static final double TO_BE_SAFE = 5;
    private static final Page NARROW = Page.of("A4", 297, 210, 13, 13, 14, 13);
    private static final Page UPRIGHT = Page.of("A4", 210, 297, 13, 13, 14, 13);

    private record Setting(double points, Page page) {}

    private static final List<Setting> SETTINGS = List.of(new Setting(12, Page.A4_LANDSCAPE), new Setting(10.5, NARROW), new Setting(9, NARROW),
            new Setting(9, UPRIGHT), new Setting(7.5, NARROW), new Setting(7.5, UPRIGHT));

    private OneSheet() {}

    static Document of(String title, String sheet, List<Block> blocks) {
        for (var setting : SETTINGS) {
            var style = style(setting.points());
            if (pages(blocks, style, setting.page()) <= 1) {
                return document(title, sheet, blocks, style, setting.page());
            }
        }
        var style = style(9);
        var all = new ArrayList<>(blocks);
        all.add(Paragraph.of(Role.NOTE, "内容较多，一页放不下，续到第" + (int) Math.ceil(pages(blocks, style, NARROW)) + "页，每页重复表头。"));
        return document(title, sheet, all, style, NARROW);
    }

    private static Document document(String title, String sheet, List<Block> blocks, StyleSheet style, Page page) {
        return Document.of(title, style, Section.of(sheet, page, blocks.toArray(Block[]::new)));
    }

    private static StyleSheet style(double points) {
        if (points == 12) {
            return StyleSheet.TABLES;
        }
        var roles = new HashMap<>(StyleSheet.TABLES.roles());
        List.of(Role.TABLE_HEADER, Role.TABLE_BAND, Role.TABLE_CELL).forEach(role -> roles.computeIfPresent(role,
                (_, look) -> Typography.of(look.face(), points, look.align())));
        roles.computeIfPresent(Role.TITLE, (_, look) -> Typography.of(look.face(), 16, look.align()).spaced(0, 2));
        roles.computeIfPresent(Role.SUBTITLE, (_, look) -> Typography.of(look.face(), 10.5, look.align()).spaced(0, 3));
        roles.computeIfPresent(Role.NOTE, (_, look) -> Typography.of(look.face(), 9, look.align()).spaced(2, 0));
        return new StyleSheet("tables", roles);
    }

    private static double pages(List<Block> blocks, StyleSheet style, Page page) {
        double all = blocks.stream().mapToDouble(block -> switch (block) {
            case Paragraph paragraph -> height(paragraph, style, page);
            case Table table -> height(table, style, page);
            default -> 0;
        }).sum();
        return all / (page.height() - page.top() - page.bottom() - TO_BE_SAFE);
    }

    private static double height(Paragraph paragraph, StyleSheet style, Page page) {
        var look = style.of(paragraph.role());
        var words = String.join("", paragraph.runs().stream().map(Paragraph.Run::text).toList());
        return words.isEmpty() ? 0 : lines(words, page.measure(), look.points()) * line(look) + (look.before() + look.after()) * MM_A_POINT;
    }

    private static double height(Table table, StyleSheet style, Page page) {
        double shares = table.columns().stream().filter(column -> !column.hidden()).mapToDouble(Column::share).sum();
        double rows = 0;
        for (var all : List.of(table.header(), table.rows())) {
            for (Row row : all) {
                rows += height(row, table.columns(), page.measure() / shares, style.of(row.role()));
            }
        }
        return rows;
    }

    private static double height(Row row, List<Column> columns, double millimetresAShare, Typography look) {
        int most = 1;
        int at = 0;
        for (Cell cell : row.cells()) {
            double share = 0;
            for (int i = at; i < Math.min(columns.size(), at + cell.across()); i++) {
                share += columns.get(i).share();
            }
            at += cell.across();
            most = Math.max(most, lines(cell.text(), share * millimetresAShare - CELL_PADDING_ACROSS, look.points()));
        }
        return most * line(look) + CELL_PADDING_DOWN;
    }

    private static double line(Typography look) {
        return look.points() * LEADING * MM_A_POINT;
    }

    /** A Chinese character is as wide as the type is high, others half as wide. */
    private static int lines(String text, double millimetres, double points) {
        double inOne = Math.max(1, Math.floor(millimetres / (points * MM_A_POINT)));
        return text.lines().mapToInt(line -> (int) Math.max(1, Math.ceil(line.chars().mapToDouble(c -> c < 256 ? 0.5 : 1).sum() / inOne))).sum();
    }
}
