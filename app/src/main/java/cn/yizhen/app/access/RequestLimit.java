package cn.yizhen.app.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * At most so many requests a minute from one address. Addresses are counted in memory and forgotten with
 * the minute; nothing ties one to what it sent.
 */
final class RequestLimit {

    /** Beyond this many addresses in a minute the rest share one count, so that a forger of addresses fills no memory. */
    private static final int ADDRESSES = 20_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant minute = Instant.EPOCH;

    RequestLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized boolean admits(String address) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            counts.clear();
        }
        var counted = counts.size() < ADDRESSES || counts.containsKey(address) ? address : "";
        return counts.merge(counted, 1, Integer::sum) <= most;
    }
}
