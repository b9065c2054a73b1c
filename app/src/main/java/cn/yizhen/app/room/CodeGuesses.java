package cn.yizhen.app.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Wrong codes, in memory: ten from one address in ten minutes, or two hundred from everywhere in an hour, and codes rest.
 * Two hundred tries at a million numbers find a given room once in five thousand hours; who comes in then still waits
 * until a 主持人 says who it is.
 */
final class CodeGuesses {

    static final int FROM_ONE = 10;
    static final int FROM_ALL = 200;
    private static final Duration ONE = Duration.ofMinutes(10);
    private static final Duration ALL = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private record Count(int wrong, Instant since) {}

    private final Clock clock;
    private final Map<String, Count> byAddress = new HashMap<>();
    private Count all = new Count(0, Instant.EPOCH);

    CodeGuesses(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean rests(String address) {
        return fresh(all, ALL).wrong() >= FROM_ALL || fresh(byAddress.getOrDefault(address, new Count(0, Instant.EPOCH)), ONE).wrong() >= FROM_ONE;
    }

    synchronized void wrong(String address) {
        if (byAddress.size() > REMEMBERED) {
            byAddress.values().removeIf(count -> fresh(count, ONE).wrong() == 0);
        }
        all = more(fresh(all, ALL));
        byAddress.put(address, more(fresh(byAddress.getOrDefault(address, new Count(0, Instant.EPOCH)), ONE)));
    }

    private Count more(Count count) {
        return new Count(count.wrong() + 1, count.wrong() == 0 ? clock.instant() : count.since());
    }

    private Count fresh(Count count, Duration window) {
        var now = clock.instant();
        // a clock that was set back must not keep a village out until it has caught up
        return !count.since().isAfter(now) && count.since().plus(window).isAfter(now) ? count : new Count(0, now);
    }
}
