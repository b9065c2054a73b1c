package cn.yizhen.sfu.bandwidth;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets packets go no faster than a rate, so that a key frame does not fill the queue of a narrow link at once.
 * Sound never waits; what repairs goes before what is new.
 *
 * @param <T> what waits
 */
public final class Pacer<T> {

    /** In the order of leaving. */
    public enum Kind { REPAIR, VIDEO, PROBE }

    private record Waiting<T>(T what, int bytes, long since) {}

    /** What may leave in one go: enough that a loop turning every few milliseconds keeps up. */
    private static final long BURST = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long LEAST_BURST_BITS = 2 * 1500 * 8;

    private final Map<Kind, ArrayDeque<Waiting<T>>> queues = new EnumMap<>(Kind.class);
    private long rate;
    private double credit;
    private long last = Long.MIN_VALUE;
    private int waitingBytes;

    public Pacer(long bitsPerSecond) {
        rate = bitsPerSecond;
        for (var kind : Kind.values()) {
            queues.put(kind, new ArrayDeque<>());
        }
    }

    public void rate(long bitsPerSecond) {
        rate = bitsPerSecond;
    }

    /** Whether these bytes may leave now; if so they are counted. Never while others wait. */
    public boolean passes(int bytes, long now) {
        refill(now);
        if (waitingBytes > 0 || credit <= 0) {
            return false;
        }
        credit -= bytes * 8.0;
        return true;
    }

    /** These bytes left without asking: sound. */
    public void left(int bytes, long now) {
        refill(now);
        credit -= bytes * 8.0;
    }

    public void await(Kind kind, T what, int bytes, long now) {
        queues.get(kind).add(new Waiting<>(what, bytes, now));
        waitingBytes += bytes;
    }

    /** The next that may leave now. */
    public Optional<T> next(long now) {
        refill(now);
        if (waitingBytes == 0 || credit <= 0) {
            return Optional.empty();
        }
        for (var queue : queues.values()) {
            var first = queue.poll();
            if (first != null) {
                waitingBytes -= first.bytes();
                credit -= first.bytes() * 8.0;
                return Optional.of(first.what());
            }
        }
        return Optional.empty();
    }

    public boolean isEmpty() {
        return waitingBytes == 0;
    }

    /** How long the oldest of this kind has waited, in nanoseconds. */
    public long oldest(Kind kind, long now) {
        if (waitingBytes == 0) {
            return 0;
        }
        var first = queues.get(kind).peek();
        return first == null ? 0 : now - first.since();
    }

    /** Gives up what waits of this kind: nobody would see it in time. */
    public void drop(Kind kind, Consumer<T> dropped) {
        for (var waiting = queues.get(kind).poll(); waiting != null; waiting = queues.get(kind).poll()) {
            waitingBytes -= waiting.bytes();
            dropped.accept(waiting.what());
        }
    }

    private void refill(long now) {
        if (last == Long.MIN_VALUE) {
            last = now;
        }
        double most = Math.max(LEAST_BURST_BITS, rate * (double) BURST / 1e9);
        credit = Math.min(most, credit + rate * (now - last) / 1e9);
        last = now;
    }
}
