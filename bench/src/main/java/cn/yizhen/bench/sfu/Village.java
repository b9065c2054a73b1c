package cn.yizhen.bench.sfu;

import cn.yizhen.sfu.load.Descriptions;
import cn.yizhen.sfu.load.Dialling;
import cn.yizhen.sfu.load.Receiver;
import cn.yizhen.sfu.net.ManySockets;
import cn.yizhen.sfu.rtp.RtpPacket;
import java.net.InetSocketAddress;

/**
 * One receiver behind a line that somebody else makes bad: prints once a second what arrived. For {@code bench/tbf.sh},
 * where the kernel makes the line.
 */
final class Village {

    private static final long CONSENT = 5_000_000_000L;
    private static final int VP8 = 96;

    /** Above every camera: their names and numbers are one row. */
    private static final int NUMBER = 100;

    private Village() {}

    /** Arguments: address and port of the signalling, seconds to listen. */
    public static void main(String[] arguments) throws Exception {
        var at = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        long seconds = Long.parseLong(arguments[2]);
        try (var signalling = new OurSignalling(at); var sockets = new ManySockets()) {
            var dialling = new Dialling();
            String offer = signalling.subscribe(NUMBER, 0);
            signalling.answer(NUMBER, Descriptions.answer(offer, dialling.transport()));
            var srtp = dialling.connect(offer, new InetSocketAddress(arguments[0], Descriptions.candidate(offer).getPort()));
            var pictures = new long[1];
            var receiver = new Receiver(srtp, offer, 1, (bytes, length) -> dialling.socket().send(bytes, 0, length), packet -> pictures[0] += picture(packet));
            sockets.add(dialling.socket());
            long began = System.nanoTime();
            long consentAt = began;
            for (long second = 1; second <= seconds; ) {
                long now = System.nanoTime();
                receiver.tick(now);
                if (now - consentAt > CONSENT) {
                    consentAt = now;
                    dialling.consent();
                }
                sockets.receive(2, (_, datagram, length, arrived) -> {
                    if (!dialling.answers(datagram, length)) {
                        receiver.received(datagram, length, arrived);
                    }
                });
                if (now - began > second * 1_000_000_000L) {
                    System.out.printf("%3d s  %5d kbit/s  画面包 %4d  丢 %d%n", second++, receiver.octets() * 8 / 1000, pictures[0], receiver.lost());
                    receiver.mark();
                    pictures[0] = 0;
                }
            }
        }
    }

    private static int picture(RtpPacket packet) {
        return packet.payloadType() == VP8 ? 1 : 0;
    }
}
