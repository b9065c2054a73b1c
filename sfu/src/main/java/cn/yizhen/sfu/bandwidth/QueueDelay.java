package cn.yizhen.sfu.bandwidth;

import java.util.concurrent.TimeUnit;

/** How long packets wait on the way beyond what the way itself takes: the quickest of a report against the quickest lately. */
final class QueueDelay {

    private static final long BASE_PERIOD = TimeUnit.SECONDS.toNanos(20);

    private double base = Double.POSITIVE_INFINITY;
    private double baseNext = Double.POSITIVE_INFINITY;
    private long baseSince = Long.MIN_VALUE;
    private double millis;
    private double earlierMillis;

    /** @param shortest milliseconds of the quickest packet of a report, on two clocks; infinite where none arrived */
    void reported(double shortest, long now) {
        if (shortest == Double.POSITIVE_INFINITY) {
            return;
        }
        if (baseSince == Long.MIN_VALUE || now - baseSince > BASE_PERIOD) {
            base = Math.min(baseNext, shortest);
            baseNext = shortest;
            baseSince = now;
        }
        base = Math.min(base, shortest);
        baseNext = Math.min(baseNext, shortest);
        earlierMillis = millis;
        millis = shortest - base;
    }

    double millis() {
        return millis;
    }

    /** What stood in the last two reports: one late report is no queue. */
    double standingMillis() {
        return Math.min(millis, earlierMillis);
    }
}
