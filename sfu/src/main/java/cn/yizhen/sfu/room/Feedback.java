package cn.yizhen.sfu.room;

import cn.yizhen.sfu.media.Layer;
import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.Rtcp;
import java.util.List;

/** Writes the RTCP packets this server sends; each method answers the length. */
final class Feedback {

    private static final int MOST_BLOCKS = 31;
    private static final int MOST_PAIRS = 60;

    private Feedback() {}

    static int keyFrameRequest(byte[] b, int sender, int media) {
        head(b, Rtcp.FMT_PLI, Rtcp.PAYLOAD_FEEDBACK, 2);
        Bits.put32(b, 4, sender);
        Bits.put32(b, 8, media);
        return 12;
    }

    /** @param sequences ascending */
    static int nack(byte[] b, int sender, int media, List<Integer> sequences) {
        int at = 12;
        int i = 0;
        while (i < sequences.size() && at < 12 + 4 * MOST_PAIRS) {
            int first = sequences.get(i++);
            int following = 0;
            while (i < sequences.size() && Bits.ahead(sequences.get(i), first) <= 16) {
                following |= 1 << Bits.ahead(sequences.get(i++), first) - 1;
            }
            Bits.put16(b, at, first);
            Bits.put16(b, at + 2, following);
            at += 4;
        }
        head(b, Rtcp.FMT_NACK, Rtcp.TRANSPORT_FEEDBACK, at / 4 - 1);
        Bits.put32(b, 4, sender);
        Bits.put32(b, 8, media);
        return at;
    }

    static int receiverReport(byte[] b, int sender, List<Layer> layers, long now) {
        int count = Math.min(MOST_BLOCKS, layers.size());
        head(b, count, Rtcp.RECEIVER_REPORT, 1 + 6 * count);
        Bits.put32(b, 4, sender);
        for (int i = 0; i < count; i++) {
            int at = 8 + 24 * i;
            var told = layers.get(i).reception(now);
            Bits.put32(b, at, layers.get(i).ssrc());
            Bits.put32(b, at + 4, told.lostShare() << 24 | told.lost() & 0xFFFFFF);
            Bits.put32(b, at + 8, layers.get(i).highestSequence());
            Bits.put32(b, at + 12, told.jitter());
            Bits.put32(b, at + 16, told.lastReport());
            Bits.put32(b, at + 20, told.sinceReport());
        }
        return 8 + 24 * count;
    }

    /**
     * @param ntp 32.32 bits
     * @param at  where in the array it begins
     */
    static int senderReport(byte[] b, int at, int ssrc, long ntp, int timestamp, int packets, int octets) {
        b[at] = (byte) 0x80;
        b[at + 1] = (byte) Rtcp.SENDER_REPORT;
        Bits.put16(b, at + 2, 6);
        Bits.put32(b, at + 4, ssrc);
        Bits.put32(b, at + 8, (int) (ntp >>> 32));
        Bits.put32(b, at + 12, (int) ntp);
        Bits.put32(b, at + 16, timestamp);
        Bits.put32(b, at + 20, packets);
        Bits.put32(b, at + 24, octets);
        return 28;
    }

    private static void head(byte[] b, int format, int type, int words) {
        b[0] = (byte) (0x80 | format);
        b[1] = (byte) type;
        Bits.put16(b, 2, words);
    }
}
