package cn.yizhen.sfu.bandwidth;

import cn.yizhen.sfu.line.Condition;
import cn.yizhen.sfu.line.Line;
import cn.yizhen.sfu.rtp.TransportFeedback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A bad line and at its end a receiver that reports every sixty milliseconds. Time is the test's.
 */
final class SimulatedLink {

    static final long MILLI = 1_000_000;
    private static final long REPORT = 60 * MILLI;

    record Packet(int sequence, long sent, int bytes, String what) {}

    record Arrival(Packet packet, long at, long waited) {}

    private final Line line;
    private long reportAt;
    private int firstUnreported = -1;
    private final PriorityQueue<Arrival> onTheWay = new PriorityQueue<>(Comparator.comparingLong(Arrival::at));
    private final List<Arrival> unreported = new ArrayList<>();
    final List<Arrival> arrived = new ArrayList<>();

    SimulatedLink(long seed, long rate, long delay, int queueBytes) {
        line = new Line(seed, new Condition(rate, Duration.ofNanos(delay), 0, 0, Duration.ZERO, queueBytes, 0));
    }

    void rate(long bitsPerSecond) {
        line.becomes(line.condition().rate(bitsPerSecond));
    }

    void loss(double share) {
        line.becomes(line.condition().loss(share));
    }

    void send(Packet packet, long now) {
        line.send(packet.bytes(), now).ifPresent(passage -> onTheWay.add(new Arrival(packet, passage.at(), passage.waited())));
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
