package cn.yizhen.app.document.formal;

import static cn.yizhen.app.document.Align.BOTH;
import static cn.yizhen.app.document.Align.CENTRE;
import static cn.yizhen.app.document.Align.LEFT;
import static cn.yizhen.app.document.Align.RIGHT;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Ink;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Standard;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Typeface;
import cn.yizhen.app.document.Typography;
import java.util.Map;

/** The page and the type of formal documents, from the figures of the standard. */
public final class FormalStyle {

    /** Tables behind the text, 5号. */
    private static final double TABLE_SIZE = 10.5;

    /** 版心 156×225 mm, 22 lines. */
    public static final Page PAGE = page(Standard.PAGE_NUMBER_FOOT.mm());
    /** The same with the footer where a letter has its closing lines. */
    static final Page LETTER_PAGE = page(Standard.LETTER_LINES_ABOVE_EDGE.mm());
    /** Lying page for wide tables, its head on the binding side when turned. */
    static final Page LYING = new Page("A4", Standard.PAPER_HEIGHT.mm(), Standard.PAPER_WIDTH.mm(), Standard.BINDING.mm(), 35,
            Standard.PAPER_WIDTH.mm() - Standard.BINDING.mm() - Standard.TYPE_WIDTH.mm(), Standard.TOP.mm(), 0, 12);

    public static final StyleSheet SHEET = StyleSheet.TABLES.named("official", Map.ofEntries(
            Map.entry(Role.MARK, Typography.of(Typeface.XIAO_BIAO_SONG, Standard.MARK_SIZE.points(), CENTRE).in(Ink.RED)),
            Map.entry(Role.TITLE, text(Typeface.XIAO_BIAO_SONG, Standard.SIZE_2.points(), CENTRE)),
            Map.entry(Role.SUBTITLE, text(Typeface.KAI, Standard.SIZE_3.points(), CENTRE)),
            Map.entry(Role.HEADING_1, paragraph(Typeface.HEI)),
            Map.entry(Role.HEADING_2, paragraph(Typeface.KAI)),
            Map.entry(Role.HEADING_3, paragraph(Typeface.FANG_SONG)),
            Map.entry(Role.HEADING_4, paragraph(Typeface.FANG_SONG)),
            Map.entry(Role.BODY, paragraph(Typeface.FANG_SONG)),
            Map.entry(Role.FLUSH, text(Typeface.FANG_SONG, Standard.SIZE_3.points(), LEFT)),
            Map.entry(Role.SIGNATURE, text(Typeface.FANG_SONG, Standard.SIZE_3.points(), RIGHT)),
            Map.entry(Role.LABEL, text(Typeface.HEI, Standard.SIZE_3.points(), LEFT)),
            Map.entry(Role.IMPRINT, Typography.of(Typeface.FANG_SONG, Standard.SIZE_4.points(), LEFT)),
            Map.entry(Role.TABLE_HEADER, Typography.of(Typeface.HEI, TABLE_SIZE, CENTRE)),
            Map.entry(Role.TABLE_CELL, Typography.of(Typeface.FANG_SONG, TABLE_SIZE, LEFT)),
            Map.entry(Role.FOOTER, Typography.of(Typeface.SONG, Standard.SIZE_4.points(), CENTRE))));

    private FormalStyle() {}

    private static Typography paragraph(Typeface face) {
        return text(face, Standard.SIZE_3.points(), BOTH).indented(Standard.PARAGRAPH_INDENT.amount());
    }

    private static Typography text(Typeface face, double points, Align align) {
        return Typography.of(face, points, align).leading(Standard.LEADING.points()).tracked(Standard.TRACKING.points());
    }

    private static Page page(double footer) {
        return new Page("A4", Standard.PAPER_WIDTH.mm(), Standard.PAPER_HEIGHT.mm(), Standard.TOP.mm(),
                Standard.PAPER_WIDTH.mm() - Standard.BINDING.mm() - Standard.TYPE_WIDTH.mm(),
                Standard.PAPER_HEIGHT.mm() - Standard.TOP.mm() - Standard.TYPE_HEIGHT.mm(), Standard.BINDING.mm(),
                Standard.LEADING.points(), footer);
    }
}
