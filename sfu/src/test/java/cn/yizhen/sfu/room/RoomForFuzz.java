package cn.yizhen.sfu.room;

import cn.yizhen.sfu.dtls.Handshake;
import cn.yizhen.sfu.dtls.Identity;
import cn.yizhen.sfu.dtls.SrtpKeys;
import cn.yizhen.sfu.dtls.SrtpProfile;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.net.Path;
import cn.yizhen.sfu.net.UdpPort;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.DownAnswer;
import cn.yizhen.sfu.sdp.UpOffer;
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
 * A room of two without sockets and handshakes, on the caller's thread and clock: what an authenticated participant
 * sends goes through everything media go through.
 */
public final class RoomForFuzz {

    private static final long STEP = 5_000_000L;
    private static final Identity IDENTITY = Identity.make(new SecureRandom(), Instant.parse("2026-11-26T00:00:00Z"));

    private final Hall hall = new Hall();
    private final UpLink up;
    private final DownLink down;
    private final Silent port = new Silent();
    private long now = 1_000_000_000L;
    private int ssrc = 100;

    public RoomForFuzz() {
        var events = new Deaf();
        var speaker = new Peer("speaker", events, 0);
        var listener = new Peer("listener", events, 0);
        up = new UpLink(events, (incoming, at) -> hall.forward(incoming, level(incoming.packet()), at), 1, new Tally());
        Transport from = transport(up);
        up.begin(from, UpOffer.read(offer()), "speaker", Map.of());
        speaker.up(up, from);
        speaker.allow(EnumSet.allOf(Kind.class));
        var places = DownLink.places(() -> ssrc++);
        down = new DownLink(events, places, new Departure(nanos -> nanos, new Tally()));
        Transport to = transport(down);
        down.begin(to);
        down.fix(2);
        listener.down(down, to);
        down.accept(DownAnswer.read(Packets.answer(places.stream().map(slot -> "m=" + (slot.video() ? "video 9 x 96 97 102 103" : "audio 9 x 63 111") + "\na=mid:" + slot.mid() + "\n")
                .reduce("", String::concat), "sha-256 AB:CD")));
        hall.join(speaker);
        hall.join(listener);
        hall.published(speaker);
    }

    private static String offer() {
        return Packets.offer("sha-256 AB:CD").replace("a=rtpmap:97 rtx/90000", "a=rtpmap:102 H264/90000\na=fmtp:102 packetization-mode=1;profile-level-id=42e01f\na=rtpmap:97 rtx/90000")
                .replace("a=rtpmap:111 opus/48000/2", "a=rtpmap:111 opus/48000/2\na=rtpmap:63 red/48000/2\na=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01");
    }

    /** What a publisher's packet looks like, for a beginning. */
    public static List<byte[]> seeds() {
        return List.of(Packets.vp8(0x11, 7, 90, 3, true, "1", "q"), Packets.vp8(0x12, 8, 90, 3, false, "1", "h"), Packets.opus(0x13, 9, 960, "0", 20));
    }

    public void rtp(byte[] packet) {
        now += STEP;
        up.rtp(packet, packet.length, now, now);
        hall.tick(now);
    }

    public void rtcp(byte[] packet) {
        now += STEP;
        up.rtcp(packet, packet.length, now);
        down.rtcp(packet, packet.length, now);
        hall.tick(now);
    }

    /** Datagrams that were sent. */
    public long sent() {
        return port.sent;
    }

    private Transport transport(Media media) {
        var credentials = new IceCredentials("ours", "password");
        var transport = new Transport(credentials, IDENTITY, Runnable::run, media, now);
        transport.checked(new Path.Udp(port, new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)), new IceLite.Check("ours", new byte[20], true, true), now);
        byte[] key = new byte[SrtpProfile.KEY];
        byte[] salt = new byte[SrtpProfile.AEAD_AES_128_GCM.salt()];
        transport.shook(new Handshake.Outcome.Done(new SrtpKeys(SrtpProfile.AEAD_AES_128_GCM, key, salt, key, salt)));
        return transport;
    }

    private int level(RtpPacket packet) {
        int at = packet.extension(up.levelExtension());
        return at < 0 ? -1 : packet.bytes()[at] & 0x7F;
    }

    /** Takes datagrams and looks at their size. */
    private static final class Silent implements UdpPort {
        long sent;

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
            sent++;
        }

        @Override
        public void flush() {}

        @Override
        public void wake() {}

        @Override
        public void close() {}
    }

    private static final class Deaf implements Events {

        @Override
        public void upConnected() {}

        @Override
        public void downConnected() {}

        @Override
        public void slots(Map<String, String> slots) {}

        @Override
        public void weak(boolean weak) {}

        @Override
        public void speakers(List<String> participants) {}

        @Override
        public void ended(String why) {}
    }
}
