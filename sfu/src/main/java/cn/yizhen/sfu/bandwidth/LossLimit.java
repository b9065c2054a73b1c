package cn.yizhen.sfu.bandwidth;

import java.util.concurrent.TimeUnit;

/** What may be sent as far as loss goes: above a tenth it falls by half the share lost, below a fiftieth it may grow. */
final class LossLimit {

    private static final double HIGH = 0.10;
    private static final double LOW = 0.02;
    private static final double GROWTH = 1.08;
    private static final long PERIOD = TimeUnit.SECONDS.toNanos(1);
    private static final int FEWEST = 10;

    private long bits = LinkEstimate.MOST;
    private int expected;
    private int missing;
    private long since = Long.MIN_VALUE;
    private double share;

    void arrived() {
        expected++;
    }

    void lost() {
        expected++;
        missing++;
    }

    /** @param estimate what is sent now, in bits a second */
    void judge(long estimate, long now) {
        if (since == Long.MIN_VALUE) {
            since = now;
        }
        if (now - since < PERIOD || expected < FEWEST) {
            return;
        }
        share = (double) missing / expected;
        if (share > HIGH) {
            bits = Math.max(LinkEstimate.LEAST, (long) (Math.min(bits, estimate) * (1 - 0.5 * share)));
        } else if (share < LOW) {
            bits = Math.min(LinkEstimate.MOST, (long) (bits * GROWTH) + 1000);
        }
        expected = 0;
        missing = 0;
        since = now;
    }

    /** So much was shown to arrive. */
    void proved(long shown) {
        if (shown > bits && share < LOW) {
            bits = shown;
        }
    }

    long bits() {
        return bits;
    }

    /** Of the last second's packets, those that did not arrive. */
    double share() {
        return share;
    }
}
