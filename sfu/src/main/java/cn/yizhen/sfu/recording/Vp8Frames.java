package cn.yizhen.sfu.recording;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.Codec;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pictures of VP8 (RFC 7741): the payloads between a start and the marker, without their descriptors. */
final class Vp8Frames implements Assembly {

    private static final int KEY_HEAD = 10;

    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean building;
    private boolean key;
    private boolean waits = true;
    private @Nullable Format format;

    @Override
    public Optional<Frame> take(RtpPacket packet, Codec codec, int timestamp, long at) {
        var vp8 = Vp8.read(packet);
        if (vp8.start()) {
            frame.reset();
            building = vp8.keyFrame() || !waits;
            key = vp8.keyFrame();
        }
        int from = payload(packet);
        int until = packet.payloadOffset() + packet.payloadLength();
        if (!building || from >= until) {
            return Optional.empty();
        }
        frame.write(packet.bytes(), from, until - from);
        return packet.marker() ? whole(timestamp, at) : Optional.empty();
    }

    private Optional<Frame> whole(int timestamp, long at) {
        building = false;
        byte[] bytes = frame.toByteArray();
        if (key) {
            if (bytes.length < KEY_HEAD) {
                return Optional.empty();
            }
            waits = false;
            format = Format.vp8(size(bytes, 6), size(bytes, 8));
        }
        return Optional.of(new Frame(bytes, key, timestamp, at));
    }

    /** Width or height in the head of a key frame (RFC 6386 section 9.1): fourteen bits, the low octet first. */
    private static int size(byte[] b, int at) {
        return (Bits.u8(b, at) | Bits.u8(b, at + 1) << 8) & 0x3FFF;
    }

    /** Where the descriptor ends. */
    private static int payload(RtpPacket packet) {
        byte[] b = packet.bytes();
        int at = packet.payloadOffset();
        int end = at + packet.payloadLength();
        if (at >= end || (b[at] & 0x80) == 0 || at + 1 >= end) {
            return at + 1;
        }
        int more = b[at + 1];
        int next = at + 2;
        if ((more & 0x80) != 0 && next < end) {
            next += (b[next] & 0x80) != 0 ? 2 : 1;
        }
        return next + ((more & 0x40) != 0 ? 1 : 0) + ((more & 0x30) != 0 ? 1 : 0);
    }

    @Override
    public void lost() {
        building = false;
        waits = true;
    }

    @Override
    public boolean waitsForKey() {
        return waits;
    }

    @Override
    public Optional<Format> format() {
        return Optional.ofNullable(format);
    }
}
