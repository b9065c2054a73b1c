package cn.yizhen.sfu.recording;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.Codec;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of H.264 (RFC 6184, packetization mode 1): units with their lengths before them, as files hold them; the
 * parameter sets go to the head of the file.
 */
final class H264Frames implements Assembly {

    private static final int PICTURE_OF_KEY = 5;
    private static final int SEQUENCE_SET = 7;
    private static final int PICTURE_SET = 8;
    private static final int MANY = 24;
    private static final int PART = 28;

    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private byte[] sequenceSet = new byte[0];
    private byte[] pictureSet = new byte[0];
    private boolean key;
    private boolean waits = true;
    private @Nullable Format format;

    @Override
    public Optional<Frame> take(RtpPacket packet, Codec codec, int timestamp, long at) {
        byte[] b = packet.bytes();
        int from = packet.payloadOffset();
        int until = from + packet.payloadLength();
        if (from < until) {
            switch (b[from] & 0x1F) {
                case MANY -> many(b, from + 1, until);
                case PART -> part(b, from, until);
                default -> unit(Arrays.copyOfRange(b, from, until));
            }
        }
        return packet.marker() ? whole(timestamp, at) : Optional.empty();
    }

    private void many(byte[] b, int from, int until) {
        int at = from;
        while (at + 2 < until) {
            int length = Bits.u16(b, at);
            unit(Arrays.copyOfRange(b, at + 2, Math.min(until, at + 2 + length)));
            at += 2 + length;
        }
    }

    private void part(byte[] b, int from, int until) {
        if (from + 2 > until) {
            return;
        }
        if ((b[from + 1] & 0x80) != 0) {
            part.reset();
            part.write(b[from] & 0xE0 | b[from + 1] & 0x1F);
        }
        part.write(b, from + 2, until - from - 2);
        if ((b[from + 1] & 0x40) != 0) {
            unit(part.toByteArray());
            part.reset();
        }
    }

    private void unit(byte[] unit) {
        if (unit.length == 0) {
            return;
        }
        switch (unit[0] & 0x1F) {
            case SEQUENCE_SET -> sequenceSet = unit;
            case PICTURE_SET -> pictureSet = unit;
            default -> {
                key |= (unit[0] & 0x1F) == PICTURE_OF_KEY;
                byte[] length = new byte[4];
                Bits.put32(length, 0, unit.length);
                frame.writeBytes(length);
                frame.writeBytes(unit);
            }
        }
    }

    private Optional<Frame> whole(int timestamp, long at) {
        byte[] bytes = frame.toByteArray();
        boolean begins = key;
        frame.reset();
        key = false;
        if (begins && sequenceSet.length > 3 && pictureSet.length > 0) {
            var size = SequenceSet.size(sequenceSet);
            format = new Format(Codec.H264, set(), size.width(), size.height());
            waits = false;
        }
        return waits || bytes.length == 0 ? Optional.empty() : Optional.of(new Frame(bytes, begins, timestamp, at));
    }

    /** The decoder's set-up (ISO/IEC 14496-15, 5.3.3.1): profile and level, lengths of four octets, one set of each. */
    private byte[] set() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {1, sequenceSet[1], sequenceSet[2], sequenceSet[3], (byte) 0xFF, (byte) 0xE1});
        sized(out, sequenceSet);
        out.write(1);
        sized(out, pictureSet);
        return out.toByteArray();
    }

    private static void sized(ByteArrayOutputStream out, byte[] unit) {
        out.write(unit.length >> 8);
        out.write(unit.length);
        out.writeBytes(unit);
    }

    @Override
    public void lost() {
        frame.reset();
        part.reset();
        key = false;
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
