package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.List;

import cn.yizhen.rules.calendar.Cadence;

/**
 * What a duty asks on one day: the version that governs a period is the one in force on its first day.
 *
 * @param every   how the periods run
 * @param measure in what is counted
 * @param atLeast how many records, or how many hours, a period needs
 * @param quorum  what a record needs to stand as a valid meeting; empty where the clause says nothing
 * @param passes  what a decision taken there needs; empty where the clause says nothing
 * @param source  the clause the number comes from, or the cadence where that was set later
 * @param since   the first day on which these terms hold
 */
public record Terms(Cadence every, Measure measure, int atLeast, List<Threshold> quorum, List<Threshold> passes,
                    Source source, LocalDate since) {

    /** What is asked, with its unit: 1次, 90学时. */
    public String needed() {
        return atLeast + measure.chinese();
    }
}
