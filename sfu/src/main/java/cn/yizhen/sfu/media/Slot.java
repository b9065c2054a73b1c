package cn.yizhen.sfu.media;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.Codec;
import cn.yizhen.sfu.sdp.DownAnswer;
import cn.yizhen.sfu.sdp.DownOffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One place in which a receiver gets pictures or sound. Sources and layers change inside it while sequence
 * numbers, timestamps and VP8's numbers go on without a gap; pictures change only at a key frame.
 */
public final class Slot {

    private static final int LATE = 3000;

    private final DownOffer.Slot named;
    /** Nothing where the slot carries sound: it is not asked for again. */
    private final @Nullable Departed departed;
    private final Sound sound = new Sound();
    private DownAnswer.Accepted accepted = new DownAnswer.Accepted(true, true, true, true);
    private @Nullable Track source;
    private @Nullable Layer wanted;
    private @Nullable Layer current;

    private boolean began;
    private int sequenceShift;
    private int timestampShift;
    private int pictureShift;
    private int tl0Shift;
    private int firstOfSource;
    private int lastSequence;
    private int lastTimestamp;
    private int lastPicture;
    private int lastTl0;
    private long lastAt;
    private int packets;
    private int octets;

    public Slot(DownOffer.Slot named) {
        this.named = named;
        this.departed = named.video() ? new Departed(this) : null;
    }

    /** What the receiver can play here; anything, until it answered. */
    public DownAnswer.Accepted accepted() {
        return accepted;
    }

    public void accept(DownAnswer.Accepted plays) {
        accepted = plays;
    }

    public DownOffer.Slot named() {
        return named;
    }

    /** What was heard last here; of use where the slot carries sound. */
    public Sound sound() {
        return sound;
    }

    public @Nullable Track source() {
        return source;
    }

    /** Shows another source from its next key frame on, or nothing. */
    public void show(@Nullable Track track) {
        if (source != track) {
            source = track;
            wanted = null;
            current = null;
        }
    }

    /** Which layer of the source should be sent; null stops the picture without giving up the place. */
    public void want(@Nullable Layer layer) {
        if (wanted != layer) {
            wanted = layer;
            if (layer == null) {
                current = null;
            } else if (current != layer && named.video()) {
                layer.wantKeyFrame();
            }
        }
    }

    public @Nullable Layer wanted() {
        return wanted;
    }

    /** Whether the wanted layer has not begun yet for want of a key frame. */
    public boolean waits() {
        return wanted != null && current != wanted;
    }

    /** The receiver lost its way. */
    public void wantKeyFrame() {
        Layer layer = current != null ? current : wanted;
        if (layer != null) {
            layer.wantKeyFrame();
        }
    }

    /** The packet with this slot's numbers, or nothing if the slot does not carry it. */
    public Optional<Forwarded> take(Incoming incoming, long now) {
        Layer layer = incoming.layer();
        if (layer != current) {
            if (layer != wanted || named.video() && !incoming.keyFrame()) {
                return Optional.empty();
            }
            change(incoming, now);
        } else if (Bits.ahead(incoming.packet().sequence(), firstOfSource) < 0 && Bits.ahead(incoming.packet().sequence(), firstOfSource) > -LATE) {
            return Optional.empty();
        }
        if (incoming.packet().payloadLength() == 0) {
            closeUp(incoming.packet());
            return Optional.empty();
        }
        return Optional.of(numbered(incoming, now));
    }

    /** A packet that only probed the publisher's link goes no further; the numbers close over it. */
    private void closeUp(RtpPacket packet) {
        if (Bits.ahead(packet.sequence() + sequenceShift & 0xFFFF, lastSequence) > 0) {
            sequenceShift--;
        }
    }

    /** A packet that left lately, to be sent again, unless that happened a moment ago. */
    public Optional<Forwarded> again(int sequence, long now) {
        return departed == null ? Optional.empty() : Optional.ofNullable(departed.repeat(sequence, now));
    }

    /** The last picture packet that left, for probing; nothing where none is. */
    public Optional<Forwarded> latest() {
        return departed == null || !began ? Optional.empty() : Optional.ofNullable(departed.find(lastSequence));
    }

    /** The slot's timestamp at this moment, for a sender report; meaningless before the first packet. */
    public int timestampAt(long now, int clock) {
        return lastTimestamp + elapsed(now, clock);
    }

    /** A packet that was numbered but never left: asked for again, it must not come after all. */
    public void gaveUp(Forwarded forwarded) {
        if (departed != null) {
            departed.forget(forwarded.sequence());
        }
    }

    /** A packet left for the first time, with so many octets of payload. */
    public void counted(int payload) {
        packets++;
        octets += payload;
    }

    /** How many packets left, modulo 2^32, as a sender report tells. */
    public int packets() {
        return packets;
    }

    public int octets() {
        return octets;
    }

    public boolean hasBegun() {
        return began;
    }

    private void change(Incoming incoming, long now) {
        RtpPacket packet = incoming.packet();
        current = incoming.layer();
        firstOfSource = packet.sequence();
        if (!began) {
            began = true;
            lastSequence = packet.sequence() - 1 & 0xFFFF;
            lastTimestamp = packet.timestamp();
            lastAt = now;
        } else {
            lastTimestamp += Math.max(1, elapsed(now, incoming.codec().clock()));
            lastAt = now;
        }
        sequenceShift = lastSequence + 1 - packet.sequence();
        timestampShift = lastTimestamp - packet.timestamp();
        if (incoming.codec() == Codec.VP8) {
            Vp8 vp8 = incoming.vp8();
            pictureShift = lastPicture + 1 - vp8.picture();
            tl0Shift = lastTl0 + 1 - vp8.tl0();
        }
    }

    private Forwarded numbered(Incoming incoming, long now) {
        RtpPacket packet = incoming.packet();
        int sequence = packet.sequence() + sequenceShift & 0xFFFF;
        int timestamp = packet.timestamp() + timestampShift;
        if (Bits.ahead(sequence, lastSequence) > 0) {
            lastSequence = sequence;
            if (timestamp - lastTimestamp > 0) {
                lastTimestamp = timestamp;
                lastAt = now;
            }
            if (incoming.codec() == Codec.VP8) {
                Vp8 vp8 = incoming.vp8();
                lastPicture = vp8.picture() + pictureShift & 0x7FFF;
                lastTl0 = vp8.tl0() + tl0Shift & 0xFF;
            }
        }
        var forwarded = new Forwarded(this, packet, incoming.codec(), sequence, timestamp, pictureShift, tl0Shift, incoming.vp8());
        if (departed != null) {
            departed.note(incoming, forwarded);
        }
        return forwarded;
    }

    private int elapsed(long now, int clock) {
        return (int) ((now - lastAt) * clock / 1_000_000_000L);
    }
}
