package cn.yizhen.app.meeting;

import cn.yizhen.app.host.ByItself;
import cn.yizhen.rules.organisation.UnitId;
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
 * <p>How long a meeting is remembered is counted in turns of ten minutes since the first of it was seen, and not read from
 * the machine's clock: set back by a day it would keep for two what is told to be gone after one.
 */
@Component
public class ConnectedSeats implements ByItself {

    private static final int TURN_MILLIS = 600_000;
    /** Turns after which it is over: within the last of them it is a day at most. */
    static final int REMEMBERED = 24 * 6;

    private final Map<UUID, Seen> meetings = new ConcurrentHashMap<>();
    private volatile long turn;

    private record Seen(long firstTurn, Set<String> seats, Set<UnitId> screens) {}

    /** A seat is connected now. */
    public void connected(UUID meeting, String seat) {
        of(meeting).seats().add(seat);
    }

    /** A unit's screen is connected now: its venue, with whoever sits there. */
    public void screen(UUID meeting, UnitId unit) {
        of(meeting).screens().add(unit);
    }

    private Seen of(UUID meeting) {
        return meetings.computeIfAbsent(meeting, _ -> new Seen(turn, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet()));
    }

    /** Seats seen so far; empty once forgotten. */
    Set<String> seen(UUID meeting) {
        var seen = meetings.get(meeting);
        return seen == null ? Set.of() : Set.copyOf(seen.seats());
    }

    /** Units whose screens were seen so far; empty once forgotten. */
    Set<UnitId> screens(UUID meeting) {
        var seen = meetings.get(meeting);
        return seen == null ? Set.of() : Set.copyOf(seen.screens());
    }

    void forget(UUID meeting) {
        meetings.remove(meeting);
    }

    /** Whether anything of a meeting is remembered. */
    boolean remembers(UUID meeting) {
        return meetings.containsKey(meeting);
    }

    @Scheduled(fixedRate = TURN_MILLIS)
    synchronized void anotherTurn() {
        long now = ++turn;
        meetings.values().removeIf(seen -> now - seen.firstTurn() >= REMEMBERED);
    }
}
