package cn.yizhen.sfu.room;

import cn.yizhen.sfu.Settings;
import cn.yizhen.sfu.dtls.Identity;
import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.net.TcpPort;
import cn.yizhen.sfu.net.UdpPort;
import cn.yizhen.sfu.sdp.ServerSide;
import cn.yizhen.sfu.srtp.SrtpSession;
import cn.yizhen.sfu.stun.IceCredentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The server: one UDP port, one TCP port, one media thread, any number of rooms. Safe to call from any thread.
 */
public final class MediaServer implements AutoCloseable {

    private static final long NTP_EPOCH = 2_208_988_800L;
    private static final long PATIENCE_SECONDS = 20;

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();
    private final Identity identity;
    private final UdpPort udp;
    private final Loop loop;
    private final @Nullable TcpPort tcp;
    private final Map<String, Hall> halls = new HashMap<>();
    private final Map<String, ObjLongConsumer<Incoming>> taps = new HashMap<>();
    private final Tally tally = new Tally();
    private final LongSupplier clock;
    private final long started;
    private final Instant startedAt;
    private long admitted;

    private MediaServer(Settings settings, Clock wall, LongSupplier nanos) throws IOException {
        this.settings = settings;
        this.clock = nanos;
        this.startedAt = wall.instant();
        this.started = nanos.getAsLong();
        this.identity = Identity.make(random, startedAt);
        SrtpSession.prepare();
        this.udp = UdpPort.open(settings.udp(), wall);
        this.loop = new Loop(udp, nanos, this::taken, this::tick);
        this.tcp = settings.tcp() == null ? null : new TcpPort(settings.tcp(), loop::framed);
        loop.start();
    }

    /**
     * @param wall  for certificates and sender reports
     * @param nanos for everything that is measured
     * @throws IOException where a port is taken
     */
    public static MediaServer start(Settings settings, Clock wall, LongSupplier nanos) throws IOException {
        return new MediaServer(settings, wall, nanos);
    }

    /** What became of the wish to join. */
    public sealed interface Admission {

        /** @param pictures false where the line has room for sound only */
        record Admitted(Participant participant, boolean pictures) implements Admission {}

        /**
         * The line is full.
         *
         * @param neededBits   what this participant would take
         * @param uplinkBits   what the line carries
         * @param admittedBits what those inside are counted as
         */
        record Full(long neededBits, long uplinkBits, long admittedBits) implements Admission {}
    }

    /**
     * Joins a room, which begins with its first participant and ends with its last. Somebody who joins again under
     * the same name takes the earlier one's place.
     */
    public Admission join(String room, String participant, Events events) {
        return onLoop(() -> {
            // whoever joins again gives the earlier place back first
            long others = admitted - (halls.containsKey(room) ? halls.get(room).counted(participant) : 0);
            boolean pictures = others + settings.pictureBits() <= settings.uplinkBits();
            long counted = pictures ? settings.pictureBits() : settings.soundBits();
            if (others + counted > settings.uplinkBits()) {
                return new Admission.Full(settings.soundBits(), settings.uplinkBits(), others);
            }
            admitted = others + counted;
            Hall hall = halls.computeIfAbsent(room, this::hall);
            var peer = new Peer(participant, events, counted);
            if (!pictures) {
                peer.view(0, null);
            }
            hall.join(peer);
            return new Admission.Admitted(new Participant(this, room, hall, peer), pictures);
        });
    }

    /** Who is at the front of a room, most relevant first. */
    public void mainVenue(String room, List<String> participants) {
        loop.post(() -> {
            Hall hall = halls.get(room);
            if (hall != null) {
                hall.mainVenue(participants);
            }
        });
    }

    private Hall hall(String room) {
        var hall = new Hall(clock);
        hall.tap(taps.get(room));
        return hall;
    }

    /**
     * From now on somebody takes everything in this room that others may see and hear, whoever is in it: once for each
     * packet, on the media thread, where nothing may wait.
     *
     * @param taker null ends it
     */
    public void tap(String room, @Nullable ObjLongConsumer<Incoming> taker) {
        loop.post(() -> {
            if (taker == null) {
                taps.remove(room);
            } else {
                taps.put(room, taker);
            }
            if (halls.get(room) instanceof Hall hall) {
                hall.tap(taker);
            }
        });
    }

    /** How it does now. */
    public Figures figures() {
        return onLoop(() -> {
            long now = loop.now();
            var peers = halls.values().stream().flatMap(hall -> hall.peers().stream()).toList();
            long publishers = peers.stream().flatMap(peer -> peer.tracks().stream()).filter(track -> !track.muted() && !track.live(now).isEmpty()).count();
            double loss = peers.stream().map(Peer::down).filter(Objects::nonNull).mapToDouble(link -> link.estimate().lossShare()).average().orElse(0);
            return new Figures(halls.size(), peers.size(), (int) publishers, tally.octets(), tally.keyFrameRequests(), loss, admitted, settings.uplinkBits());
        });
    }

    /** Where the ports are. */
    public InetSocketAddress udpAddress() {
        return udp.local();
    }

    void left(String room, Hall hall, Peer peer) {
        admitted -= peer.release();
        if (hall.isEmpty()) {
            halls.remove(room, hall);
        }
    }

    Loop loop() {
        return loop;
    }

    Tally tally() {
        return tally;
    }

    Identity identity() {
        return identity;
    }

    int drawSsrc() {
        return random.nextInt() | 1;
    }

    IceCredentials drawCredentials() {
        return IceCredentials.fresh(random);
    }

    ServerSide side(IceCredentials local) {
        List<InetSocketAddress> udpSeen = settings.publicUdp().isEmpty() ? List.of(udp.local()) : settings.publicUdp();
        List<InetSocketAddress> tcpSeen = tcp == null ? List.of() : settings.publicTcp().isEmpty() ? List.of(tcp.local()) : settings.publicTcp();
        return new ServerSide(identity.fingerprint(), local, udpSeen, tcpSeen);
    }

    /** The wall clock as NTP writes it, at a moment of the loop's clock. */
    long ntp(long nanos) {
        Instant at = startedAt.plusNanos(nanos - started);
        return at.getEpochSecond() + NTP_EPOCH << 32 | ((long) at.getNano() << 32) / 1_000_000_000L;
    }

    <T> T onLoop(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        loop.post(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        try {
            // a loop that was closed meanwhile never answers
            return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private long taken(long now) {
        long soonest = Long.MAX_VALUE;
        for (var hall : halls.values()) {
            soonest = Math.min(soonest, hall.settle(now));
        }
        return soonest;
    }

    private void tick(long now) {
        halls.values().forEach(hall -> hall.tick(now));
    }

    @Override
    public void close() throws IOException {
        if (tcp != null) {
            tcp.close();
        }
        loop.close();
    }
}
