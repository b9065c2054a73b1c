package cn.yizhen.rules.institution.reading;

import java.util.Comparator;

/**
 * A place in a file, as editors count: lines and columns from 1.
 *
 * @param file path under {@code institutions/}
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
        return Comparator.comparing(Place::file).thenComparingInt(Place::line)
                .thenComparingInt(Place::column).compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
