package cn.yizhen.app.document.reading;

import java.util.List;
import java.util.SortedMap;

/**
 * One visible sheet.
 *
 * @param lines the rows that hold anything, from the top
 */
public record Sheet(String name, List<Line> lines) {

    /** Not a column anybody sees. */
    public static final int HIDDEN = 0;

    /**
     * @param number 1-based row number
     * @param values by 1-based column; a cell merged downwards stands in every row it covers; under
     *               {@link #HIDDEN} what the row of a Word table carries out of sight
     */
    public record Line(int number, SortedMap<Integer, Value> values) {}

    public Sheet {
        lines = List.copyOf(lines);
    }
}
