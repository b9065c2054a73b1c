package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Framed;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Setting;
import cn.yizhen.app.document.Standard;
import cn.yizhen.app.document.Table;
import java.util.List;

/**
 * Reckons on which page the text ends and how much room is left there, so that 版记 can stand on the last, even page
 * (7.4). Distances of lines and widths of characters are fixed, so this needs no fonts.
 */
final class Paging {

    private static final double PAGE = Standard.TYPE_HEIGHT.points();
    /** What of a letter's mark and double line reaches into the type area. */
    private static final double FRAME_IN_TYPE_AREA = 50;
    /** Above and below the words of a cell. */
    private static final double CELL_MARGINS = 3;
    /** What LibreOffice puts between Chinese and digits, in characters. */
    private static final double WHITE = 0.2;

    private int page = 1;
    private double used;
    /** Of what must stay with the next paragraph, at the end of the page so far. */
    private double held;
    /** White between Chinese and digits, in characters. */
    private final double apart;

    private Paging(double apart) {
        this.apart = apart;
    }

    /**
     * Where a text ends.
     *
     * @param page from 1
     * @param left points left on it
     */
    record End(int page, double left) {

        boolean even() {
            return page % 2 == 0;
        }
    }

    private static double height(Row row) {
        var setting = row.cells().getFirst().setting();
        return setting == null ? Standard.MARK_SIZE.points() : setting.leading();
    }

    /** Paragraphs and the mark of several offices; any other table among them ends the reckoning where it begins. */
    static End of(List<Block> blocks) {
        return of(blocks, 0);
    }

    /** The same as set by a program that puts white between Chinese and digits whatever the file says. */
    static End spread(List<Block> blocks) {
        return of(blocks, WHITE);
    }

    private static End of(List<Block> blocks, double apart) {
        var paging = new Paging(apart);
        for (var block : blocks) {
            switch (block) {
                case Framed _ -> paging.used += FRAME_IN_TYPE_AREA;
                case Paragraph paragraph -> paging.add(paragraph);
                case Table table when table.rows().stream().allMatch(row -> row.role() == Role.MARK) -> paging.used += table.rows().stream()
                        .mapToDouble(row -> height(row) + CELL_MARGINS).sum();
                default -> {
                    return paging.end();
                }
            }
        }
        return paging.end();
    }

    private End end() {
        return new End(page, PAGE - used);
    }

    private void add(Paragraph paragraph) {
        var setting = paragraph.setting() == null ? Setting.PLAIN : paragraph.setting();
        double line = setting.leading() > 0 ? setting.leading() : FormalStyle.SHEET.of(paragraph.role()).leading();
        used += used == 0 && page > 1 ? 0 : setting.before();
        for (int lines = lines(paragraph, setting); lines > 0; lines--) {
            if (used + line > PAGE + 0.5) {
                page++;
                used = held;
                held = 0;
            }
            used += line;
        }
        held = keeps(paragraph, setting) ? held + line + setting.before() : 0;
        used += setting.after() + (setting.below() == null ? 0 : setting.below().gap() + setting.below().points());
    }

    private static boolean keeps(Paragraph paragraph, Setting setting) {
        return setting.withNext() || paragraph.role() == Role.HEADING_1 || paragraph.role() == Role.HEADING_2;
    }

    private int lines(Paragraph paragraph, Setting setting) {
        if (paragraph.role() == Role.MARK) {
            return 1;
        }
        var look = FormalStyle.SHEET.of(paragraph.role());
        double size = look.points() + look.tracking();
        double wide = Standard.TYPE_WIDTH.points() - setting.left() - setting.right();
        double first = paragraph.setting() == null ? look.indent() * size : setting.first();
        return paragraph.text().isEmpty() ? 1
                : paragraph.text().lines().mapToInt(line -> LineBreaks.of(line, (first - 0.5) / size, wide / size, apart)).sum();
    }
}
