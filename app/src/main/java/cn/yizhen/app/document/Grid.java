package cn.yizhen.app.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays the cells of rows over columns and finds what covers what. */
public final class Grid {

    /**
     * A cell at its place.
     *
     * @param column 0-based
     * @param top    false where the cell began in a row above and reaches into this one
     */
    public record Placed(Cell cell, int column, boolean top) {}

    private Grid() {}

    static List<List<Placed>> place(int columns, List<Row> rows) {
        List<List<Placed>> result = new ArrayList<>();
        Placed[] above = new Placed[columns];
        int[] left = new int[columns];
        for (int r = 0; r < rows.size(); r++) {
            result.add(placeRow(r, rows.get(r), above, left));
        }
        if (Arrays.stream(left).anyMatch(n -> n > 0)) {
            throw new IllegalArgumentException("a merged cell reaches below the last row");
        }
        return result;
    }

    private static List<Placed> placeRow(int number, Row row, Placed[] above, int[] left) {
        List<Placed> placed = new ArrayList<>();
        int next = 0;
        int column = 0;
        while (column < above.length) {
            if (left[column] > 0) {
                Placed before = above[column];
                placed.add(new Placed(before.cell(), column, false));
                for (int c = column; c < column + before.cell().across(); c++) {
                    left[c]--;
                }
                column += before.cell().across();
                continue;
            }
            if (next == row.cells().size()) {
                throw new IllegalArgumentException("row " + number + " has too few cells: " + row.cells());
            }
            Cell cell = row.cells().get(next++);
            requireFree(number, cell, column, left);
            Placed here = new Placed(cell, column, true);
            placed.add(here);
            for (int c = column; c < column + cell.across(); c++) {
                above[c] = here;
                left[c] = cell.down() - 1;
            }
            column += cell.across();
        }
        if (next < row.cells().size()) {
            throw new IllegalArgumentException("row " + number + " has too many cells: " + row.cells());
        }
        return placed;
    }

    private static void requireFree(int number, Cell cell, int column, int[] left) {
        for (int c = column; c < column + cell.across(); c++) {
            if (c >= left.length || left[c] > 0) {
                throw new IllegalArgumentException("row " + number + ": cell does not fit: " + cell.text());
            }
        }
    }
}
