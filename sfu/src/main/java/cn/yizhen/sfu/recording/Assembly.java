package cn.yizhen.sfu.recording;

import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.Codec;
import java.util.Optional;

/** Makes whole frames of one track out of its packets in order. */
sealed interface Assembly permits OpusFrames, H264Frames, Vp8Frames {

    static Assembly of(Codec codec) {
        return switch (codec) {
            case VP8 -> new Vp8Frames();
            case H264 -> new H264Frames();
            case OPUS, RED -> new OpusFrames();
        };
    }

    /**
     * The frame that ends with this packet, if one does.
     *
     * @param timestamp in the numbering that goes on across layers
     */
    Optional<Frame> take(RtpPacket packet, Codec codec, int timestamp, long at);

    /** Packets are missing before the next one: pictures begin again at a key frame. */
    void lost();

    /** Whether nothing can be shown until a key frame comes. */
    boolean waitsForKey();

    /** What the frames so far are; nothing before the first of them. */
    Optional<Format> format();
}
