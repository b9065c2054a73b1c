package cn.yizhen.sfu.media;

import cn.yizhen.sfu.rtp.RtpPacket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packets that left a slot lately, for who asks again. The packet is everybody's; of the slot's own are four numbers
 * side by side and no object, since every packet to every receiver is noted here.
 */
final class Departed {

    private static final int KEPT = 512;
    private static final int NUMBERS = 4;
    private static final int TIMESTAMP = 1;
    private static final int SHIFTS = 2;
    private static final int REPEATED = 3;
    private static final int BETWEEN_REPEATS_MILLIS = 25;
    private static final int NEVER = 0;

    private final Slot slot;
    private final @Nullable Incoming[] packets = new Incoming[KEPT];
    private final int[] numbers = new int[NUMBERS * KEPT];

    Departed(Slot slot) {
        this.slot = slot;
    }

    void note(Incoming incoming, Forwarded forwarded) {
        int at = forwarded.sequence() % KEPT;
        packets[at] = incoming;
        numbers[NUMBERS * at] = forwarded.sequence();
        numbers[NUMBERS * at + TIMESTAMP] = forwarded.timestamp();
        numbers[NUMBERS * at + SHIFTS] = forwarded.picture() << 8 | forwarded.tl0() & 0xFF;
        numbers[NUMBERS * at + REPEATED] = NEVER;
    }

    /** The packet as it left under this number of the slot. */
    @Nullable Forwarded find(int sequence) {
        int at = sequence % KEPT;
        Incoming incoming = packets[at];
        if (incoming == null || numbers[NUMBERS * at] != sequence) {
            return null;
        }
        RtpPacket packet = incoming.packet();
        int shifts = numbers[NUMBERS * at + SHIFTS];
        return new Forwarded(slot, packet, incoming.codec(), sequence, numbers[NUMBERS * at + TIMESTAMP], shifts >> 8, shifts, incoming.vp8());
    }

    /** The same, unless it was repeated a moment ago. */
    @Nullable Forwarded repeat(int sequence, long now) {
        int at = NUMBERS * (sequence % KEPT) + REPEATED;
        int millis = (int) TimeUnit.NANOSECONDS.toMillis(now) | 1;
        if (numbers[at] != NEVER && millis - numbers[at] <= BETWEEN_REPEATS_MILLIS) {
            return null;
        }
        Forwarded found = find(sequence);
        if (found != null) {
            numbers[at] = millis;
        }
        return found;
    }

    void forget(int sequence) {
        int at = sequence % KEPT;
        if (numbers[NUMBERS * at] == sequence) {
            packets[at] = null;
        }
    }
}
