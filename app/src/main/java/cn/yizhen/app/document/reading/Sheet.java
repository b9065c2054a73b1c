package cn.yizhen.app.document.reading;

import java.util.List;
import java.util.SortedMap;

/**
 * One visible sheet.
 *
 * @param lines the rows that hold anything, from the top
 */
public record Sheet(String name, List<Line> lines) {

    /**
     * @param number 1-based row number
     * @param values by 1-based column; a cell merged downwards stands in every row it covers
     */
    public record Line(int number, SortedMap<Integer, Value> values) {}

    public Sheet {
        lines = List.copyOf(lines);
    }
}
