package cn.yizhen.app.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which seats were seen in a meeting's room: in memory, without any hour of anybody. The room says so; the minutes
 * propose who came from it. It is gone when the minutes are closed, after a day, and with the process.
 *
 * <p>The one moment kept is when the first of a meeting was seen, so that the whole can be forgotten in time.
 */
@Component
public class ConnectedSeats {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Map<UUID, Seen> meetings = new ConcurrentHashMap<>();
    private final Clock clock;

    ConnectedSeats(Clock clock) {
        this.clock = clock;
    }

    private record Seen(Instant first, Set<String> seats) {}

    /** A seat is connected now. */
    public void connected(UUID meeting, String seat) {
        meetings.computeIfAbsent(meeting, _ -> new Seen(clock.instant(), ConcurrentHashMap.newKeySet())).seats().add(seat);
    }

    /** Seats seen so far; empty once forgotten. */
    Set<String> seen(UUID meeting) {
        forgetTheOld();
        var seen = meetings.get(meeting);
        return seen == null ? Set.of() : Set.copyOf(seen.seats());
    }

    void forget(UUID meeting) {
        meetings.remove(meeting);
    }

    /** Whether anything of a meeting is remembered. */
    boolean remembers(UUID meeting) {
        return meetings.containsKey(meeting);
    }

    @Scheduled(fixedDelay = 600_000)
    void forgetTheOld() {
        var oldest = clock.instant().minus(REMEMBERED);
        meetings.values().removeIf(seen -> seen.first().isBefore(oldest));
    }
}
