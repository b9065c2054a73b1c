package cn.yizhen.sfu.media;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.Red;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.Codec;
import java.util.ArrayDeque;

/** The last frames of sound in a slot, to go along with the next ones where a link loses much (RFC 2198). */
public final class Sound {

    /** More than two would add more delay than they save. */
    private static final int KEPT = 2;

    private static final int LONGEST_FRAME = 1023;
    private static final int LONGEST_AGO = 16_383;

    private record Frame(byte[] bytes, int from, int length, int timestamp) {}

    private final ArrayDeque<Frame> earlier = new ArrayDeque<>();

    /**
     * Writes a RED payload: as many earlier frames as asked for and at hand, then the present one.
     *
     * @param type payload type of Opus on the receiver's connection
     * @return where the payload ends
     */
    public int write(Forwarded sound, int frames, byte[] to, int at, int type) {
        var present = frame(sound);
        var along = earlier.stream().skip(Math.max(0, earlier.size() - frames))
                .filter(frame -> frame.length <= LONGEST_FRAME && ago(present, frame) > 0 && ago(present, frame) <= LONGEST_AGO).toList();
        int end = at;
        for (var frame : along) {
            to[end] = (byte) (0x80 | type);
            Bits.put24(to, end + 1, ago(present, frame) << 10 | frame.length);
            end += 4;
        }
        to[end++] = (byte) type;
        for (var frame : along) {
            System.arraycopy(frame.bytes, frame.from, to, end, frame.length);
            end += frame.length;
        }
        System.arraycopy(present.bytes, present.from, to, end, present.length);
        return end + present.length;
    }

    /** Remembers a frame that left. */
    public void left(Forwarded sound) {
        earlier.add(frame(sound));
        if (earlier.size() > KEPT) {
            earlier.poll();
        }
    }

    private static int ago(Frame present, Frame earlier) {
        return present.timestamp - earlier.timestamp;
    }

    private static Frame frame(Forwarded sound) {
        RtpPacket packet = sound.packet();
        int from = packet.payloadOffset();
        int until = from + packet.payloadLength();
        int primary = sound.codec() == Codec.RED ? Red.primary(packet.bytes(), from, until) : from;
        return new Frame(packet.bytes(), primary, until - primary, sound.timestamp());
    }
}
