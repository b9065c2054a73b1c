package cn.yizhen.app.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes UUIDv7 (RFC 9562, method 1: a counter within the millisecond), so that ids made here sort in the
 * order they were made and new rows lie together in their index.
 */
@Component
public final class Ids {

    private static final int COUNTERS = 1 << 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long millis;
    private int counter;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        var high = tick();
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private synchronized long tick() {
        var now = clock.millis();
        if (now > millis) {
            millis = now;
            counter = 0;
        } else if (++counter == COUNTERS) {
            millis++;
            counter = 0;
        }
        return millis << 16 | 0x7000L | counter;
    }
}
