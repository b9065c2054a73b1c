package cn.yizhen.sfu.rtp;

import java.util.Arrays;
import java.util.Optional;

/**
 * Transport-wide feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01): for a run of packets, when each
 * arrived at the other end.
 *
 * @param base     sequence number of the first packet told of
 * @param round    number of this report, modulo 256
 * @param arrivals microseconds on the receiver's clock, or {@link #LOST}, packet by packet from {@code base}
 */
public record TransportFeedback(int base, int round, long[] arrivals) {

    /** In place of a time: it had not arrived. */
    public static final long LOST = Long.MIN_VALUE;

    /** The clock of a report begins anew after this many microseconds. */
    public static final long CLOCK_SPAN = (1L << 24) * 64_000;

    private static final int TICK = 250;
    private static final int MOST = 8192;

    static Optional<TransportFeedback> read(byte[] b, int from, int end) {
        if (from + 20 > end) {
            return Optional.empty();
        }
        int base = Bits.u16(b, from + 12);
        int count = Bits.u16(b, from + 14);
        int[] statuses = count <= MOST ? new int[count] : new int[0];
        int at = chunks(b, from + 20, end, statuses);
        if (count == 0 || statuses.length != count || at < 0) {
            return Optional.empty();
        }
        long[] arrivals = new long[count];
        long time = Bits.u24(b, from + 16) * 64_000L;
        for (int i = 0; i < count; i++) {
            int size = statuses[i] == 3 ? 0 : statuses[i];
            if (at + size > end) {
                return Optional.empty();
            }
            time += size == 1 ? Bits.u8(b, at) * TICK : size == 2 ? (short) Bits.u16(b, at) * TICK : 0;
            arrivals[i] = size == 0 ? LOST : time;
            at += size;
        }
        return Optional.of(new TransportFeedback(base, Bits.u8(b, from + 19), arrivals));
    }

    /** Fills the statuses from the chunks; where the deltas begin, or -1 when the chunks end too soon. */
    private static int chunks(byte[] b, int from, int end, int[] statuses) {
        int at = from;
        int filled = 0;
        while (filled < statuses.length) {
            if (at + 2 > end) {
                return -1;
            }
            int chunk = Bits.u16(b, at);
            at += 2;
            if ((chunk & 0x8000) == 0) {
                int run = Math.min(chunk & 0x1FFF, statuses.length - filled);
                if (run == 0) {
                    return -1;
                }
                Arrays.fill(statuses, filled, filled + run, chunk >> 13 & 3);
                filled += run;
            } else {
                int bits = (chunk & 0x4000) != 0 ? 2 : 1;
                for (int i = 0; i < 14 / bits && filled < statuses.length; i++) {
                    statuses[filled++] = chunk >> 14 - bits * (i + 1) & (1 << bits) - 1;
                }
            }
        }
        return at;
    }

    /**
     * Writes this report as one RTCP packet.
     *
     * @return its length in octets, or 0 where times lie too far apart for one report
     */
    public int write(byte[] b, int at, int sender, int media) {
        long reference = Math.floorDiv(first(), 64_000L);
        int end = writeChunks(b, at + 20);
        long time = reference * 64_000L;
        for (long arrival : arrivals) {
            if (arrival != LOST) {
                long delta = Math.floorDiv(arrival - time + TICK / 2, TICK);
                if (delta != (short) delta) {
                    return 0;
                }
                Bits.put16(b, end, (int) delta);
                end += 2;
                time += delta * TICK;
            }
        }
        int padding = (4 - (end - at) % 4) % 4;
        for (int i = 0; i < padding; i++) {
            b[end++] = (byte) (i == padding - 1 ? padding : 0);
        }
        b[at] = (byte) (0x80 | (padding > 0 ? 0x20 : 0) | Rtcp.FMT_TRANSPORT_WIDE);
        b[at + 1] = (byte) Rtcp.TRANSPORT_FEEDBACK;
        Bits.put16(b, at + 2, (end - at) / 4 - 1);
        Bits.put32(b, at + 4, sender);
        Bits.put32(b, at + 8, media);
        Bits.put16(b, at + 12, base);
        Bits.put16(b, at + 14, arrivals.length);
        Bits.put24(b, at + 16, (int) (reference & 0xFFFFFF));
        b[at + 19] = (byte) round;
        return end - at;
    }

    /** Two-bit vectors of seven throughout: half a byte more than the tightest packing, and a third of the code. */
    private int writeChunks(byte[] b, int from) {
        int at = from;
        for (int i = 0; i < arrivals.length; i += 7) {
            int chunk = 0xC000;
            for (int j = 0; j < 7 && i + j < arrivals.length; j++) {
                chunk |= (arrivals[i + j] == LOST ? 0 : 2) << 12 - 2 * j;
            }
            Bits.put16(b, at, chunk);
            at += 2;
        }
        return at;
    }

    private long first() {
        for (long arrival : arrivals) {
            if (arrival != LOST) {
                return arrival;
            }
        }
        return 0;
    }

    /** Octets a report on so many packets takes at most. */
    public static int longest(int packets) {
        return 20 + 2 * ((packets + 6) / 7) + 2 * packets + 3;
    }
}
