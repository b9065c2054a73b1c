package cn.yizhen.sfu.load;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** What one receiver could play: frames of sound, also those that came along in later packets, and packets of pictures. */
public final class Heard {

    private static final int RED = 63;
    private static final int OPUS = 111;
    private static final int VP8 = 96;

    private final ConcurrentSkipListSet<Integer> frames = new ConcurrentSkipListSet<>();
    private final AtomicLong pictures = new AtomicLong();

    public void packet(RtpPacket packet) {
        switch (packet.payloadType()) {
            case OPUS -> frames.add(packet.timestamp());
            case RED -> redundant(packet);
            case VP8 -> pictures.incrementAndGet();
            default -> { }
        }
    }

    private void redundant(RtpPacket packet) {
        byte[] b = packet.bytes();
        frames.add(packet.timestamp());
        for (int at = packet.payloadOffset(); (b[at] & 0x80) != 0; at += 4) {
            frames.add(packet.timestamp() - (Bits.u24(b, at + 1) >> 10));
        }
    }

    public int frames() {
        return frames.size();
    }

    public long pictures() {
        return pictures.get();
    }
}
