package cn.yizhen.app.document.excel;

/**
 * How high a row must be for its wrapped text. Spreadsheets do not reckon it themselves for merged cells, and some
 * not at all when they open a file.
 */
final class Heights {

    private static final double POINT = 25.4 / 72;
    private static final double PADDING = 2.5;
    private static final double LINE = 1.32;
    /** The highest row a spreadsheet allows, points. */
    private static final double HIGHEST = 409;

    private Heights() {}

    /**
     * @param points size of type
     * @param width  of the cell, mm
     * @return points
     */
    static double of(String text, double points, double width) {
        double perLine = Math.max(1, Math.floor((width - PADDING) / (points * POINT)));
        double lines = text.isEmpty() ? 1 : text.lines().mapToDouble(line -> Math.max(1, Math.ceil(characters(line) / perLine))).sum();
        return Math.min(HIGHEST, lines * points * LINE + 6);
    }

    /** Length in Chinese characters; Latin letters and digits take about half of one. */
    private static double characters(String line) {
        return line.codePoints().mapToDouble(c -> c < 0x2E80 ? 0.55 : 1).sum();
    }
}
