package cn.yizhen.rules.rollup;

import cn.yizhen.rules.calendar.Period;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many columns at once from rows in any order: a counting sort by column, then column by column, so that each
 * row costs a few sequential accesses and one within a column. Nothing is hashed.
 */
public final class Bulk {

    private static final int PARTS = 2;

    private Bulk() {}

    /** Rows that count: each a column, a place in it, and whether it counts late. Asked by several threads. */
    public interface Rows {
        int count();

        int column(int row);

        int place(int row);

        boolean late(int row);
    }

    /**
     * @param periods  of each column
     * @param expected of each column, with what is expected and counted out but no record
     */
    public static List<Column> columns(List<Period> periods, List<Evidence> expected, Rows rows) {
        int[][] starts = starts(expected.size(), rows);
        int[] sorted = new int[rows.count()];
        int[] ends = parts().mapToObj(part -> scatter(part, starts[part], sorted, rows)).toList().getLast();
        return IntStream.range(0, expected.size()).parallel().mapToObj(column -> {
            Evidence evidence = expected.get(column);
            for (int i = column == 0 ? 0 : ends[column - 1]; i < ends[column]; i++) {
                evidence.note(sorted[i] >>> 1, (sorted[i] & 1) != 0);
            }
            return new Column(periods.get(column), evidence);
        }).toList();
    }

    /** Where each part of the rows begins to write, per column. */
    private static int[][] starts(int columns, Rows rows) {
        int[][] counts = parts().mapToObj(part -> histogram(part, columns, rows)).toArray(int[][]::new);
        int next = 0;
        for (int column = 0; column < columns; column++) {
            for (int[] count : counts) {
                int here = count[column];
                count[column] = next;
                next += here;
            }
        }
        return counts;
    }

    private static int[] histogram(int part, int columns, Rows rows) {
        int[] counts = new int[columns];
        for (int row = begin(part, rows); row < begin(part + 1, rows); row++) {
            counts[rows.column(row)]++;
        }
        return counts;
    }

    private static int[] scatter(int part, int[] next, int[] sorted, Rows rows) {
        for (int row = begin(part, rows); row < begin(part + 1, rows); row++) {
            sorted[next[rows.column(row)]++] = rows.place(row) << 1 | (rows.late(row) ? 1 : 0);
        }
        return next;
    }

    private static int begin(int part, Rows rows) {
        return (int) ((long) rows.count() * part / PARTS);
    }

    private static IntStream parts() {
        return IntStream.range(0, PARTS).parallel();
    }
}
