package cn.yizhen.sfu.recording;

import cn.yizhen.sfu.media.Forwarded;
import cn.yizhen.sfu.rtp.Bits;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts one track's packets in order and waits a while for those that are sent again. */
final class InOrder {

    private static final int MOST = 400;

    /** @param lost whether packets before this one will not come any more */
    record Next(Forwarded forwarded, long at, boolean lost) {}

    private record Waiting(Forwarded forwarded, long at) {}

    private final long patience;
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private long due = -1;

    /** @param patience how long a missing packet is waited for, in nanoseconds */
    InOrder(long patience) {
        this.patience = patience;
    }

    void add(Forwarded forwarded, long at) {
        long number = due < 0 ? 0x10000L + forwarded.sequence() : due + Bits.ahead(forwarded.sequence(), (int) due & 0xFFFF);
        if (due < 0) {
            due = number;
        }
        if (number >= due) {
            waiting.put(number, new Waiting(forwarded, at));
        }
    }

    /** The next packet, or nothing while one before it may still come. */
    @Nullable Next next(long now) {
        var first = waiting.firstEntry();
        if (first == null) {
            return null;
        }
        boolean lost = first.getKey() > due;
        if (lost && waiting.size() < MOST && now - first.getValue().at() < patience) {
            return null;
        }
        waiting.pollFirstEntry();
        due = first.getKey() + 1;
        return new Next(first.getValue().forwarded(), first.getValue().at(), lost);
    }
}
