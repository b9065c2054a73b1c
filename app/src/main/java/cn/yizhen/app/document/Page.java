package cn.yizhen.app.document;

/**
 * The paper and its margins, all in millimetres, as it lies before the reader (a landscape page is wider than high).
 */
public record Page(String paper, double width, double height, double top, double right, double bottom, double left) {

    public static final Page A4 = new Page("A4", 210, 297, 25, 20, 22, 24);
    public static final Page A4_LANDSCAPE = new Page("A4", 297, 210, 24, 18, 20, 18);
    public static final Page A3_LANDSCAPE = new Page("A3", 420, 297, 25, 22, 22, 22);
    /** GB/T 9704—2012 5.2.1: type area 156 by 225 mm. */
    public static final Page OFFICIAL = new Page("A4", 210, 297, 37, 26, 35, 28);

    public boolean landscape() {
        return width > height;
    }

    /** Width of the type area, mm. */
    public double measure() {
        return width - left - right;
    }
}
