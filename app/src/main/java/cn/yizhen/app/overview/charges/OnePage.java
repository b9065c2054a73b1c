package cn.yizhen.app.overview.charges;

import java.util.stream.IntStream;

/**
 * How a responsibility table is set so that it prints on one A4 page (一页): in the usual type while it fits, then
 * smaller and closer, then with its lists in two columns at the smallest type that can be read at arm's length. Beyond
 * that the page says how many sheets it takes. Reckoned from the number of characters; paper decides, this comes close.
 */
public enum OnePage {
    USUAL("", 44, 1),
    SMALL("small-type", 56, 1),
    COLUMNS("small-type two-columns", 60, 2),
    SEVERAL("small-type two-columns", Integer.MAX_VALUE, 2);

    /** Characters a line of 事项, 和谁一起 and 依据 holds on paper. */
    private static final int SUBJECT = 17;
    private static final int WITH = 17;
    private static final int BASIS = 20;
    /** Of the lists of matters and of the year's lines, in one column. */
    private static final int LISTED = 24;
    /** A heading with its white, in lines. */
    private static final int HEADING = 2;

    private final String style;
    private final int lines;
    private final int columns;

    OnePage(String style, int lines, int columns) {
        this.style = style;
        this.lines = lines;
        this.columns = columns;
    }

    /** Class names of the page. */
    public String style() {
        return style;
    }

    static OnePage of(ResponsibilityTable table) {
        for (OnePage one : values()) {
            if (lines(table, one.columns) <= one.lines) {
                return one;
            }
        }
        return SEVERAL;
    }

    /** How many sheets it takes. */
    static int sheets(ResponsibilityTable table) {
        return of(table) == SEVERAL ? Math.ceilDiv(lines(table, COLUMNS.columns), COLUMNS.lines) : 1;
    }

    private static int lines(ResponsibilityTable table, int columns) {
        int charges = table.bands().stream().mapToInt(band -> 1 + band.lines().stream()
                .mapToInt(line -> tallest(line.who() + line.subject(), SUBJECT, line.with(), WITH, band.paper(line), BASIS)).sum()).sum();
        int open = table.open().stream().mapToInt(line -> filled(line.title(), LISTED)).sum();
        int year = table.year().stream().mapToInt(line -> filled(line.wording(), LISTED)).sum();
        return HEADING + 1 + charges + listed(open, columns) + listed(year, columns);
    }

    private static int listed(int lines, int columns) {
        return lines == 0 ? 0 : HEADING + Math.ceilDiv(lines, columns);
    }

    private static int tallest(String one, int first, String other, int second, String third, int last) {
        return IntStream.of(filled(one, first), filled(other, second), filled(third, last)).max().orElse(1);
    }

    private static int filled(String words, int line) {
        return Math.max(1, Math.ceilDiv(words.length(), line));
    }
}
