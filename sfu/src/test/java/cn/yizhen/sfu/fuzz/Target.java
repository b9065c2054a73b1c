package cn.yizhen.sfu.fuzz;

import cn.yizhen.sfu.dtls.Fingerprint;
import cn.yizhen.sfu.dtls.HandshakeForFuzz;
import cn.yizhen.sfu.load.Descriptions;
import cn.yizhen.sfu.net.Framing;
import cn.yizhen.sfu.room.RoomForFuzz;
import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.sdp.BadDescription;
import cn.yizhen.sfu.sdp.DownAnswer;
import cn.yizhen.sfu.sdp.ServerSide;
import cn.yizhen.sfu.sdp.UpAnswer;
import cn.yizhen.sfu.sdp.UpOffer;
import cn.yizhen.sfu.stun.IceCredentials;
import cn.yizhen.sfu.stun.IceLite;
import cn.yizhen.sfu.stun.StunClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What reads bytes of strangers. Whatever {@link #take} throws is a fault. */
public enum Target {
    /** An answer is never larger than its question. */
    STUN {
        private final IceLite ice = new IceLite(name -> name.equals("abcdef") ? new IceCredentials(name, "password-password-password") : null);
        private final InetSocketAddress from = new InetSocketAddress("192.0.2.7", 40_123);

        @Override
        public void take(byte[] bytes) {
            ice.check(bytes, from).ifPresent(check -> {
                if (check.answer().length > bytes.length) {
                    throw new IllegalStateException("the answer is larger than its question");
                }
            });
        }

        @Override
        public List<byte[]> seeds() {
            return List.of(StunClient.request("abcdef:them", "password-password-password"), StunClient.request("x:y", "wrong"));
        }
    },
    /** No keys without the certificate that was named; always an end. */
    DTLS {
        @Override
        public void take(byte[] bytes) {
            HandshakeForFuzz.answer(datagrams(bytes));
        }

        @Override
        public List<byte[]> seeds() {
            byte[] hello = HandshakeForFuzz.hello();
            return List.of(framed(hello), framed(hello, hello));
        }
    },
    /** Everything an authenticated publisher's packet goes through, up to the cipher on the way down. */
    RTP {
        private final Renewed room = new Renewed();

        @Override
        public void take(byte[] bytes) {
            var now = room.next();
            datagrams(bytes).forEach(now::rtp);
        }

        @Override
        public List<byte[]> seeds() {
            var all = RoomForFuzz.seeds();
            return List.of(framed(all.get(0)), framed(all.get(1)), framed(all.get(2)), framed(all.toArray(byte[][]::new)));
        }
    },
    RTCP {
        private final Renewed room = new Renewed();

        @Override
        public void take(byte[] bytes) {
            room.next().rtcp(bytes);
        }

        @Override
        public List<byte[]> seeds() {
            return List.of(control(206, 1, 0, 0, 0, 1, 0, 0, 0, 100), control(205, 1, 0, 0, 0, 1, 0, 0, 0, 100, 0, 7, 0, 3),
                    control(205, 15, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 1, 0, 0x20, 2, 4, 4), control(206, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 100, 1, 0, 0, 0),
                    control(201, 1, new int[28]), control(200, 0, new int[24]));
        }
    },
    /** Offers and answers: read and answered, or refused in words. */
    SDP {
        private final ServerSide side = new ServerSide(new Fingerprint("sha-256", "AB"), new IceCredentials("a", "b"), List.of(), List.of());

        @Override
        public void take(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            try {
                UpAnswer.to(UpOffer.read(text), side);
            } catch (BadDescription e) {
                // told to the client
            }
            try {
                DownAnswer.read(text);
            } catch (BadDescription e) {
                // told to the client
            }
        }

        @Override
        public List<byte[]> seeds() {
            String offer = Descriptions.offer("a=ice-ufrag:them\na=ice-pwd:their-password-their-password\na=fingerprint:sha-256 AB:CD", List.of("q", "h", "f"));
            return List.of(offer.getBytes(StandardCharsets.UTF_8), Descriptions.answer(offer, "a=fingerprint:sha-256 AB:CD").getBytes(StandardCharsets.UTF_8));
        }
    },
    /** Datagrams behind their lengths on TCP. */
    FRAMING {
        @Override
        public void take(byte[] bytes) {
            var frames = new Framing(new ByteArrayInputStream(bytes));
            try {
                int octets = 0;
                for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                    octets += next.get().length + 2;
                }
                if (octets > bytes.length) {
                    throw new IllegalStateException("more came out than went in");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<byte[]> seeds() {
            return List.of(framed(new byte[5], new byte[1500]));
        }
    };

    private static final int MOST_DATAGRAMS = 8;

    /** Inputs of one room share what came before, as in life; then a new one begins. */
    private static final class Renewed {
        private static final int INPUTS = 2000;
        private RoomForFuzz room = new RoomForFuzz();
        private int inputs;

        RoomForFuzz next() {
            if (++inputs % INPUTS == 0) {
                room = new RoomForFuzz();
            }
            return room;
        }
    }

    /** One input. */
    public abstract void take(byte[] bytes);

    /** Good inputs to begin from. */
    public abstract List<byte[]> seeds();

    private static List<byte[]> datagrams(byte[] bytes) {
        var found = new ArrayList<byte[]>();
        for (int at = 0; at + 2 <= bytes.length && found.size() < MOST_DATAGRAMS;) {
            int end = Math.min(bytes.length, at + 2 + Bits.u16(bytes, at) % 1500);
            found.add(Arrays.copyOfRange(bytes, at + 2, end));
            at = end;
        }
        return found;
    }

    private static byte[] framed(byte[]... datagrams) {
        int length = Arrays.stream(datagrams).mapToInt(datagram -> datagram.length + 2).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] datagram : datagrams) {
            Bits.put16(all, at, datagram.length);
            System.arraycopy(datagram, 0, all, at + 2, datagram.length);
            at += datagram.length + 2;
        }
        return all;
    }

    private static byte[] control(int type, int format, int... octets) {
        byte[] packet = new byte[4 + octets.length];
        packet[0] = (byte) (0x80 | format);
        packet[1] = (byte) type;
        Bits.put16(packet, 2, packet.length / 4 - 1);
        for (int i = 0; i < octets.length; i++) {
            packet[4 + i] = (byte) octets[i];
        }
        return packet;
    }
}
