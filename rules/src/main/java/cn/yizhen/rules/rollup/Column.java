package cn.yizhen.rules.rollup;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import java.time.LocalDate;

/**
 * One duty in one period over all places of a tree: what is known of each, and the marks that follow, ranked.
 * A change of one place is a change of both.
 */
public final class Column {

    private final Period period;
    private final Evidence evidence;
    private final RankedMarks marks;

    public Column(Period period, Evidence evidence) {
        this.period = period;
        this.evidence = evidence;
        this.marks = RankedMarks.of(evidence.places(), evidence::mark);
    }

    public Period period() {
        return period;
    }

    /** How the places from {@code from} to before {@code to} stand on a day. */
    public Tally count(int from, int to, LocalDate today) {
        return count(from, to, !today.isAfter(period.lastDay()));
    }

    /** The same where the caller knows whether the period still runs. */
    public Tally count(int from, int to, boolean running) {
        return marks.count(from, to, running);
    }

    public Mark at(int place) {
        return marks.at(place);
    }

    /** One more record counts for the place. */
    public void note(int place, boolean late) {
        evidence.note(place, late);
        marks.set(place, evidence.mark(place));
    }

    /** A record that counted no longer does: corrected or taken back. */
    public void retract(int place, boolean late) {
        evidence.retract(place, late);
        marks.set(place, evidence.mark(place));
    }

    public void exempt(int place) {
        evidence.exempt(place);
        marks.set(place, evidence.mark(place));
    }

    /** What it takes in memory, in bytes. */
    public long bytes() {
        return evidence.bytes() + marks.bytes();
    }
}
