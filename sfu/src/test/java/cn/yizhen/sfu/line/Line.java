package cn.yizhen.sfu.line;

import java.util.Optional;
import java.util.Random;

/** One direction of a line: says of each packet whether and when it arrives. Its chances come from a seed, its time from the caller. */
public final class Line {

    /**
     * A packet that arrives.
     *
     * @param at     when, in nanoseconds of the caller's clock
     * @param waited nanoseconds it stood in the queue and on the wire, without the line's own delay
     */
    public record Passage(long at, long waited) {}

    private final Random random;
    private volatile Condition condition;
    private long freeAt = Long.MIN_VALUE;

    public Line(long seed, Condition condition) {
        this.random = new Random(seed);
        this.condition = condition;
    }

    public Condition condition() {
        return condition;
    }

    /** From the next packet on; what is under way keeps its time. From any thread. */
    public void becomes(Condition next) {
        condition = next;
    }

    /** Nothing where the packet is lost. */
    public Optional<Passage> send(int octets, long now) {
        var c = condition;
        boolean lost = random.nextDouble() < c.loss();
        boolean held = random.nextDouble() < c.reordered();
        long atOnce = c.rate() == 0 ? 0 : c.burst() * 8L * 1_000_000_000L / c.rate();
        long begins = Math.max(now - atOnce, freeAt);
        long backlog = (long) ((begins - now) / 1e9 * c.rate() / 8);
        if (lost || c.rate() > 0 && backlog > c.queue()) {
            return Optional.empty();
        }
        freeAt = c.rate() == 0 ? now : begins + octets * 8L * 1_000_000_000L / c.rate();
        long through = Math.max(now, freeAt);
        return Optional.of(new Passage(through + c.delay().toNanos() + (held ? c.heldBack().toNanos() : 0), through - now));
    }
}
