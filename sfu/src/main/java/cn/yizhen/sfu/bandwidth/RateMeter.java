package cn.yizhen.sfu.bandwidth;

/** Bits a second over the last moments, in slices so that adding is cheap. */
public final class RateMeter {

    private static final int SLICES = 20;

    private final long slice;
    private final long[] bytes = new long[SLICES];
    private long current = Long.MIN_VALUE;
    private long first = Long.MIN_VALUE;

    /** @param nanos how far back it looks */
    public RateMeter(long nanos) {
        this.slice = nanos / SLICES;
    }

    public void add(long now, int count) {
        move(now);
        bytes[Math.floorMod(current, SLICES)] += count;
    }

    /** 0 before anything came. */
    public long bitsPerSecond(long now) {
        if (first == Long.MIN_VALUE) {
            return 0;
        }
        move(now);
        long sum = 0;
        for (long part : bytes) {
            sum += part;
        }
        long covered = Math.clamp(current - first + 1, 1, SLICES);
        return sum * 8 * 1_000_000_000L / (covered * slice);
    }

    private void move(long now) {
        long at = Math.floorDiv(now, slice);
        if (first == Long.MIN_VALUE) {
            first = at;
            current = at;
        }
        long steps = Math.min(at - current, SLICES);
        for (long i = 1; i <= steps; i++) {
            bytes[Math.floorMod(current + i, SLICES)] = 0;
        }
        current = Math.max(current, at);
    }
}
