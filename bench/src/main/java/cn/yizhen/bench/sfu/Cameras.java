package cn.yizhen.bench.sfu;

import cn.yizhen.sfu.load.Dialling;
import cn.yizhen.sfu.load.Publisher;
import cn.yizhen.sfu.load.Recording;
import cn.yizhen.sfu.net.ManySockets;
import java.net.InetSocketAddress;
import java.util.ArrayList;

/** Cameras alone, for {@code bench/tbf.sh}: three sizes each up to 800 kbit/s, the first with a microphone. */
final class Cameras {

    private static final long CONSENT = 5_000_000_000L;

    private Cameras() {}

    /** Arguments: address and port of the signalling, how many. */
    public static void main(String[] arguments) throws Exception {
        var at = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        try (var signalling = new OurSignalling(at); var sockets = new ManySockets()) {
            var diallings = new ArrayList<Dialling>();
            var publishers = new ArrayList<Publisher>();
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                var dialling = new Dialling();
                var srtp = dialling.connect(signalling.publish(i, dialling.transport()));
                publishers.add(new Publisher(srtp, (bytes, length) -> dialling.socket().send(bytes, 0, length), new Recording(i, 100_000, 300_000, 800_000), 0x1000 * (i + 1), i == 0));
                diallings.add(dialling);
                sockets.add(dialling.socket());
            }
            long consentAt = System.nanoTime();
            while (true) {
                long now = System.nanoTime();
                publishers.forEach(publisher -> publisher.tick(now));
                if (now - consentAt > CONSENT) {
                    consentAt = now;
                    diallings.forEach(Dialling::consent);
                }
                sockets.receive(2, (socket, datagram, length, _) -> {
                    if (!diallings.get(socket).answers(datagram, length)) {
                        publishers.get(socket).received(datagram, length);
                    }
                });
            }
        }
    }
}
