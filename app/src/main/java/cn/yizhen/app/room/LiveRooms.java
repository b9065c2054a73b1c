package cn.yizhen.app.room;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.sfu.Settings;
import cn.yizhen.sfu.room.MediaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The rooms somebody is in, and the forwarding unit, which begins with the first who comes. */
@Component
@EnableConfigurationProperties(MediaSettings.class)
class LiveRooms implements DisposableBean {

    private static final long MEGA = 1_000_000;
    private static final Duration CHECK_LASTS = Duration.ofMinutes(5);

    private final Rooms rooms;
    private final Stands stands;
    private final MediaSettings settings;
    private final HostSettings host;
    private final Clock clock;
    private final Map<UUID, LiveRoom> running = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> checks = new ConcurrentHashMap<>();
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable MediaServer media;

    LiveRooms(Rooms rooms, Stands stands, MediaSettings settings, HostSettings host, Clock clock) {
        this.rooms = rooms;
        this.stands = stands;
        this.settings = settings;
        this.host = host;
        this.clock = clock;
    }

    /** The room, begun if nobody was in it yet. */
    Optional<LiveRoom> find(UUID id) {
        var live = running.get(id);
        return live != null ? Optional.of(live) : rooms.find(system(), id).map(room -> running.computeIfAbsent(id, _ -> begin(room)));
    }

    private LiveRoom begin(Room room) {
        var turn = new InTurn(turns);
        return new LiveRoom(room, stands.read(room.id()), this::media, stand -> stands.write(room.id(), stand), stands::code, settings.mostInRoom(),
                turn, clock);
    }

    /** A room for one browser that tries its network with itself; nothing of it is kept. */
    Check check() {
        var room = new Room(UUID.randomUUID(), "网络自测", "", UUID.randomUUID(), LocalDate.now(clock));
        var stand = stands.fresh();
        running.put(room.id(), new LiveRoom(room, stand, this::media, _ -> { }, stands::code, 2, new InTurn(turns), clock));
        checks.put(room.id(), clock.instant());
        var until = clock.instant().plus(CHECK_LASTS);
        return new Check(room.id(), new RoomToken(room.id(), "there", "去", false, false, until).signed(stand.secret()),
                new RoomToken(room.id(), "back", "回", false, false, until).signed(stand.secret()));
    }

    /** @param there the token of the end that sends, {@code back} that of the end that receives */
    record Check(UUID room, String there, String back) {}

    /** What is kept of a room, running or not. */
    Stand stand(UUID id) {
        var live = running.get(id);
        return live != null ? live.stand() : stands.read(id);
    }

    /** The room that somebody is in and whose code this is. */
    Optional<Room> withCode(String code) {
        return running.values().stream().filter(room -> !room.isEmpty() && room.stand().code().equals(code)).map(LiveRoom::room).findFirst();
    }

    int rooms() {
        return (int) running.values().stream().filter(room -> !room.isEmpty()).count();
    }

    int people() {
        return running.values().stream().mapToInt(LiveRoom::size).sum();
    }

    @Scheduled(fixedDelay = 1000)
    void tick() {
        var old = clock.instant().minus(CHECK_LASTS);
        checks.entrySet().removeIf(check -> check.getValue().isBefore(old) && running.remove(check.getKey()) != null);
        running.values().forEach(room -> room.inTurn(room::tick));
    }

    synchronized MediaServer media() {
        if (media == null) {
            try {
                media = MediaServer.start(mediaSettings(), clock, System::nanoTime);
            } catch (IOException e) {
                throw new UncheckedIOException("media port " + settings.port(), e);
            }
        }
        return media;
    }

    private Settings mediaSettings() throws IOException {
        if (host.demo()) {
            var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new Settings(any, any, List.of(), List.of(), settings.uplinkMbit() * MEGA, settings.pictureKbit() * 1000, settings.soundKbit() * 1000);
        }
        var bound = new InetSocketAddress(settings.port());
        var seen = settings.publicAddress().isEmpty() ? own(settings.port()) : settings.reachedAt(settings.port());
        return new Settings(bound, bound, seen, seen, settings.uplinkMbit() * MEGA, settings.pictureKbit() * 1000, settings.soundKbit() * 1000);
    }

    /** The machine's own addresses, where the operator named none. */
    private static List<InetSocketAddress> own(int port) throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(card -> Collections.list(card.getInetAddresses()).stream())
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .map(address -> new InetSocketAddress(address, port)).toList();
    }

    /** Servers the browser may go through: none, or TURN with a name that runs out (coturn's REST way). */
    List<Map<String, Object>> iceServers(String seat) {
        if (settings.turn().isEmpty() || settings.turnSecret().isEmpty()) {
            return List.of();
        }
        String name = clock.instant().plusSeconds(12 * 3600).getEpochSecond() + ":" + seat;
        return List.of(Map.of("urls", settings.turn(), "username", name, "credential", turnCredential(settings.turnSecret(), name)));
    }

    static String turnCredential(String secret, String name) {
        try {
            // SHA-1 is what coturn's use-auth-secret speaks
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    Instant now() {
        return clock.instant();
    }

    Scope system() {
        return Scope.system(host.county(), "视频会议", AsOf.on(LocalDate.now(clock)));
    }

    @Override
    public void destroy() throws IOException {
        turns.shutdown();
        if (media != null) {
            media.close();
        }
    }
}
