package cn.yizhen.sfu.room;

import cn.yizhen.sfu.dtls.Fingerprint;
import cn.yizhen.sfu.dtls.Handshake;
import cn.yizhen.sfu.dtls.Identity;
import cn.yizhen.sfu.net.Path;
import cn.yizhen.sfu.srtp.SrtpSession;
import cn.yizhen.sfu.stun.IceCredentials;
import cn.yizhen.sfu.stun.IceLite;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One peer connection from the server's end: addresses that proved the ICE password, the handshake, the keys.
 *
 * <p>DTLS and SRTP are read only from a path that passed a check. Where packets go is the path the client nominated;
 * the first packet proved from another checked path moves it there.
 */
final class Transport {

    private static final long SILENCE = TimeUnit.SECONDS.toNanos(30);
    private static final int MOST_PATHS = 16;

    private final IceCredentials credentials;
    private final Identity identity;
    private final Consumer<Runnable> loop;
    private final Media media;
    private final Map<Object, Path> paths = new LinkedHashMap<>();
    private @Nullable Fingerprint expected;
    private @Nullable Handshake handshake;
    private @Nullable SrtpSession srtp;
    private @Nullable Path selected;
    private long heardAt;
    private boolean over;

    /** @param loop runs something on the media thread, from any thread */
    Transport(IceCredentials credentials, Identity identity, Consumer<Runnable> loop, Media media, long now) {
        this.credentials = credentials;
        this.identity = identity;
        this.loop = loop;
        this.media = media;
        this.heardAt = now;
    }

    IceCredentials credentials() {
        return credentials;
    }

    /** From now on the client with this certificate may shake hands. */
    void expect(Fingerprint fingerprint) {
        expected = fingerprint;
    }

    boolean isConnected() {
        return srtp != null && selected != null;
    }

    boolean isOver() {
        return over;
    }

    boolean knows(Path path) {
        return paths.containsKey(key(path));
    }

    /** A check that {@link IceLite} proved to be for this transport; false if the path was refused. */
    boolean checked(Path path, IceLite.Check check, long now) {
        if (over || !check.accepted() || paths.size() >= MOST_PATHS && !knows(path)) {
            return false;
        }
        heardAt = now;
        paths.putIfAbsent(key(path), path);
        if (check.nominates() || selected == null) {
            selected = path;
        }
        send(path, check.answer(), check.answer().length);
        return true;
    }

    void dtls(Path path, byte[] datagram) {
        if (over || expected == null || !knows(path)) {
            return;
        }
        if (handshake == null) {
            handshake = Handshake.begin(identity, expected, bytes -> loop.accept(() -> answer(bytes)), outcome -> loop.accept(() -> shook(outcome)));
        }
        handshake.received(datagram);
    }

    /** @param at when the kernel took it in */
    void packet(Path path, byte[] datagram, long now, long at) {
        if (over || srtp == null || !(selected != null && same(selected, path)) && !knows(path)) {
            return;
        }
        int type = datagram.length > 1 ? datagram[1] & 0xFF : 0;
        boolean control = type >= 192 && type <= 223;
        int length = control ? srtp.openControl(datagram, datagram.length) : srtp.open(datagram, datagram.length);
        if (length < 0) {
            return;
        }
        heardAt = now;
        if (selected == null || !same(selected, path)) {
            selected = path;
        }
        if (control) {
            media.rtcp(datagram, length, now);
        } else {
            media.rtp(datagram, length, now, at);
        }
    }

    /** Closes the packet in its array, which needs room for the tag, and sends it; what it took on the wire. */
    int sendRtp(byte[] packet, int length) {
        int closed = session().close(packet, length);
        send(selected(), packet, closed);
        return closed;
    }

    int sendRtcp(byte[] packet, int length) {
        int closed = session().closeControl(packet, length);
        send(selected(), packet, closed);
        return closed;
    }

    /** Ends after thirty seconds in which nothing proved itself. */
    void tick(long now) {
        if (!over && now - heardAt > SILENCE) {
            end("silence");
        }
    }

    void end(String why) {
        if (over) {
            return;
        }
        over = true;
        if (handshake != null) {
            handshake.close();
        }
        media.ended(why);
    }

    void shook(Handshake.Outcome outcome) {
        if (over) {
            return;
        }
        switch (outcome) {
            case Handshake.Outcome.Done(var keys) -> {
                srtp = SrtpSession.server(keys);
                media.connected(heardAt);
            }
            case Handshake.Outcome.Failed(var why) -> end("handshake: " + why);
        }
    }

    private void answer(byte[] datagram) {
        if (!over && selected != null) {
            send(selected, datagram, datagram.length);
        }
    }

    private static void send(Path path, byte[] bytes, int length) {
        try {
            path.send(bytes, 0, length);
        } catch (IOException e) {
            // as if the network had lost it
        }
    }

    private SrtpSession session() {
        if (srtp == null) {
            throw new IllegalStateException("no keys yet");
        }
        return srtp;
    }

    private Path selected() {
        if (selected == null) {
            throw new IllegalStateException("no path yet");
        }
        return selected;
    }

    private static boolean same(Path one, Path other) {
        return one instanceof Path.Udp(_, var a) && other instanceof Path.Udp(_, var b) ? a.equals(b) : key(one).equals(key(other));
    }

    private static Object key(Path path) {
        return switch (path) {
            case Path.Udp udp -> udp.address();
            case Path.Tcp tcp -> tcp.connection();
        };
    }
}
