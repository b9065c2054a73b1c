package cn.yizhen.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Failed entries per login name, in memory: after five within fifteen minutes the name rests. */
@Component
class LoginAttempts {

    private static final int ALLOWED = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant since) {}

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    boolean tooMany(String login) {
        var known = failures.get(login);
        return known != null && fresh(known) && known.count() >= ALLOWED;
    }

    void failed(String login) {
        if (failures.size() > REMEMBERED) {
            failures.values().removeIf(known -> !fresh(known));
        }
        failures.merge(login, new Failures(1, clock.instant()),
                (old, one) -> fresh(old) ? new Failures(old.count() + 1, old.since()) : one);
    }

    void succeeded(String login) {
        failures.remove(login);
    }

    private boolean fresh(Failures known) {
        return known.since().plus(WINDOW).isAfter(clock.instant());
    }
}
