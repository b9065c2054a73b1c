package cn.yizhen.app.document;

import org.jspecify.annotations.Nullable;

/**
 * A cell. It covers {@code across} columns and {@code down} rows; the cells it covers below are left out of
 * their rows, as in HTML.
 *
 * @param align   null for the column's
 * @param setting how its paragraph is set on paper; null for the row's role
 * @param points  size of its type, 0 for the role's
 */
public record Cell(String text, int across, int down, @Nullable Align align, @Nullable Setting setting, double points) {

    public Cell {
        if (across < 1 || down < 1) {
            throw new IllegalArgumentException("a cell covers at least itself: " + text);
        }
    }

    public static Cell of(String text) {
        return new Cell(text, 1, 1, null, null, 0);
    }

    public Cell across(int columns) {
        return new Cell(text, columns, down, align, setting, points);
    }

    public Cell down(int rows) {
        return new Cell(text, across, rows, align, setting, points);
    }

    public Cell aligned(Align to) {
        return new Cell(text, across, down, to, setting, points);
    }

    public Cell set(Setting as) {
        return new Cell(text, across, down, align, as, points);
    }

    public Cell sized(double to) {
        return new Cell(text, across, down, align, setting, to);
    }
}
