package cn.yizhen.app.burden;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** At most so many an hour from everybody together; it counts and knows nobody. */
final class HourlyLimit {

    private final int most;
    private final Clock clock;
    private Instant hour = Instant.EPOCH;
    private int count;

    HourlyLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized boolean admits() {
        var now = clock.instant();
        if (Duration.between(hour, now).toHours() >= 1) {
            hour = now;
            count = 0;
        }
        return ++count <= most;
    }
}
