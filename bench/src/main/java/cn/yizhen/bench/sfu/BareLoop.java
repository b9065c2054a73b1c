package cn.yizhen.bench.sfu;

import cn.yizhen.sfu.dtls.SrtpKeys;
import cn.yizhen.sfu.dtls.SrtpProfile;
import cn.yizhen.sfu.load.Recording;
import cn.yizhen.sfu.net.UdpPort;
import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.srtp.SrtpSession;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The limit: for each packet of the recording's largest pictures, and for each receiver, copy, encipher with a key of its
 * own, hand to sendmmsg. Nothing comes in, nothing is decided, nothing is kept.
 */
final class BareLoop {

    /** What the counting receivers must know of it. */
    static final String DESCRIPTION = "a=rtpmap:96 VP8/90000\r\na=rtpmap:111 opus/48000/2\r\n";

    private static final int MTU = 1100;
    private static final int HEAD = 24;
    private static final int SOUND = 80;
    private static final long PICTURE_NANOS = 1_000_000_000L / Recording.PICTURES_A_SECOND;
    private static final long SOUND_NANOS = 20_000_000L;

    private final UdpPort port = UdpPort.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Clock.systemUTC());
    private final List<InetSocketAddress> receivers;
    private final List<SrtpSession> sessions;
    private final byte[] payload = new byte[1400];
    private final byte[] scratch = new byte[1600];
    private final int publishers;
    private final int[] sequences;

    private BareLoop(List<InetSocketAddress> receivers, int publishers) throws Exception {
        this.receivers = receivers;
        this.publishers = publishers;
        this.sequences = new int[2 * publishers];
        this.sessions = IntStream.range(0, receivers.size()).mapToObj(i -> {
            byte[] key = new byte[SrtpProfile.KEY];
            Bits.put32(key, 0, i);
            byte[] salt = new byte[SrtpProfile.AEAD_AES_128_GCM.salt()];
            return SrtpSession.server(new SrtpKeys(SrtpProfile.AEAD_AES_128_GCM, key, salt, key, salt));
        }).toList();
    }

    /** Arguments: ports of the receivers, with commas; how many cameras. With several the receivers are the same people, and nobody sees itself. */
    public static void main(String[] arguments) throws Exception {
        var to = Arrays.stream(arguments[0].split(",")).map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port))).toList();
        System.out.println("ready");
        new BareLoop(to, Integer.parseInt(arguments[1])).run();
    }

    private void run() throws Exception {
        var recording = new Recording(7, SfuBench.LAYERS);
        int layer = recording.layers() - 1;
        long began = System.nanoTime();
        int pictures = 0;
        int frames = 0;
        while (true) {
            long now = System.nanoTime();
            for (; began + pictures * PICTURE_NANOS <= now; pictures++) {
                for (int camera = 0; camera < publishers; camera++) {
                    for (int left = recording.octets(layer, pictures, false); left > 0; left -= MTU) {
                        toAll(96, camera, camera, Math.min(MTU, left));
                    }
                }
            }
            for (; began + frames * SOUND_NANOS <= now; frames++) {
                for (int microphone = 0; microphone < Math.min(publishers, SfuBench.MICROPHONES); microphone++) {
                    toAll(111, publishers + microphone, microphone, SOUND);
                }
            }
            port.flush();
            LockSupport.parkNanos(Math.min(began + pictures * PICTURE_NANOS, began + frames * SOUND_NANOS) - System.nanoTime());
        }
    }

    private void toAll(int type, int stream, int owner, int length) throws Exception {
        int sequence = sequences[stream];
        sequences[stream] = sequence + 1 & 0xFFFF;
        for (int i = 0; i < receivers.size(); i++) {
            if (publishers > 1 && i == owner) {
                continue;
            }
            scratch[0] = (byte) 0x90;
            scratch[1] = (byte) type;
            Bits.put16(scratch, 2, sequence);
            Bits.put32(scratch, 8, stream + 1);
            Bits.put16(scratch, 12, 0xBEDE);
            Bits.put16(scratch, 14, 2);
            System.arraycopy(payload, 0, scratch, HEAD, length);
            port.send(receivers.get(i), scratch, 0, sessions.get(i).close(scratch, HEAD + length));
        }
    }
}
