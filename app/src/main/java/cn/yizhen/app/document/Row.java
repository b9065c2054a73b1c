package cn.yizhen.app.document;

import java.util.Arrays;
import java.util.List;

/**
 * A row of a table.
 *
 * @param role   mostly {@link Role#TABLE_CELL}, {@link Role#TABLE_HEADER} or {@link Role#TABLE_BAND}
 * @param height least height in millimetres, 0 for as high as the text
 */
public record Row(Role role, List<Cell> cells, double height) {

    public Row {
        cells = List.copyOf(cells);
    }

    public static Row of(String... texts) {
        return of(Arrays.stream(texts).map(Cell::of).toList());
    }

    public static Row of(List<Cell> cells) {
        return new Row(Role.TABLE_CELL, cells, 0);
    }

    /** Cells in another role than a table's usual one. */
    public static Row in(Role role, Cell... cells) {
        return new Row(role, List.of(cells), 0);
    }

    /** A heading inside the table, over all {@code columns}. */
    public static Row band(String text, int columns) {
        return new Row(Role.TABLE_BAND, List.of(Cell.of(text).across(columns).aligned(Align.LEFT)), 0);
    }

    public Row atLeast(double millimetres) {
        return new Row(role, cells, millimetres);
    }
}
