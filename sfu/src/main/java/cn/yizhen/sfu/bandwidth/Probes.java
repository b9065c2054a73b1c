package cn.yizhen.sfu.bandwidth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Short bursts above the estimate, made of retransmissions, that show whether the link carries more, and longer trials
 * where nothing is shown yet. One at a time, the more seldom the oftener they showed nothing.
 */
public final class Probes {

    /**
     * What a probe showed.
     *
     * @param bits  a second that arrived
     * @param limit whether that is all the line carries: less arrived than was sent
     */
    record Shown(long bits, boolean limit) {}

    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(2);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_PAUSE_OF_TRIALS = TimeUnit.SECONDS.toNanos(10);
    private static final long ANSWER_WITHIN = TimeUnit.SECONDS.toNanos(1);
    private static final double LASTS_SECONDS = 0.04;
    private static final double TRIAL_LASTS_SECONDS = 1.5;
    private static final int FEWEST = 5;
    /** Shapers let some kilobytes pass at once: a burst must be longer than that. */
    private static final int FEWEST_BYTES = 10_500;
    private static final double TWICE = 2.0;
    private static final double CARRIED = 0.85;
    /** What is sent in a trial beyond what is needed, since a loop that turns every few milliseconds sends a little less. */
    private static final double TRIAL_MARGIN = 1.12;
    private static final long QUEUE_OF_BURST_MILLIS = 200;
    private static final long QUEUE_OF_TRIAL_MILLIS = 100;

    /** A packet of the probe that arrived; times in milliseconds, each on its own clock. */
    private record Arrived(double left, double at, int bytes) {}

    private int number;
    private boolean running;
    private long rate;
    private long budget;
    private long leftBytes;
    private int leftCount;
    private long began;
    private long pause = FIRST_PAUSE;
    private long nextAt = Long.MIN_VALUE;

    private boolean trial;
    private final List<Arrived> arrivals = new ArrayList<>();

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
        begin(now, Math.min((long) (estimate * TWICE), wanted + wanted / 5), LASTS_SECONDS, false);
    }

    /**
     * Begins a trial where one is due: what nothing is sent for yet is tried for a second and a half with padding, since a
     * burst alone also passes where the line could not keep it up.
     *
     * @param needed bits a second, all in all
     */
    public void beginTrial(long now, long needed) {
        if (nextAt == Long.MIN_VALUE) {
            nextAt = now + FIRST_PAUSE;
        }
        if (!running && now >= nextAt) {
            begin(now, (long) (needed * TRIAL_MARGIN), TRIAL_LASTS_SECONDS, true);
        }
    }

    private void begin(long now, long bits, double seconds, boolean asTrial) {
        number++;
        running = true;
        trial = asTrial;
        rate = bits;
        budget = Math.max(FEWEST_BYTES, (long) (rate / 8 * seconds));
        began = now;
        leftBytes = 0;
        leftCount = 0;
        arrivals.clear();
    }

    /** Bytes of the running probe that should have left by now and did not. */
    public long due(long now) {
        if (!running || leftBytes >= budget) {
            return 0;
        }
        return Math.min(budget, rate / 8 * (now - began) / 1_000_000_000L + 1) - leftBytes;
    }

    public boolean isRunning() {
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
        arrivals.add(new Arrived(left, at, sent.bytes()));
    }

    /** With a longer queue the probe is given up. */
    long longestQueueMillis() {
        return trial ? QUEUE_OF_TRIAL_MILLIS : QUEUE_OF_BURST_MILLIS;
    }

    /** Whether what left has come back, or was waited for long enough. */
    boolean isOver(long now) {
        boolean allBack = leftBytes >= budget && arrivals.size() >= leftCount * 9 / 10;
        return running && (allBack || now - began > ANSWER_WITHIN + budget * 8_000_000_000L / rate);
    }

    /**
     * Ends the probe: what it showed; nothing where too little arrived. Measured from the middle third, since a shaper
     * lets the beginning pass at once, to the last fifth, each by its quickest packet, since a thread that was late is no queue.
     */
    Optional<Shown> result(long now) {
        running = false;
        int third = arrivals.size() / 3;
        boolean enough = third >= FEWEST / 2 && arrivals.size() >= leftCount * 4 / 5;
        int from = enough ? quickest(third, 2 * third) : 0;
        int to = enough ? quickest(arrivals.size() - Math.max(2, arrivals.size() / 5), arrivals.size()) : 0;
        if (!enough || arrivals.get(to).at() <= arrivals.get(from).at()) {
            wait(now, false);
            return Optional.empty();
        }
        long bytes = arrivals.subList(from + 1, to + 1).stream().mapToLong(Arrived::bytes).sum();
        double sending = Math.min(rate, rate(bytes, arrivals.get(to).left() - arrivals.get(from).left()));
        double receiving = rate(bytes, arrivals.get(to).at() - arrivals.get(from).at());
        boolean carried = receiving >= CARRIED * sending;
        wait(now, carried);
        return Optional.of(new Shown((long) (carried ? sending : receiving), !carried));
    }

    private int quickest(int from, int until) {
        return IntStream.range(from, until).boxed().min(Comparator.comparingDouble(i -> arrivals.get(i).at() - arrivals.get(i).left())).orElseThrow();
    }

    /** What a probe showed could not be kept up: as if it had shown nothing. */
    void disproved(long now) {
        wait(now, false);
    }

    /** The line became narrower meanwhile: what is under way proves nothing. */
    void forget(long now) {
        running = false;
        if (trial) {
            wait(now, false);
        } else {
            pause = FIRST_PAUSE;
            nextAt = now + pause;
        }
    }

    private void wait(long now, boolean carried) {
        pause = carried ? SOON : Math.min(trial ? LONGEST_PAUSE_OF_TRIALS : LONGEST_PAUSE, Math.max(FIRST_PAUSE, pause) * 3 / 2);
        nextAt = now + pause;
    }

    private static double rate(long bytes, double millis) {
        return bytes * 8 * 1000 / Math.max(millis, 0.001);
    }
}
