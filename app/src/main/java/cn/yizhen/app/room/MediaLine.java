package cn.yizhen.app.room;

import cn.yizhen.app.host.HostSettings;
import cn.yizhen.sfu.Settings;
import cn.yizhen.sfu.room.Figures;
import cn.yizhen.sfu.room.MediaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The forwarding unit of this machine, which begins with the first who comes, and the ways to it. */
@Component
@EnableConfigurationProperties(MediaSettings.class)
class MediaLine implements DisposableBean {

    private static final long MEGA = 1_000_000;
    private static final long KILO = 1000;

    private final MediaSettings settings;
    private final HostSettings host;
    private final Clock clock;
    private volatile @Nullable MediaServer server;

    MediaLine(MediaSettings settings, HostSettings host, Clock clock) {
        this.settings = settings;
        this.host = host;
        this.clock = clock;
    }

    MediaServer server() {
        var running = server;
        return running != null ? running : begin();
    }

    private synchronized MediaServer begin() {
        if (server == null) {
            try {
                server = MediaServer.start(mediaSettings(), clock, System::nanoTime);
            } catch (IOException e) {
                throw new UncheckedIOException("media port " + settings.port(), e);
            }
        }
        return server;
    }

    /** How it does; zeros before anybody came. */
    Figures figures() {
        var running = server;
        return running != null ? running.figures() : new Figures(0, 0, 0, 0, 0, 0, 0, settings.uplinkMbit() * MEGA);
    }

    private Settings mediaSettings() throws IOException {
        // a demonstration stays on this machine, unless somebody says under which address it may be reached
        if (host.demo() && settings.publicAddress().isEmpty()) {
            var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return settings(any, List.of());
        }
        return settings(new InetSocketAddress(settings.port()), settings.publicAddress().isEmpty() ? own(settings.port()) : settings.reachedAt(settings.port()));
    }

    private Settings settings(InetSocketAddress bound, List<InetSocketAddress> seen) {
        return new Settings(bound, bound, seen, seen, settings.uplinkMbit() * MEGA, settings.pictureKbit() * KILO, settings.soundKbit() * KILO);
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
        String name = clock.instant().plus(RoomPages.TOKEN_LASTS).getEpochSecond() + ":" + seat;
        return List.of(Map.of("urls", settings.turn(), "username", name, "credential", turnCredential(settings.turnSecret(), name)));
    }

    static String turnCredential(String secret, String name) {
        try {
            // SHA-1 is what coturn's use-auth-secret speaks
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    @Override
    public void destroy() throws IOException {
        var running = server;
        if (running != null) {
            running.close();
        }
    }
}
