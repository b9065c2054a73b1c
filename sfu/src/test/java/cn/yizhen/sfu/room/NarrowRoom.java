package cn.yizhen.sfu.room;

import cn.yizhen.sfu.line.Condition;
import cn.yizhen.sfu.line.Line;
import cn.yizhen.sfu.load.Descriptions;
import cn.yizhen.sfu.load.Heard;
import cn.yizhen.sfu.load.Publisher;
import cn.yizhen.sfu.load.Receiver;
import cn.yizhen.sfu.load.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongConsumer;

/**
 * Six cameras and one village behind a bad line, with the whole server between them and everything on one clock that
 * the test turns: sizes, key frames, repetition, the cipher. Server and village can be made to stop now and then, as
 * threads of a loaded machine do.
 */
final class NarrowRoom {

    static final long MILLI = 1_000_000;
    static final long SECOND = 1000 * MILLI;

    private static final int PEOPLE = 6;
    private static final int HEADS = 28;
    private static final long TICK = 4;
    private static final Duration DELAY = Duration.ofMillis(30);
    private static final String CLIENT = "a=ice-ufrag:them\na=ice-pwd:their-password-their-password\na=fingerprint:sha-256 AB:CD";

    /**
     * A packet that the server sent to the village.
     *
     * @param waited nanoseconds in the queue and on the wire; -1 where it was lost
     */
    record Seen(long at, int octets, long waited) {}

    private record Event(long at, long order, LongConsumer what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    private final SteppedRoom room = new SteppedRoom();
    private final PriorityQueue<Event> atServer = new PriorityQueue<>();
    private final PriorityQueue<Event> atVillage = new PriorityQueue<>();
    private final List<Publisher> publishers = new ArrayList<>();
    private final Line line;
    private final Random stalls;
    private final Receiver village;
    final Heard heard = new Heard();
    final List<Seen> seen = new ArrayList<>();
    private double stallShare;
    private long serverStopped;
    private long villageStopped;
    private long order;
    long now = SECOND;
    boolean weak;

    NarrowRoom(long seed, Condition down) {
        line = new Line(seed, down.delay(DELAY));
        stalls = new Random(seed);
        for (int i = 0; i < PEOPLE; i++) {
            camera(i, seed);
        }
        var events = new Deaf() {
            @Override
            public void weak(boolean now) {
                weak = now;
            }
        };
        var listening = room.listen("village", events, -1, this::down, now);
        village = new Receiver(listening.way().client, listening.offer(), 1, (bytes, length) -> up(bytes, length, DELAY, listening.way()), heard::packet);
    }

    private void camera(int number, long seed) {
        var way = room.publish("p" + number, Descriptions.offer(CLIENT, List.of("q", "h", "f")), (bytes, length) -> toCamera(number, bytes, length), now);
        publishers.add(new Publisher(way.client, (bytes, length) -> up(bytes, length, Duration.ofMillis(5), way), new Recording(seed * 10 + number, 100_000, 300_000, 800_000),
                0x1000 * (number + 1), number == 0));
    }

    private void toCamera(int number, byte[] bytes, int length) {
        if (number < publishers.size()) {
            publishers.get(number).received(Arrays.copyOf(bytes, length), length);
        }
    }

    private void up(byte[] bytes, int length, Duration delay, SteppedRoom.Way way) {
        byte[] copy = Arrays.copyOf(bytes, length);
        long at = now + delay.toNanos();
        atServer.add(new Event(at, order++, read -> way.packet(copy, read, at)));
    }

    private void down(byte[] bytes, int length) {
        byte[] copy = Arrays.copyOf(bytes, length + 20);
        int octets = length + HEADS;
        var passage = line.send(octets, now);
        seen.add(new Seen(now, octets, passage.map(Line.Passage::waited).orElse(-1L)));
        passage.ifPresent(found -> atVillage.add(new Event(found.at(), order++, read -> village.received(copy, length, read))));
    }

    /** The line becomes so wide. */
    void rate(long bitsPerSecond) {
        line.becomes(line.condition().rate(bitsPerSecond));
    }

    /** From now on both ends stand still for this share of the time, ten to sixty milliseconds at once. */
    void stalls(double share) {
        stallShare = share;
    }

    int soundSent() {
        return publishers.getFirst().soundFrames();
    }

    /** Lets time pass in steps of one millisecond. */
    void run(long seconds, LongConsumer eachMilli) {
        for (long until = now + seconds * SECOND; now < until; now += MILLI) {
            publishers.forEach(publisher -> publisher.tick(now));
            if (now >= serverStopped) {
                deliver(atServer);
                if (now / MILLI % TICK == 0) {
                    room.tick(now);
                }
                serverStopped = stalled();
            }
            if (now >= villageStopped) {
                deliver(atVillage);
                village.tick(now);
                villageStopped = stalled();
            }
            eachMilli.accept(now);
        }
    }

    private void deliver(PriorityQueue<Event> events) {
        while (!events.isEmpty() && events.peek().at() <= now) {
            events.poll().what().accept(now);
        }
    }

    private long stalled() {
        boolean stops = stallShare > 0 && stalls.nextDouble() < stallShare / (1 - stallShare) / 35;
        return stops ? now + (10 + stalls.nextInt(50)) * MILLI : now;
    }

    /** Bits a second that were sent in the last seconds and not lost. */
    long used(int seconds) {
        long sum = 0;
        for (int i = seen.size() - 1; i >= 0 && seen.get(i).at() > now - seconds * SECOND; i--) {
            sum += seen.get(i).waited() < 0 ? 0 : seen.get(i).octets() * 8L;
        }
        return sum / seconds;
    }

    /** Below which 95 of 100 waits on the line were, in milliseconds. */
    double wait95() {
        double[] waits = seen.stream().filter(one -> one.waited() >= 0).mapToDouble(one -> (double) one.waited() / MILLI).sorted().toArray();
        return waits[waits.length * 95 / 100];
    }
}
