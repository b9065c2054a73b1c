package cn.yizhen.app.document;

/**
 * The red double lines of a letter (信函格式的红色双线), wider than the type area and in the middle of the paper: an empty
 * paragraph with a line above and one below, since programs disagree which line of a ready-made double border is the
 * heavier one.
 */
public final class RedDoubleLine {

    /** White between the two lines, points. */
    private static final double BETWEEN = 1.5;

    private static final Rule THICK = new Rule(Standard.LETTER_THICK.points(), Ink.RED, 0);
    private static final Rule THIN = new Rule(Standard.LETTER_THIN.points(), Ink.RED, 0);

    private RedDoubleLine() {}

    /** 上粗下细, below the mark, in a frame of the lines' width. */
    public static Setting opening() {
        return Setting.PLAIN.leading(BETWEEN).ruled(THICK, THIN);
    }

    /** 上细下粗, above the lower edge of the first page, reaching beyond the type area on both sides. */
    public static Setting closing() {
        double beside = (Standard.PAPER_WIDTH.points() - Standard.LETTER_LINES_WIDTH.points()) / 2;
        double right = Standard.PAPER_WIDTH.points() - Standard.BINDING.points() - Standard.TYPE_WIDTH.points();
        return Setting.PLAIN.indented(beside - Standard.BINDING.points(), beside - right, 0).leading(BETWEEN).ruled(THIN, THICK);
    }
}
