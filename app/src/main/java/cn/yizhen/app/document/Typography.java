package cn.yizhen.app.document;

/**
 * How a role is set.
 *
 * @param points       type size in points; 2号 = 22, 3号 = 16, 4号 = 14, 小4 = 12, 5号 = 10.5
 * @param indent       first-line indent in Chinese characters of this size
 * @param leading      exact distance of lines in points; 0 leaves it to the font
 * @param before       space above the paragraph in points
 * @param after        space below the paragraph in points
 * @param tracking     space added between characters in points, negative to take away
 */
public record Typography(
        Typeface face, double points, boolean bold, Align align, double indent, double leading, double before, double after, Ink ink,
        double tracking) {

    public Typography {
        if (points < 5 || points > 96) {
            throw new IllegalArgumentException("not a type size: " + points);
        }
    }

    public static Typography of(Typeface face, double points, Align align) {
        return new Typography(face, points, false, align, 0, 0, 0, 0, Ink.BLACK, 0);
    }

    public Typography strong() {
        return new Typography(face, points, true, align, indent, leading, before, after, ink, tracking);
    }

    public Typography indented(double characters) {
        return new Typography(face, points, bold, align, characters, leading, before, after, ink, tracking);
    }

    public Typography leading(double exactPoints) {
        return new Typography(face, points, bold, align, indent, exactPoints, before, after, ink, tracking);
    }

    public Typography spaced(double above, double below) {
        return new Typography(face, points, bold, align, indent, leading, above, below, ink, tracking);
    }

    public Typography in(Ink colour) {
        return new Typography(face, points, bold, align, indent, leading, before, after, colour, tracking);
    }

    public Typography tracked(double morePoints) {
        return new Typography(face, points, bold, align, indent, leading, before, after, ink, morePoints);
    }
}
