package cn.yizhen.sfu.rtp;

import java.util.ArrayList;
import java.util.List;

/** The parts of a compound RTCP packet that a forwarder acts on (RFC 3550, RFC 4585, RFC 5104). */
public sealed interface Rtcp {

    int SENDER_REPORT = 200;
    int RECEIVER_REPORT = 201;
    int BYE = 203;
    int TRANSPORT_FEEDBACK = 205;
    int PAYLOAD_FEEDBACK = 206;
    int FMT_NACK = 1;
    int FMT_TRANSPORT_WIDE = 15;
    int FMT_PLI = 1;
    int FMT_FIR = 4;

    /**
     * @param ntp       the sender's clock, 32.32 bits
     * @param timestamp the same moment in units of the codec's clock
     */
    record SenderReport(int ssrc, long ntp, int timestamp) implements Rtcp {}

    /**
     * @param lostShare of what was sent since the last report, in 1/256
     * @param highest   extended highest sequence number received
     * @param jitter    in units of the codec's clock
     */
    record ReceptionReport(int ssrc, int lostShare, int highest, int jitter) implements Rtcp {}

    /** @param sequences asked for again, in ascending order */
    record Nack(int ssrc, List<Integer> sequences) implements Rtcp {}

    /** Both PLI and FIR: the receiver cannot go on without a key frame. */
    record KeyFrameRequest(int ssrc) implements Rtcp {}

    record TransportWide(TransportFeedback feedback) implements Rtcp {}

    record Bye(int ssrc) implements Rtcp {}

    /** What can be read, in order; reading stops where lengths no longer fit. */
    static List<Rtcp> read(byte[] b, int length) {
        var found = new ArrayList<Rtcp>();
        int at = 0;
        while (at + 4 <= length && (b[at] & 0xC0) == 0x80) {
            int end = at + 4 * (Bits.u16(b, at + 2) + 1);
            if (end > length) {
                break;
            }
            one(b, at, end, found);
            at = end;
        }
        return found;
    }

    private static void one(byte[] b, int at, int end, List<Rtcp> found) {
        int count = b[at] & 0x1F;
        switch (Bits.u8(b, at + 1)) {
            case SENDER_REPORT -> {
                if (at + 28 <= end) {
                    found.add(new SenderReport(Bits.i32(b, at + 4), Bits.u32(b, at + 8) << 32 | Bits.u32(b, at + 12), Bits.i32(b, at + 16)));
                    receptions(b, at + 28, end, count, found);
                }
            }
            case RECEIVER_REPORT -> receptions(b, at + 8, end, count, found);
            case BYE -> {
                if (count > 0 && at + 8 <= end) {
                    found.add(new Bye(Bits.i32(b, at + 4)));
                }
            }
            case TRANSPORT_FEEDBACK -> transport(b, at, end, count, found);
            case PAYLOAD_FEEDBACK -> payload(b, at, end, count, found);
            default -> { }
        }
    }

    private static void receptions(byte[] b, int from, int end, int count, List<Rtcp> found) {
        for (int i = 0, at = from; i < count && at + 24 <= end; i++, at += 24) {
            found.add(new ReceptionReport(Bits.i32(b, at), Bits.u8(b, at + 4), Bits.i32(b, at + 8), Bits.i32(b, at + 12)));
        }
    }

    private static void transport(byte[] b, int at, int end, int format, List<Rtcp> found) {
        if (at + 12 > end) {
            return;
        }
        if (format == FMT_NACK) {
            found.add(new Nack(Bits.i32(b, at + 8), sequences(b, at + 12, end)));
        } else if (format == FMT_TRANSPORT_WIDE) {
            TransportFeedback.read(b, at, end).map(TransportWide::new).ifPresent(found::add);
        }
    }

    private static List<Integer> sequences(byte[] b, int from, int end) {
        var asked = new ArrayList<Integer>();
        for (int at = from; at + 4 <= end; at += 4) {
            int first = Bits.u16(b, at);
            asked.add(first);
            int following = Bits.u16(b, at + 2);
            for (int bit = 0; bit < 16; bit++) {
                if ((following >> bit & 1) != 0) {
                    asked.add(first + bit + 1 & 0xFFFF);
                }
            }
        }
        return asked;
    }

    private static void payload(byte[] b, int at, int end, int format, List<Rtcp> found) {
        if (format == FMT_PLI && at + 12 <= end) {
            found.add(new KeyFrameRequest(Bits.i32(b, at + 8)));
        } else if (format == FMT_FIR) {
            for (int entry = at + 12; entry + 8 <= end; entry += 8) {
                found.add(new KeyFrameRequest(Bits.i32(b, entry)));
            }
        }
    }
}
