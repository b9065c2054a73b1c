package cn.yizhen.sfu.load;

import cn.yizhen.sfu.Settings;
import cn.yizhen.sfu.line.Condition;
import cn.yizhen.sfu.line.UdpRelay;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.net.ManySockets;
import cn.yizhen.sfu.room.Deaf;
import cn.yizhen.sfu.room.Events;
import cn.yizhen.sfu.room.MediaServer;
import cn.yizhen.sfu.room.Participant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A meeting over three bad lines at once, with real sockets and real time: one that becomes narrow and wide again, one
 * that carries sound only, one that loses three packets in ten. Takes about fifty seconds.
 */
public final class NarrowLines implements AutoCloseable {

    /**
     * What came of it.
     *
     * @param overSeconds   after the line became narrow, the last second in which more was sent than it carries
     * @param usedShare     of the wide line, in the last five of fifteen seconds after it became wide again
     * @param queueMillis   95th percentile of the wait on the first line, over all
     * @param soundAt150    share of the frames of sound heard at 150 kbit/s
     * @param picturesAt150 packets of pictures that came there after the first seconds
     * @param toldWeak      whether that receiver was told 网络弱
     * @param soundAtLoss   share of the frames of sound heard at 30 % loss
     * @param ended         connections that ended meanwhile
     */
    public record Figures(double overSeconds, double usedShare, double queueMillis, double soundAt150, long picturesAt150, boolean toldWeak,
            double soundAtLoss, int ended) {}

    private static final long WIDE = 2_000_000;
    private static final long NARROW = 300_000;
    private static final int PUBLISHERS = 6;
    private static final Duration DELAY = Duration.ofMillis(30);
    private static final long CONSENT = 5_000_000_000L;

    private final MediaServer server;
    private final ManySockets sockets = new ManySockets();
    private final List<Consumer<Long>> ticks = new ArrayList<>();
    private final List<Handler> handlers = new ArrayList<>();
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final Told told = new Told();
    private final List<UdpRelay> relays = new ArrayList<>();
    private final Thread thread;
    private volatile boolean open = true;
    private Publisher speaker;

    private interface Handler {
        void received(byte[] datagram, int length, long now);
    }

    private NarrowLines() throws Exception {
        server = MediaServer.start(Settings.loopback(), Clock.systemUTC(), System::nanoTime);
        thread = Thread.ofPlatform().name("clients").daemon(true).start(this::loop);
        for (int i = 0; i < PUBLISHERS; i++) {
            publish(i);
        }
    }

    /** @param seed of every line's chances */
    public static Figures measure(long seed) throws Exception {
        try (var lines = new NarrowLines()) {
            return lines.run(seed);
        }
    }

    private Figures run(long seed) throws Exception {
        var clear = Condition.CLEAR.delay(DELAY);
        var changing = new Heard();
        var poor = new Heard();
        var lossy = new Heard();
        var toldPoor = new Told();
        UdpRelay first = listen("changing", seed, clear.rate(WIDE), changing, told);
        listen("poor", seed + 100, clear.rate(150_000), poor, toldPoor);
        listen("lossy", seed + 200, clear.rate(WIDE).loss(0.3), lossy, told);

        Thread.sleep(12_000);
        int sentBefore = speaker.soundFrames();
        int poorBefore = poor.frames();
        long picturesBefore = poor.pictures();
        int lossyBefore = lossy.frames();
        var all = new ArrayList<>(first.seen());
        first.down(clear.rate(NARROW));
        long narrowed = System.nanoTime();
        Thread.sleep(15_000);
        var narrow = first.seen();
        all.addAll(narrow);
        int sent = speaker.soundFrames() - sentBefore;
        double soundPoor = (double) (poor.frames() - poorBefore) / sent;
        double soundLossy = (double) (lossy.frames() - lossyBefore) / sent;
        long pictures = poor.pictures() - picturesBefore;
        first.down(clear.rate(WIDE));
        Thread.sleep(15_000);
        var wide = first.seen();
        all.addAll(wide);
        long until = System.nanoTime();
        double used = wide.stream().filter(seen -> seen.at() > until - 5_000_000_000L && seen.waited() >= 0).mapToLong(seen -> seen.octets() * 8L).sum() / 5.0 / WIDE;
        double[] waits = all.stream().filter(seen -> seen.waited() >= 0).mapToDouble(seen -> seen.waited() / 1e6).sorted().toArray();
        return new Figures(over(narrow, narrowed), used, waits.length == 0 ? 0 : waits[waits.length * 95 / 100], soundPoor, pictures, toldPoor.weak, soundLossy,
                told.ended + toldPoor.ended);
    }

    /** The end of the last second, by tenths, in which more than the narrow line carries was sent. */
    private static double over(List<UdpRelay.Seen> seen, long since) {
        double last = 0;
        for (double at = 1; at <= 14; at += 0.1) {
            double end = at;
            long bits = seen.stream().filter(one -> one.at() > since + (end - 1) * 1e9 && one.at() <= since + end * 1e9).mapToLong(one -> one.octets() * 8L).sum();
            // a queue that is emptied lets a burst of a packet or two pass
            last = bits > NARROW * 1.05 ? at : last;
        }
        return last;
    }

    private void publish(int number) throws Exception {
        var participant = join("publisher" + number, told);
        var dialling = new Dialling();
        String answer = participant.offerUp(Descriptions.offer(dialling.transport(), List.of("q", "h", "f")), Map.of());
        var srtp = dialling.connect(answer);
        var publisher = new Publisher(srtp, (bytes, length) -> dialling.socket().send(bytes, 0, length), new Recording(number, 100_000, 300_000, 800_000), 0x1000 * (number + 1), number == 0);
        if (number == 0) {
            speaker = publisher;
        }
        add(dialling, publisher::tick, (datagram, length, _) -> publisher.received(datagram, length));
    }

    private UdpRelay listen(String name, long seed, Condition down, Heard heard, Told events) throws Exception {
        var relay = UdpRelay.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), server.udpAddress(), seed, Condition.CLEAR.delay(DELAY), down);
        relays.add(relay);
        var participant = join(name, events);
        participant.view(PUBLISHERS, null);
        var dialling = new Dialling();
        String offer = participant.offerDown();
        participant.answerDown(Descriptions.answer(offer, dialling.transport()));
        var srtp = dialling.connect(offer, relay.local());
        var receiver = new Receiver(srtp, offer, 1, (bytes, length) -> dialling.socket().send(bytes, 0, length), heard::packet);
        add(dialling, receiver::tick, receiver::received);
        return relay;
    }

    private Participant join(String name, Events events) {
        var participant = ((MediaServer.Admission.Admitted) server.join("hall", name, events)).participant();
        participant.allow(EnumSet.allOf(Kind.class));
        return participant;
    }

    private void add(Dialling dialling, Consumer<Long> tick, Handler handler) throws InterruptedException {
        var done = new CountDownLatch(1);
        var consent = new long[1];
        posted.add(() -> {
            try {
                sockets.add(dialling.socket());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            ticks.add(now -> {
                tick.accept(now);
                if (now - consent[0] > CONSENT) {
                    consent[0] = now;
                    dialling.consent();
                }
            });
            handlers.add((datagram, length, now) -> {
                if (!dialling.answers(datagram, length)) {
                    handler.received(datagram, length, now);
                }
            });
            done.countDown();
        });
        done.await();
    }

    private void loop() {
        try {
            while (open) {
                for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
                    work.run();
                }
                long now = System.nanoTime();
                ticks.forEach(tick -> tick.accept(now));
                sockets.receive(2, (socket, datagram, length, at) -> handlers.get(socket).received(datagram, length, at));
            }
            sockets.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var relay : relays) {
            relay.close();
        }
        server.close();
    }

    private static final class Told extends Deaf {
        volatile boolean weak;
        volatile int ended;

        @Override
        public void weak(boolean now) {
            weak = now;
        }

        @Override
        public void ended(String why) {
            if (!why.equals("left")) {
                ended++;
            }
        }
    }
}
