package cn.yizhen.sfu.bandwidth;

import org.jspecify.annotations.Nullable;

/**
 * What left lately, by transport-wide sequence number. Every packet to every receiver is noted here, so a note is two
 * numbers side by side and no object: with hundreds of receivers each object is a walk to memory.
 */
final class SendHistory {

    private static final int KEPT = 4096;
    private static final int PRESENT = 1;

    /** For each packet when it left, and then number, octets and probe in one. */
    private final long[] ring = new long[2 * KEPT];

    void left(int sequence, long nanos, int bytes, int probe) {
        int at = 2 * (sequence % KEPT);
        ring[at] = nanos;
        ring[at + 1] = (long) probe << 33 | (long) bytes << 17 | (long) sequence << 1 | PRESENT;
    }

    /** The packet, once: a second report about it finds nothing. */
    @Nullable Sent take(int sequence) {
        if (!has(sequence)) {
            return null;
        }
        int at = 2 * (sequence % KEPT);
        long noted = ring[at + 1];
        ring[at + 1] = 0;
        return new Sent(ring[at], (int) (noted >>> 17) & 0xFFFF, (int) (noted >>> 33));
    }

    /** Looks without taking: a packet reported lost may yet be reported as arrived. */
    boolean has(int sequence) {
        return (ring[2 * (sequence % KEPT) + 1] & 0x1FFFF) == ((long) sequence << 1 | PRESENT);
    }
}
