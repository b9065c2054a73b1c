package cn.yizhen.directives;

import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table found on a page by its lines, in points from the upper left corner.
 *
 * @param across places of the upright lines, left first
 * @param down   places of the level lines, top first
 * @param lines  all lines of the table
 */
record PdfGrid(List<Double> across, List<Double> down, List<PdfRulings.Line> lines) {

    private static final double NEAR = 3;
    private static final int MOST_LINES = 3_000;

    /**
     * One cell of a row.
     *
     * @param goesOn merged with the cell above
     * @param area   where its words stand, over all rows it spans; null for one that goes on
     */
    record Cell(int columns, boolean goesOn, @Nullable Rectangle2D area) {}

    /** Tables of at least two rows and two columns, from the top of the page. */
    static List<PdfGrid> of(List<PdfRulings.Line> all) {
        if (all.size() > MOST_LINES) {
            return List.of();
        }
        var left = new ArrayList<>(all);
        var found = new ArrayList<PdfGrid>();
        while (!left.isEmpty()) {
            var together = together(left);
            var across = places(together, false);
            var down = places(together, true);
            if (across.size() > 2 && down.size() > 2) {
                found.add(new PdfGrid(across, down, together));
            }
        }
        found.sort(Comparator.comparing(PdfGrid::top));
        return found;
    }

    double top() {
        return down.getFirst();
    }

    double bottom() {
        return down.getLast();
    }

    List<Cell> row(int row) {
        var cells = new ArrayList<Cell>();
        double middle = (down.get(row) + down.get(row + 1)) / 2;
        for (int column = 0; column < across.size() - 1;) {
            int end = column + 1;
            while (end < across.size() - 1 && !drawn(false, across.get(end), middle)) {
                end++;
            }
            cells.add(cell(row, column, end));
            column = end;
        }
        return cells;
    }

    int rows() {
        return down.size() - 1;
    }

    private Cell cell(int row, int from, int until) {
        double middle = (across.get(from) + across.get(from + 1)) / 2;
        if (row > 0 && !drawn(true, down.get(row), middle)) {
            return new Cell(until - from, true, null);
        }
        int below = row + 1;
        while (below < rows() && !drawn(true, down.get(below), middle)) {
            below++;
        }
        double x = across.get(from);
        double y = down.get(row);
        return new Cell(until - from, false, new Rectangle2D.Double(x, y, across.get(until) - x, down.get(below) - y));
    }

    private boolean drawn(boolean level, double at, double along) {
        return lines.stream().anyMatch(line -> line.level() == level && Math.abs(line.at() - at) <= NEAR
                && line.from() - NEAR <= along && along <= line.to() + NEAR);
    }

    /** Takes out one line and all it hangs together with. */
    private static List<PdfRulings.Line> together(List<PdfRulings.Line> left) {
        var found = new ArrayList<PdfRulings.Line>();
        var next = new ArrayDeque<PdfRulings.Line>();
        next.add(left.removeLast());
        while (!next.isEmpty()) {
            var line = next.poll();
            found.add(line);
            var touching = left.stream().filter(other -> touch(line, other)).toList();
            left.removeAll(touching);
            next.addAll(touching);
        }
        return found;
    }

    private static boolean touch(PdfRulings.Line one, PdfRulings.Line other) {
        if (one.level() == other.level()) {
            return Math.abs(one.at() - other.at()) <= NEAR && one.from() - NEAR <= other.to() && other.from() - NEAR <= one.to();
        }
        return one.from() - NEAR <= other.at() && other.at() <= one.to() + NEAR && other.from() - NEAR <= one.at() && one.at() <= other.to() + NEAR;
    }

    private static List<Double> places(List<PdfRulings.Line> lines, boolean level) {
        var places = new ArrayList<Double>();
        lines.stream().filter(line -> line.level() == level).map(PdfRulings.Line::at).sorted().forEach(at -> {
            if (places.isEmpty() || at - places.getLast() > NEAR) {
                places.add(at);
            }
        });
        return places;
    }
}
