package cn.yizhen.rules.rollup;

import java.util.HashMap;
import java.util.Map;

/**
 * What is known about each place of a column: whether an instance is there, and how many records count for it
 * in time and late. Two bytes a place; the rare place with more than 63 records of a kind keeps the rest aside.
 */
public final class Evidence {

    private static final int MOST = 63;
    private static final int LATE_SHIFT = 6;
    private static final int EXPECTED = 1 << 12;
    private static final int COUNTED_OUT = 1 << 13;
    private static final int EXEMPT = 1 << 14;

    private final int needed;
    private final char[] cells;
    private final Map<Integer, Integer> beyond = new HashMap<>();

    /** @param needed how many records make an instance met (at-least) */
    public Evidence(int places, int needed) {
        this.needed = needed;
        this.cells = new char[places];
    }

    public int places() {
        return cells.length;
    }

    public void expect(int place) {
        cells[place] |= EXPECTED;
    }

    public void countOut(int place) {
        cells[place] |= COUNTED_OUT;
    }

    public void exempt(int place) {
        cells[place] |= EXEMPT;
    }

    /** One more record counts for the place. */
    public void note(int place, boolean late) {
        int shift = late ? LATE_SHIFT : 0;
        if ((cells[place] >> shift & MOST) == MOST) {
            beyond.merge(key(place, late), 1, Integer::sum);
        } else {
            cells[place] += (char) (1 << shift);
        }
    }

    /**
     * A record that counted no longer does.
     *
     * @throws IllegalStateException where none counted: whoever keeps this lost track
     */
    public void retract(int place, boolean late) {
        int shift = late ? LATE_SHIFT : 0;
        if (beyond.containsKey(key(place, late))) {
            beyond.computeIfPresent(key(place, late), (_, more) -> more == 1 ? null : more - 1);
        } else if ((cells[place] >> shift & MOST) == 0) {
            throw new IllegalStateException("nothing counted at place " + place);
        } else {
            cells[place] -= (char) (1 << shift);
        }
    }

    public Mark mark(int place) {
        int cell = cells[place];
        if ((cell & EXPECTED) == 0) {
            return (cell & COUNTED_OUT) == 0 ? Mark.NONE : Mark.COUNTED_OUT;
        }
        int inTime = counted(place, false);
        if (inTime >= needed) {
            return Mark.MET;
        }
        if (inTime + counted(place, true) >= needed) {
            return Mark.MET_LATE;
        }
        return (cell & EXEMPT) == 0 ? Mark.UNMET : Mark.EXEMPT;
    }

    /** What it takes in memory, in bytes. */
    public long bytes() {
        return (long) cells.length * Character.BYTES;
    }

    private int counted(int place, boolean late) {
        int count = cells[place] >> (late ? LATE_SHIFT : 0) & MOST;
        return count < MOST ? count : count + beyond.getOrDefault(key(place, late), 0);
    }

    private static int key(int place, boolean late) {
        return late ? ~place : place;
    }
}
