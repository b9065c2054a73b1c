package cn.yizhen.sfu.room;

import cn.yizhen.sfu.dtls.Fingerprint;
import cn.yizhen.sfu.dtls.Handshake;
import cn.yizhen.sfu.dtls.Identity;
import cn.yizhen.sfu.dtls.SrtpKeys;
import cn.yizhen.sfu.dtls.SrtpProfile;
import cn.yizhen.sfu.load.Descriptions;
import cn.yizhen.sfu.load.Sender;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.net.Path;
import cn.yizhen.sfu.net.UdpPort;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.DownAnswer;
import cn.yizhen.sfu.sdp.DownOffer;
import cn.yizhen.sfu.sdp.ServerSide;
import cn.yizhen.sfu.sdp.UpOffer;
import cn.yizhen.sfu.srtp.SrtpSession;
import cn.yizhen.sfu.stun.IceCredentials;
import cn.yizhen.sfu.stun.IceLite;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * A room without sockets, handshakes and threads, on the caller's clock: what participants send goes through everything
 * media go through, up to the cipher on the way out.
 */
final class SteppedRoom {

    private static final Identity IDENTITY = Identity.make(new SecureRandom(), Instant.parse("2026-11-26T00:00:00Z"));
    private static final String CLIENT = "a=ice-ufrag:them\na=ice-pwd:their-password-their-password\na=fingerprint:sha-256 AB:CD";

    private final Hall hall = new Hall(() -> this.now);
    private int ssrc = 100;
    private long now;
    private boolean gathering;

    /** The server's end of a connection, with the keys the client has. */
    final class Way {
        private final Media media;
        private final Transport transport;
        private final Path path;
        final SrtpSession client;

        private Way(Media media, Sender wire, long now) {
            this.media = media;
            path = new Path.Udp(new Port(wire), new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
            transport = new Transport(new IceCredentials("ours", "password"), IDENTITY, Runnable::run, media, now);
            transport.checked(path, new IceLite.Check("ours", new byte[20], true, true), now);
            byte[] key = new byte[SrtpProfile.KEY];
            byte[] salt = new byte[SrtpProfile.AEAD_AES_128_GCM.salt()];
            var keys = new SrtpKeys(SrtpProfile.AEAD_AES_128_GCM, key, salt, key, salt);
            transport.shook(new Handshake.Outcome.Done(keys));
            client = SrtpSession.client(keys);
        }

        /** A datagram of the client, closed with its keys. */
        void packet(byte[] datagram, long now, long at) {
            arrives(now, () -> transport.packet(path, datagram, now, at));
        }

        /** An RTP packet as if it had been opened already. */
        void rtp(byte[] packet, long now) {
            arrives(now, () -> media.rtp(packet, packet.length, now, now));
        }

        void rtcp(byte[] packet, long now) {
            media.rtcp(packet, packet.length, now);
        }
    }

    /** What arrives comes alone, so it leaves at once, except {@link #together}. */
    private void arrives(long at, Runnable taken) {
        now = at;
        taken.run();
        if (!gathering) {
            leaves(Hall.CLOSE);
        }
    }

    /** What arrives in here comes at once, and nothing soon after it. */
    void together(Runnable arriving) {
        beginning(arriving);
        leaves(Hall.CLOSE);
    }

    /** Nothing else came for so many nanoseconds. */
    void leaves(long later) {
        hall.settle(now + later);
    }

    /** What arrives in here comes at once, and more of it may follow. */
    void beginning(Runnable arriving) {
        gathering = true;
        arriving.run();
        gathering = false;
        leaves(0);
    }

    /** Somebody who sends what the offer says. */
    Way publish(String name, String offer, Sender wire, long now) {
        var peer = new Peer(name, new Deaf(), 0);
        var link = new UpLink(peer.events(), (incoming, at) -> hall.forward(incoming, level(peer, incoming.packet()), at), 1, new Tally());
        var way = new Way(link, wire, now);
        link.begin(way.transport, UpOffer.read(offer), name, Map.of());
        peer.up(link, way.transport);
        peer.allow(EnumSet.allOf(Kind.class));
        hall.join(peer);
        hall.published(peer);
        return way;
    }

    /** Somebody who plays everything; {@code fixed} as in {@link Choice#fix}. */
    Listening listen(String name, Events events, int fixed, Sender wire, long now) {
        var peer = new Peer(name, events, 0);
        var places = DownLink.places(() -> ssrc++);
        String offer = DownOffer.text(places, new ServerSide(new Fingerprint("sha-256", "AB"), new IceCredentials("a", "b"), List.of(), List.of()));
        var link = new DownLink(events, places, new Departure(nanos -> nanos, new Tally()), () -> hall.press(peer));
        var way = new Way(link, wire, now);
        link.begin(way.transport);
        peer.fix(fixed);
        peer.down(link, way.transport);
        link.accept(DownAnswer.read(Descriptions.answer(offer, CLIENT)));
        hall.join(peer);
        return new Listening(way, link, offer);
    }

    record Listening(Way way, DownLink link, String offer) {}

    /** What is due at this time; the server does so every few milliseconds. */
    void tick(long now) {
        hall.tick(now);
    }

    private static int level(Peer peer, RtpPacket packet) {
        int at = peer.up() == null ? -1 : packet.extension(peer.up().levelExtension());
        return at < 0 ? -1 : packet.bytes()[at] & 0x7F;
    }

    /** Takes datagrams one by one and looks at their size. */
    private record Port(Sender wire) implements UdpPort {

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(0);
        }

        @Override
        public int receive(long nanos, Receiver receiver) {
            return 0;
        }

        @Override
        public void send(InetSocketAddress to, byte[] buffer, int offset, int length) {
            if (length > LARGEST + 100) {
                throw new IllegalStateException("sent " + length);
            }
            wire.send(buffer, length);
        }

        @Override
        public void flush() {}

        @Override
        public void wake() {}

        @Override
        public void close() {}
    }
}
