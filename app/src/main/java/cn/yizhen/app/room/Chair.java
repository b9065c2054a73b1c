package cn.yizhen.app.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who of the 主持人 chairs: the first to come. When the chair's line has been gone for half a minute the next 主持人 present
 * chairs; with none present everything stays as it is until one is back. A restart of the program is a line that is gone
 * like any other: whoever is back first does not take the chair for it.
 */
final class Chair {

    private static final Duration GONE = Duration.ofSeconds(30);

    private final KeptStand kept;
    private final Audience audience;
    private final Clock clock;
    private @Nullable Instant goneSince;

    Chair(KeptStand kept, Audience audience, Clock clock) {
        this.kept = kept;
        this.audience = audience;
        this.clock = clock;
    }

    /** Somebody came in. */
    void came(Present who) {
        var stand = kept.now();
        if (stand.isHost(who.seat()) && (stand.chair() == null || who.seat().equals(stand.chair()))) {
            take(who.seat());
        }
    }

    /** Somebody's line is gone. */
    void left(Present who) {
        if (who.seat().equals(kept.now().chair())) {
            goneSince = clock.instant();
        }
    }

    /** Once a second: true where the chair passed on. */
    boolean passesOn(Instant now) {
        var chair = kept.now().chair();
        if (chair == null || audience.isHere(chair)) {
            return false;
        }
        // none: the program began with the chair away. Ahead: the clock was set back, and nobody is waited for until then
        if (goneSince == null || goneSince.isAfter(now)) {
            goneSince = now;
        }
        var next = audience.all().stream().map(Present::seat).filter(kept.now()::isHost).findFirst();
        if (next.isEmpty() || now.isBefore(goneSince.plus(GONE))) {
            return false;
        }
        take(next.get());
        return true;
    }

    private void take(String seat) {
        goneSince = null;
        kept.change(stand -> stand.withChair(seat));
    }
}
