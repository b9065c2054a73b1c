package cn.yizhen.rules.rollup;

import cn.yizhen.rules.duty.Tally;
import java.util.Objects;

/**
 * The marks of places 0 to n − 1, counted over any slice in constant time.
 *
 * <p>128 places make a block of eight longs, the size of a cache line: two longs with the counts of each mark
 * between the start of the block's group and the block, then three bit planes for each half. 128 blocks make a
 * group with absolute counts. A count over a slice so reads one block and one group entry at either end,
 * whatever the slice; a change touches what follows in its group and one entry of each later group. Half a
 * byte a place.
 *
 * <p>Not safe for use by several threads while one of them changes it.
 */
public final class RankedMarks {

    private static final int PLACES_A_BLOCK = 128;
    private static final int BLOCKS_A_GROUP = 128;
    private static final int LONGS_A_BLOCK = 8;
    private static final int FIRST_HALF = 2;
    private static final int SECOND_HALF = 5;
    private static final int INTS_A_GROUP = 8;
    /** Bits of one count in a block: a group has 16384 places. */
    private static final int FIELD = 21;
    private static final long FIELD_MASK = (1L << FIELD) - 1;

    private final int places;
    private final long[] blocks;
    private final int[] groups;

    /** @param at the mark of each place */
    @FunctionalInterface
    public interface Marks {
        Mark at(int place);
    }

    private RankedMarks(int places) {
        int blockCount = places / PLACES_A_BLOCK + 1;
        this.places = places;
        this.blocks = new long[Math.multiplyExact(blockCount, LONGS_A_BLOCK)];
        this.groups = new int[(blockCount / BLOCKS_A_GROUP + 1) * INTS_A_GROUP];
    }

    /** @param places at most 2³¹ − 129 */
    public static RankedMarks of(int places, Marks marks) {
        RankedMarks ranked = new RankedMarks(places);
        int[] total = new int[INTS_A_GROUP];
        int[] inGroup = new int[INTS_A_GROUP];
        for (int block = 0; block * LONGS_A_BLOCK < ranked.blocks.length; block++) {
            if (block % BLOCKS_A_GROUP == 0) {
                System.arraycopy(total, 0, ranked.groups, block / BLOCKS_A_GROUP * INTS_A_GROUP, INTS_A_GROUP);
                inGroup = new int[INTS_A_GROUP];
            }
            ranked.head(block * LONGS_A_BLOCK, inGroup);
            int until = Math.min(places, (block + 1) * PLACES_A_BLOCK);
            for (int place = block * PLACES_A_BLOCK; place < until; place++) {
                int mark = marks.at(place).ordinal();
                ranked.flip(place, mark);
                total[mark]++;
                inGroup[mark]++;
            }
        }
        return ranked;
    }

    public int places() {
        return places;
    }

    public Mark at(int place) {
        Objects.checkIndex(place, places);
        int word = plane(place);
        int bit = place & 63;
        return Mark.of((int) (blocks[word] >>> bit & 1 | (blocks[word + 1] >>> bit & 1) << 1 | (blocks[word + 2] >>> bit & 1) << 2));
    }

    /**
     * How the places from {@code from} to before {@code to} stand.
     *
     * @param running whether the period still runs, so that what is unmet is open
     */
    public Tally count(int from, int to, boolean running) {
        Objects.checkFromToIndex(from, to, places);
        int first = block(from);
        int last = block(to);
        int before = group(from);
        int after = group(to);
        long lowFirst = low(first, from & 127);
        long lowLast = low(last, to & 127);
        long highFirst = high(first, from & 127);
        long highLast = high(last, to & 127);
        int out = groups[after + 1] - groups[before + 1] + field(lowLast, 0) - field(lowFirst, 0);
        int exempt = groups[after + 2] - groups[before + 2] + field(lowLast, 1) - field(lowFirst, 1);
        int met = groups[after + 3] - groups[before + 3] + field(lowLast, 2) - field(lowFirst, 2);
        int late = groups[after + 4] - groups[before + 4] + field(highLast, 0) - field(highFirst, 0);
        int unmet = groups[after + 5] - groups[before + 5] + field(highLast, 1) - field(highFirst, 1);
        return new Tally(out, exempt, met, late, running ? unmet : 0, running ? 0 : unmet);
    }

    /** Changes the mark of one place. */
    public void set(int place, Mark mark) {
        int was = at(place).ordinal();
        int is = mark.ordinal();
        if (was == is) {
            return;
        }
        flip(place, was ^ is);
        long low = one(is, 1) - one(was, 1);
        long high = one(is, 4) - one(was, 4);
        int block = place / PLACES_A_BLOCK;
        int groupEnd = Math.min(blocks.length, (block / BLOCKS_A_GROUP + 1) * BLOCKS_A_GROUP * LONGS_A_BLOCK);
        for (int head = (block + 1) * LONGS_A_BLOCK; head < groupEnd; head += LONGS_A_BLOCK) {
            blocks[head] += low;
            blocks[head + 1] += high;
        }
        for (int group = group(place) + INTS_A_GROUP; group < groups.length; group += INTS_A_GROUP) {
            groups[group + was]--;
            groups[group + is]++;
        }
    }

    /** What it takes in memory, in bytes. */
    public long bytes() {
        return (long) blocks.length * Long.BYTES + (long) groups.length * Integer.BYTES;
    }

    private void head(int block, int[] counts) {
        blocks[block] = counts[1] | (long) counts[2] << FIELD | (long) counts[3] << 2 * FIELD;
        blocks[block + 1] = counts[4] | (long) counts[5] << FIELD;
    }

    private void flip(int place, int bits) {
        int word = plane(place);
        int bit = place & 63;
        blocks[word] ^= (long) (bits & 1) << bit;
        blocks[word + 1] ^= (long) (bits >> 1 & 1) << bit;
        blocks[word + 2] ^= (long) (bits >> 2 & 1) << bit;
    }

    /** A one in the field of a mark, where the word's first field is that of {@code first}; else nothing. */
    private static long one(int mark, int first) {
        int field = mark - first;
        return field < 0 || field > 2 || first == 1 && mark > 3 ? 0 : 1L << field * FIELD;
    }

    /** Counts of counted out, exempt and met before place {@code k} of a block, from the start of its group. */
    private long low(int block, int k) {
        return blocks[block] + low(block + FIRST_HALF, first(k)) + low(block + SECOND_HALF, second(k));
    }

    private long low(int word, long mask) {
        long a = blocks[word];
        long b = blocks[word + 1];
        long wanted = mask & ~blocks[word + 2];
        return Long.bitCount(a & ~b & wanted)
                + ((long) Long.bitCount(~a & b & wanted) << FIELD)
                + ((long) Long.bitCount(a & b & wanted) << 2 * FIELD);
    }

    /** Counts of met late and unmet. */
    private long high(int block, int k) {
        return blocks[block + 1] + high(block + FIRST_HALF, first(k)) + high(block + SECOND_HALF, second(k));
    }

    private long high(int word, long mask) {
        long a = blocks[word];
        long wanted = mask & blocks[word + 2] & ~blocks[word + 1];
        return Long.bitCount(~a & wanted) + ((long) Long.bitCount(a & wanted) << FIELD);
    }

    private static long first(int k) {
        return k >= 64 ? -1L : (1L << k) - 1;
    }

    private static long second(int k) {
        return k <= 64 ? 0L : (1L << k) - 1;
    }

    private static int field(long counts, int number) {
        return (int) (counts >>> number * FIELD & FIELD_MASK);
    }

    private static int block(int place) {
        return place / PLACES_A_BLOCK * LONGS_A_BLOCK;
    }

    private static int group(int place) {
        return place / (PLACES_A_BLOCK * BLOCKS_A_GROUP) * INTS_A_GROUP;
    }

    private static int plane(int place) {
        return block(place) + ((place & 64) == 0 ? FIRST_HALF : SECOND_HALF);
    }
}
