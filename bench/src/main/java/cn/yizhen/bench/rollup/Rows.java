package cn.yizhen.bench.rollup;

/**
 * Facts packed into longs. A record as noted: unit, kind, day, the column it makes up for (from 1; 0 for
 * none), and whether a later version replaced it. A row as matched: unit, column (which is duty and period),
 * day.
 */
final class Rows {

    private Rows() {}

    static long record(int unit, int kind, int day, int makesUp, boolean superseded) {
        return unit | (long) kind << 24 | (long) day << 32 | (long) makesUp << 44 | (superseded ? 1L << 56 : 0);
    }

    static long row(int unit, int column, int day) {
        return unit | (long) column << 24 | (long) day << 32;
    }

    static int unit(long fact) {
        return (int) (fact & 0xFFFFFF);
    }

    /** Kind of a record, column of a row. */
    static int kind(long fact) {
        return (int) (fact >>> 24 & 0xFF);
    }

    static int day(long fact) {
        return (int) (fact >>> 32 & 0xFFF);
    }

    static int makesUp(long record) {
        return (int) (record >>> 44 & 0xFFF);
    }

    static boolean superseded(long record) {
        return (record >>> 56 & 1) != 0;
    }
}
