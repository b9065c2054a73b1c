package cn.yizhen.app.document;

/**
 * The paper and its margins, all in millimetres, as it lies before the reader (a landscape page is wider than high).
 *
 * @param pitch  distance of lines in points where the page has a line grid, else 0
 * @param footer from the lower edge of the paper to the foot of the footer
 */
public record Page(
        String paper, double width, double height, double top, double right, double bottom, double left, double pitch, double footer) {

    private static final double FOOTER = 12;

    public static final Page A4 = of("A4", 210, 297, 25, 20, 22, 24);
    public static final Page A4_LANDSCAPE = of("A4", 297, 210, 24, 18, 20, 18);
    public static final Page A3_LANDSCAPE = of("A3", 420, 297, 25, 22, 22, 22);

    /** Without a line grid, the footer where everyday papers have it. */
    public static Page of(String paper, double width, double height, double top, double right, double bottom, double left) {
        return new Page(paper, width, height, top, right, bottom, left, 0, FOOTER);
    }

    public boolean landscape() {
        return width > height;
    }

    /** Width of the type area, mm. */
    public double measure() {
        return width - left - right;
    }
}
