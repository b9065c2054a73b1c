package cn.yizhen.sfu.bandwidth;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Short bursts above the estimate, made of retransmissions, that show whether the link carries more. One at a time,
 * the more seldom the oftener they showed nothing.
 */
public final class Probes {

    /**
     * What a probe showed.
     *
     * @param bits  a second that arrived
     * @param limit whether that is all the line carries: less arrived than was sent
     */
    record Shown(long bits, boolean limit) {}

    private static final long SOON = TimeUnit.SECONDS.toNanos(1);
    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(2);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(8);
    private static final long ANSWER_WITHIN = TimeUnit.SECONDS.toNanos(1);
    private static final double LASTS_SECONDS = 0.04;
    private static final int FEWEST = 5;
    private static final int FEWEST_BYTES = 5 * 1200;
    private static final double TWICE = 2.0;

    private int number;
    private boolean running;
    private long rate;
    private long budget;
    private long leftBytes;
    private int leftCount;
    private long began;
    private long pause = FIRST_PAUSE;
    private long nextAt = Long.MIN_VALUE;

    private long arrivedBytes;
    private int arrivedCount;
    private double firstLeft;
    private double lastLeft;
    private double firstAt;
    private double lastAt;
    private int firstBytes;
    private int lastBytes;

    /**
     * Begins a probe where one is due.
     *
     * @param estimate what the link is known to carry
     * @param wanted   what would be sent if it carried more; nothing is probed for that nobody wants
     */
    public void begin(long now, long estimate, long wanted) {
        if (nextAt == Long.MIN_VALUE) {
            nextAt = now + FIRST_PAUSE / 4;
        }
        if (running || now < nextAt || wanted <= estimate * 1.1) {
            return;
        }
        number++;
        running = true;
        rate = Math.min((long) (estimate * TWICE), wanted + wanted / 5);
        budget = Math.max(FEWEST_BYTES, (long) (rate / 8 * LASTS_SECONDS));
        began = now;
        leftBytes = 0;
        leftCount = 0;
        arrivedBytes = 0;
        arrivedCount = 0;
    }

    /** Bytes of the running probe that should have left by now and did not. */
    public long due(long now) {
        if (!running || leftBytes >= budget) {
            return 0;
        }
        return Math.min(budget, rate / 8 * (now - began) / 1_000_000_000L + 1) - leftBytes;
    }

    boolean isRunning() {
        return running;
    }

    /** A packet leaves, whatever it is: the number of the probe it belongs to, or 0. */
    int leaves(int bytes) {
        if (!running || leftBytes >= budget) {
            return 0;
        }
        leftBytes += bytes;
        leftCount++;
        return number;
    }

    void arrived(Sent sent, double left, double at) {
        if (!running || sent.probe() != number) {
            return;
        }
        if (arrivedCount == 0) {
            firstLeft = left;
            firstAt = at;
            firstBytes = sent.bytes();
        }
        lastLeft = left;
        lastAt = at;
        lastBytes = sent.bytes();
        arrivedBytes += sent.bytes();
        arrivedCount++;
    }

    /** Whether what left has come back, or was waited for long enough. */
    boolean isOver(long now) {
        boolean allBack = leftBytes >= budget && arrivedCount >= leftCount * 9 / 10;
        return running && (allBack || now - began > ANSWER_WITHIN);
    }

    /** Ends the probe: what it showed; nothing where too little arrived. */
    Optional<Shown> result(long now) {
        running = false;
        boolean enough = arrivedCount >= FEWEST && arrivedCount >= leftCount * 4 / 5 && lastLeft > firstLeft && lastAt > firstAt;
        double sending = rate(arrivedBytes - lastBytes, lastLeft - firstLeft);
        double receiving = rate(arrivedBytes - firstBytes, lastAt - firstAt);
        boolean carried = enough && receiving >= 0.9 * sending;
        pause = carried ? SOON : Math.min(LONGEST_PAUSE, pause * 3 / 2);
        nextAt = now + pause;
        return enough ? Optional.of(new Shown((long) Math.min(sending, receiving), !carried)) : Optional.empty();
    }

    /** The line became narrower meanwhile: what is under way proves nothing. */
    void forget(long now) {
        running = false;
        pause = FIRST_PAUSE;
        nextAt = now + pause;
    }

    private static double rate(long bytes, double millis) {
        return bytes * 8 * 1000 / Math.max(millis, 0.001);
    }
}
