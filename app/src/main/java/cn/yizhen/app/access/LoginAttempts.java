package cn.yizhen.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Failed entries per login name, in memory: after so many within a span the name rests. Every failure and
 * every lock stands in the audit; what was typed does not, for a password may have slipped into the name's place.
 */
@Component
public class LoginAttempts {

    private static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant since) {}

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final AccessSettings settings;
    private final Clock clock;

    LoginAttempts(AccessSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public boolean tooMany(String login) {
        var known = failures.get(login);
        return known != null && fresh(known) && known.count() >= settings.failures();
    }

    /** Answers whether this failure is the one that locks. */
    public boolean failed(String login) {
        if (failures.size() > REMEMBERED) {
            failures.values().removeIf(known -> !fresh(known));
        }
        var now = failures.merge(login, new Failures(1, clock.instant()),
                (old, one) -> fresh(old) ? new Failures(old.count() + 1, old.since()) : one);
        return now.count() == settings.failures();
    }

    /** The name may be tried again: somebody entered, or the system administrator lifted the lock. */
    public void clear(String login) {
        failures.remove(login);
    }

    /** The names that rest now, in order. */
    List<String> locked() {
        return failures.keySet().stream().filter(this::tooMany).sorted().toList();
    }

    /** How long a locked name still rests, in whole minutes, at least one. */
    public long minutesLeft(String login) {
        var known = failures.get(login);
        return known == null ? 1 : Math.max(1, Duration.between(clock.instant(), known.since().plus(settings.lock())).toMinutes());
    }

    private boolean fresh(Failures known) {
        return known.since().plus(settings.lock()).isAfter(clock.instant());
    }
}
