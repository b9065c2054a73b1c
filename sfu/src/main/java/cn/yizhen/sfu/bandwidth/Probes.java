package cn.yizhen.sfu.bandwidth;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Short bursts above the estimate, made of retransmissions, that show whether the link carries more. One at a time,
 * the more seldom the oftener they showed nothing.
 */
public final class Probes {

    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(2);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(8);
    private static final long ANSWER_WITHIN = TimeUnit.SECONDS.toNanos(1);
    private static final long LASTS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final int FEWEST = 5;
    private static final double TWICE = 2.0;

    private int number;
    private long rate;
    private long began;
    private long budget;
    private boolean running;
    private long pause = FIRST_PAUSE;
    private long nextAt = Long.MIN_VALUE;

    private int sentCount;
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
     * @return bytes to send within the next moments under {@link #number}, or 0
     */
    public long begin(long now, long estimate, long wanted) {
        if (nextAt == Long.MIN_VALUE) {
            nextAt = now + FIRST_PAUSE / 4;
        }
        if (running || now < nextAt || wanted <= estimate * 1.1) {
            return 0;
        }
        number++;
        running = true;
        rate = Math.min((long) (estimate * TWICE), wanted + wanted / 5);
        began = now;
        budget = Math.max(FEWEST * 1200L, rate / 8 * LASTS / 1_000_000_000L);
        sentCount = 0;
        arrivedBytes = 0;
        arrivedCount = 0;
        return budget;
    }

    /** Of the probe that is running, else 0. */
    public int number() {
        return running ? number : 0;
    }

    /** At which its packets are to leave, in bits a second. */
    public long rate() {
        return rate;
    }

    public void left() {
        sentCount++;
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
        lastLeft = Math.max(lastLeft, left);
        lastAt = at;
        lastBytes = sent.bytes();
        arrivedBytes += sent.bytes();
        arrivedCount++;
        if (arrivedCount == 1) {
            lastLeft = left;
        }
    }

    /** What the probe that just ended showed, in bits a second; nothing while it runs or if too little arrived. */
    OptionalLong result(long now) {
        if (!running || arrivedCount < Math.max(FEWEST, sentCount * 4 / 5) && now - began < ANSWER_WITHIN) {
            return OptionalLong.empty();
        }
        running = false;
        boolean enough = arrivedCount >= FEWEST && arrivedCount >= sentCount * 4 / 5 && lastLeft > firstLeft && lastAt > firstAt;
        double sending = rate(arrivedBytes - lastBytes, lastLeft - firstLeft);
        double receiving = rate(arrivedBytes - firstBytes, lastAt - firstAt);
        boolean carried = enough && receiving >= 0.9 * sending;
        pause = carried ? FIRST_PAUSE / 2 : Math.min(LONGEST_PAUSE, pause * 3 / 2);
        nextAt = now + pause;
        return enough ? OptionalLong.of((long) (carried ? Math.min(sending, receiving) : receiving * 0.9)) : OptionalLong.empty();
    }

    /** A queue began to grow: whatever was under way proves nothing. */
    void forget() {
        running = false;
        nextAt = began + pause;
        pause = FIRST_PAUSE;
    }

    private static double rate(long bytes, double millis) {
        return bytes * 8 * 1000 / Math.max(millis, 0.001);
    }
}
