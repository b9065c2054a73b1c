package cn.yizhen.sfu.bandwidth;

import org.jspecify.annotations.Nullable;

/** What left lately, by transport-wide sequence number. */
final class SendHistory {

    private static final int KEPT = 4096;

    private final @Nullable Sent[] ring = new Sent[KEPT];
    private final int[] numbers = new int[KEPT];

    void left(int sequence, Sent sent) {
        ring[sequence % KEPT] = sent;
        numbers[sequence % KEPT] = sequence;
    }

    /** The packet, once: a second report about it finds nothing. */
    @Nullable Sent take(int sequence) {
        int at = sequence % KEPT;
        Sent sent = ring[at];
        if (sent == null || numbers[at] != sequence) {
            return null;
        }
        ring[at] = null;
        return sent;
    }

    /** Looks without taking: a packet reported lost may yet be reported as arrived. */
    boolean has(int sequence) {
        return ring[sequence % KEPT] != null && numbers[sequence % KEPT] == sequence;
    }
}
