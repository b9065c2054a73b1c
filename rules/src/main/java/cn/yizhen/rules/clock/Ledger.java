package cn.yizhen.rules.clock;

import cn.yizhen.rules.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running limit as a ledger (时限台账): what was allowed, since when it runs, where it stood still, what
 * was granted on top. Immutable; the due moment follows from it and the calendar.
 *
 * @param term         as first set
 * @param runningSince when it began, or began again
 * @param pauses       in order, at most the last of them open
 * @param extensions   in order
 * @param stoppedAt    when what it waited for happened, or null
 */
public record Ledger(Term term, LocalDateTime runningSince, List<Pause> pauses, List<Extension> extensions,
        @Nullable LocalDateTime stoppedAt) {

    public Ledger {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    public static Ledger armed(Term term, LocalDateTime at) {
        return new Ledger(term, at, List.of(), List.of(), null);
    }

    /** The whole budget once more, from a new beginning. */
    public Ledger rearmed(LocalDateTime at) {
        return armed(term, at);
    }

    public boolean standsStill() {
        return stoppedAt == null && !pauses.isEmpty() && pauses.getLast().open();
    }

    public boolean runs() {
        return stoppedAt == null && !standsStill();
    }

    public Ledger suspended(LocalDateTime at, String ground, @Nullable String document) {
        require(runs(), "only a running clock can be suspended");
        var more = new ArrayList<>(pauses);
        more.add(new Pause(at, null, ground, document));
        return new Ledger(term, runningSince, more, extensions, null);
    }

    public Ledger resumed(LocalDateTime at) {
        require(standsStill(), "only a suspended clock can be resumed");
        var more = new ArrayList<>(pauses);
        more.add(more.removeLast().until(at));
        return new Ledger(term, runningSince, more, extensions, null);
    }

    /** Grants a whole new term from the same beginning. */
    public Ledger extended(Extension extension) {
        require(stoppedAt == null, "a stopped clock cannot be extended");
        var more = new ArrayList<>(extensions);
        more.add(extension);
        return new Ledger(term, runningSince, pauses, more, null);
    }

    public Ledger stopped(LocalDateTime at) {
        require(stoppedAt == null, "stopped already");
        return new Ledger(term, runningSince, pauses, extensions, at);
    }

    /** The term in force: the last one granted, else the first. */
    public Term termInForce() {
        return extensions.isEmpty() ? term : extensions.getLast().to();
    }

    /** The term that makes this ledger end on that day, whatever stood still so far. */
    public Term termUntil(LocalDate day) {
        var begin = runningSince.toLocalDate();
        long counted = begin.plusDays(1).datesUntil(day.plusDays(1))
                .filter(d -> pauses.stream().noneMatch(pause -> pause.touches(d))).count();
        return Term.of(Math.toIntExact(counted), TimeUnit.CALENDAR_DAY);
    }

    public Reckoning reckon(WorkCalendar calendar) {
        return Counting.reckon(termInForce(), runningSince, pauses, calendar);
    }

    /** How many counted days have wholly passed before that moment; hours are not consumed by days. */
    public int consumed(LocalDateTime now, WorkCalendar calendar) {
        var until = stoppedAt == null ? now : stoppedAt;
        return (int) reckon(calendar).account().stream()
                .filter(line -> line.counted() && line.day().isBefore(until.toLocalDate())).count();
    }

    /** Whether the end passed before it was stopped, or has passed by now. */
    public boolean late(LocalDateTime now, WorkCalendar calendar) {
        var due = reckon(calendar).due();
        return due != null && due.passedAt(stoppedAt == null ? now : stoppedAt);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
