package cn.yizhen.sfu.media;

import cn.yizhen.sfu.bandwidth.RateMeter;
import cn.yizhen.sfu.rtp.H264;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.Codec;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One incoming stream: a simulcast layer, or the only one there is. */
public final class Layer {

    private static final long METERED = TimeUnit.SECONDS.toNanos(2);
    private static final long QUIET = TimeUnit.SECONDS.toNanos(2);
    /** What a payload takes on its way to a receiver beyond itself: IP, UDP, RTP with extensions, the cipher's tag. */
    private static final int HEADS = 28 + 28 + 16;
    private static final long BETWEEN_REQUESTS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Track track;
    private final int index;
    private final int ssrc;
    private final Missing missing = new Missing();
    private final RateMeter meter = new RateMeter(METERED);
    private long lastPacket = Long.MIN_VALUE;
    private long requestedAt = Long.MIN_VALUE;
    private boolean keyWanted;

    Layer(Track track, int index, int ssrc) {
        this.track = track;
        this.index = index;
        this.ssrc = ssrc;
    }

    public Track track() {
        return track;
    }

    /** 0 for the smallest. */
    public int index() {
        return index;
    }

    public int ssrc() {
        return ssrc;
    }

    /** Notes a packet; false where it came before and must not be forwarded again. */
    public boolean arrived(RtpPacket packet, long now) {
        if (!missing.arrived(packet.sequence(), now)) {
            return false;
        }
        lastPacket = now;
        meter.add(now, packet.payloadLength() + HEADS);
        return true;
    }

    /** Whether a key frame begins with this packet; it ends the wait for one. */
    public boolean keyFrame(RtpPacket packet, Codec codec, Vp8 vp8) {
        boolean key = codec == Codec.VP8 ? vp8.keyFrame() : codec == Codec.H264 && H264.keyFrameStarts(packet);
        if (key) {
            keyWanted = false;
        }
        return key;
    }

    public boolean live(long now) {
        return lastPacket != Long.MIN_VALUE && now - lastPacket < QUIET;
    }

    public long bitsPerSecond(long now) {
        return meter.bitsPerSecond(now);
    }

    /** Somebody cannot go on without a key frame. */
    public void wantKeyFrame() {
        keyWanted = true;
    }

    /** Whether to ask the publisher now: wanted, and not asked a moment ago. */
    public boolean dueKeyFrameRequest(long now) {
        if (!keyWanted || requestedAt != Long.MIN_VALUE && now - requestedAt < BETWEEN_REQUESTS) {
            return false;
        }
        requestedAt = now;
        return true;
    }

    public List<Integer> dueRetransmissionRequest(long now) {
        return track.codecRepairs() && missing.any() ? missing.ask(now) : List.of();
    }

    public int highestSequence() {
        return missing.highest();
    }
}
