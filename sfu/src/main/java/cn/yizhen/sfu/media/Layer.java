package cn.yizhen.sfu.media;

import cn.yizhen.sfu.bandwidth.RateMeter;
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
    private final Reception reception = new Reception();
    private final KeyPictures keyPictures = new KeyPictures();
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

    /**
     * Notes a packet; false where it came before and must not be forwarded again.
     *
     * @param repair whether it came as a retransmission, which is not an arrival of its own stream
     * @param at     when the kernel took it in
     */
    public boolean arrived(RtpPacket packet, Codec codec, boolean repair, long now, long at) {
        if (!missing.arrived(packet.sequence(), now)) {
            return false;
        }
        lastPacket = now;
        meter.add(now, packet.payloadLength() + HEADS);
        if (!repair) {
            reception.arrived(missing.extended(packet.sequence()), packet.timestamp(), codec.clock(), at);
        }
        return true;
    }

    /** What may be forwarded now that this packet came, in order; a key frame ends the wait for one. */
    public List<Incoming> ready(RtpPacket packet, Codec codec) {
        Vp8 vp8 = codec == Codec.VP8 ? Vp8.read(packet) : Vp8.UNREADABLE;
        var incoming = new Incoming(this, packet, codec, vp8.keyFrame(), vp8);
        var ready = codec == Codec.H264 ? keyPictures.passes(incoming) : List.of(incoming);
        keyWanted &= ready.stream().noneMatch(Incoming::keyFrame);
        return ready;
    }

    /** The publisher told its time. */
    public void senderReported(long ntp, long now) {
        reception.senderReported(ntp, now);
    }

    /** How the stream arrives, as it is told to the publisher; each call begins a new span. */
    public ReceptionBlock reception(long now) {
        return reception.block(missing.highest(), now);
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
        return (int) Math.max(0, missing.highest());
    }
}
