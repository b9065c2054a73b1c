package cn.yizhen.sfu.bandwidth;

import cn.yizhen.sfu.rtp.TransportFeedback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A line with a rate, a delay, a queue that drops at its end, and losses drawn from a seed; at its end a receiver that
 * reports every sixty milliseconds. Time is the test's.
 */
final class SimulatedLink {

    static final long MILLI = 1_000_000;
    private static final long REPORT = 60 * MILLI;

    record Packet(int sequence, long sent, int bytes, String what) {}

    record Arrival(Packet packet, long at, long waited) {}

    private final Random random;
    private final long delay;
    private final long queueBytes;
    private long rate;
    private double loss;
    private long freeAt;
    private long reportAt;
    private int firstUnreported = -1;
    private final PriorityQueue<Arrival> onTheWay = new PriorityQueue<>(Comparator.comparingLong(Arrival::at));
    private final List<Arrival> unreported = new ArrayList<>();
    final List<Arrival> arrived = new ArrayList<>();

    SimulatedLink(long seed, long rate, long delay, long queueBytes) {
        this.random = new Random(seed);
        this.rate = rate;
        this.delay = delay;
        this.queueBytes = queueBytes;
    }

    void rate(long bitsPerSecond) {
        rate = bitsPerSecond;
    }

    void loss(double share) {
        loss = share;
    }

    void send(Packet packet, long now) {
        long backlog = Math.max(0, freeAt - now) * rate / 8 / 1_000_000_000L;
        if (backlog > queueBytes || random.nextDouble() < loss) {
            return;
        }
        long begins = Math.max(now, freeAt);
        freeAt = begins + packet.bytes() * 8L * 1_000_000_000L / rate;
        onTheWay.add(new Arrival(packet, freeAt + delay, freeAt - now));
    }

    /** What the receiver reports at this moment, if it is its moment. */
    List<TransportFeedback> pass(long now) {
        while (!onTheWay.isEmpty() && onTheWay.peek().at() <= now) {
            var next = onTheWay.poll();
            arrived.add(next);
            unreported.add(next);
        }
        if (now - reportAt < REPORT || unreported.isEmpty()) {
            return List.of();
        }
        reportAt = now;
        unreported.sort(Comparator.comparingInt(arrival -> arrival.packet().sequence()));
        int base = firstUnreported < 0 ? unreported.getFirst().packet().sequence() : firstUnreported;
        int last = unreported.getLast().packet().sequence();
        long[] times = new long[last - base + 1];
        Arrays.fill(times, TransportFeedback.LOST);
        unreported.stream().filter(arrival -> arrival.packet().sequence() >= base)
                .forEach(arrival -> times[arrival.packet().sequence() - base] = arrival.at() / 1000);
        firstUnreported = last + 1;
        unreported.clear();
        return List.of(new TransportFeedback(base & 0xFFFF, 0, times));
    }
}
