package cn.yizhen.sfu.room;

import cn.yizhen.sfu.bandwidth.LinkEstimate;
import cn.yizhen.sfu.bandwidth.SoundCover;
import cn.yizhen.sfu.media.Forwarded;
import cn.yizhen.sfu.media.Slot;
import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.Red;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.Codec;
import cn.yizhen.sfu.sdp.DownOffer;
import cn.yizhen.sfu.srtp.SrtpSession;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * Writes packets for one receiver: its own header before everybody's payload, numbers of VP8 shifted, payload types
 * as its connection knows them. One scratch array serves all.
 */
final class Departure {

    /** Fixed header, and three words of extensions behind their own head. */
    private static final int HEAD = 12 + 4 + 12;

    private static final int LARGEST = 1500;
    private static final int PADDING = 224;
    private static final int ON_THE_WIRE = 28;

    private final byte[] scratch = new byte[LARGEST + 200 + SrtpSession.OVERHEAD];
    private final Map<Integer, Integer> repairNumbers = new HashMap<>();
    private final LongUnaryOperator ntp;
    private final Tally tally;
    private int transportNumber;

    /** @param ntp the wall clock as NTP writes it, at a moment of the loop's clock */
    Departure(LongUnaryOperator ntp, Tally tally) {
        this.ntp = ntp;
        this.tally = tally;
    }

    /** Octets a packet will take before it is closed. */
    int size(Forwarded forwarded) {
        return HEAD + forwarded.packet().payloadLength() + 2;
    }

    /** Sends the packet, as itself or as a retransmission; octets it took. */
    int send(Transport transport, Forwarded f, boolean repair, boolean red, LinkEstimate estimate, long now) {
        RtpPacket packet = f.packet();
        DownOffer.Slot named = f.slot().named();
        if (HEAD + packet.payloadLength() + 2 > LARGEST) {
            return 0;
        }
        int number = head(named, repair ? repairType(f.codec()) : type(f, red, estimate), packet.marker(), repair ? nextRepair(named.rtx()) : f.sequence(),
                f.timestamp(), repair ? named.rtx() : named.ssrc(), now);
        int at = HEAD;
        if (repair) {
            Bits.put16(scratch, at, f.sequence());
            at += 2;
        }
        int cover = !named.video() && red ? SoundCover.frames(estimate.lossShare()) : 0;
        int length = cover > 0 ? f.slot().sound().write(f, cover, scratch, at, DownOffer.OPUS) : payload(f, at, red);
        if (!named.video()) {
            f.slot().sound().left(f);
        }
        if (!repair) {
            f.slot().counted(packet.payloadLength());
        }
        return leave(transport, length, number, estimate, now);
    }

    /** A packet of nothing but padding on the slot's retransmission stream; octets it took. */
    int padding(Transport transport, Slot slot, LinkEstimate estimate, long now) {
        int number = head(slot.named(), DownOffer.VP8_RTX, false, nextRepair(slot.named().rtx()), slot.timestampAt(now, 90_000), slot.named().rtx(), now);
        scratch[0] |= 0x20;
        Arrays.fill(scratch, HEAD, HEAD + PADDING, (byte) 0);
        scratch[HEAD + PADDING - 1] = (byte) PADDING;
        return leave(transport, HEAD + PADDING, number, estimate, now);
    }

    /** One sender report for every slot that shows something. */
    void report(Transport transport, List<Slot> slots, long now) {
        int at = 0;
        for (var slot : slots) {
            if (slot.packets() > 0 && slot.hasBegun() && slot.source() != null) {
                int clock = slot.named().video() ? 90_000 : 48_000;
                at += Feedback.senderReport(scratch, at, slot.named().ssrc(), ntp.applyAsLong(now), slot.timestampAt(now, clock), slot.packets(), slot.octets());
            }
        }
        if (at > 0) {
            transport.sendRtcp(scratch, at);
        }
    }

    private int leave(Transport transport, int length, int number, LinkEstimate estimate, long now) {
        int closed = transport.sendRtp(scratch, length) + ON_THE_WIRE;
        estimate.sent(number, now, closed);
        tally.left(closed);
        return closed;
    }

    private int head(DownOffer.Slot named, int type, boolean marker, int sequence, int timestamp, int ssrc, long now) {
        byte[] b = scratch;
        b[0] = (byte) 0x90;
        b[1] = (byte) ((marker ? 0x80 : 0) | type);
        Bits.put16(b, 2, sequence);
        Bits.put32(b, 4, timestamp);
        Bits.put32(b, 8, ssrc);
        Bits.put16(b, 12, 0xBEDE);
        Bits.put16(b, 14, 3);
        b[16] = (byte) (DownOffer.TRANSPORT_WIDE << 4 | 1);
        int number = transportNumber;
        transportNumber = transportNumber + 1 & 0xFFFF;
        Bits.put16(b, 17, number);
        b[19] = (byte) (DownOffer.ABS_SEND_TIME << 4 | 2);
        // seconds in 6.18 bits
        Bits.put24(b, 20, (int) (Math.floorMod(now, 64_000_000_000L) * (1 << 18) / 1_000_000_000L));
        b[23] = (byte) (DownOffer.MID << 4 | 1);
        b[24] = (byte) named.mid().charAt(0);
        b[25] = (byte) named.mid().charAt(1);
        b[26] = 0;
        b[27] = 0;
        return number;
    }

    private int payload(Forwarded f, int at, boolean red) {
        RtpPacket packet = f.packet();
        int from = packet.payloadOffset();
        int length = packet.payloadLength();
        if (f.codec() == Codec.RED && !red) {
            int primary = Red.primary(packet.bytes(), from, from + length);
            length -= primary - from;
            from = primary;
        }
        System.arraycopy(packet.bytes(), from, scratch, at, length);
        if (f.codec() == Codec.RED && red) {
            Red.retype(scratch, at, at + length, DownOffer.OPUS);
        } else if (f.codec() == Codec.VP8) {
            shift(f, at - packet.payloadOffset());
        }
        return at + length;
    }

    private void shift(Forwarded f, int moved) {
        Vp8 vp8 = f.vp8();
        if (vp8.pictureAt() >= 0) {
            int picture = vp8.picture() + f.picture();
            if (vp8.pictureLong()) {
                Bits.put16(scratch, vp8.pictureAt() + moved, 0x8000 | picture & 0x7FFF);
            } else {
                scratch[vp8.pictureAt() + moved] = (byte) (picture & 0x7F);
            }
        }
        if (vp8.tl0At() >= 0) {
            scratch[vp8.tl0At() + moved] = (byte) (vp8.tl0() + f.tl0());
        }
    }

    private static int type(Forwarded f, boolean red, LinkEstimate estimate) {
        return switch (f.codec()) {
            case OPUS -> red && SoundCover.frames(estimate.lossShare()) > 0 ? DownOffer.RED : DownOffer.OPUS;
            case RED -> red ? DownOffer.RED : DownOffer.OPUS;
            case VP8 -> DownOffer.VP8;
            case H264 -> DownOffer.H264;
        };
    }

    private static int repairType(Codec codec) {
        return codec == Codec.H264 ? DownOffer.H264_RTX : DownOffer.VP8_RTX;
    }

    private int nextRepair(int ssrc) {
        return repairNumbers.merge(ssrc, 1, (a, b) -> a + b & 0xFFFF);
    }
}
