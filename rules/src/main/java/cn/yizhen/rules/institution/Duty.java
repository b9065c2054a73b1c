package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import cn.yizhen.rules.calendar.Cadence;

/**
 * A recurring duty: what it asks, of whom, how often, what counts for it, by which clause and why.
 *
 * @param id      unique in the catalogue
 * @param title   as shown in a row, at most 16 characters
 * @param bearer  what it falls to
 * @param fallsTo condition over the bearer (and its unit) as of the last day of a period
 * @param says    the same in words: 每个党支部
 * @param every   how the periods run, over time
 * @param atLeast how many records a period needs, over time; before its first day there is no duty
 * @param counts  which records count for it
 * @param quorum  over time; no entry where the clause says nothing
 * @param passes  over time; no entry where the clause says nothing
 * @param season  the part of the year in which it is usually done
 * @param binding how strictly it binds
 * @param keptIn  where its facts are kept
 * @param source  the clause
 * @param why     plain Chinese, for the one who is asked
 * @param ending  when and why it was repealed
 */
public record Duty(DutyId id, String title, BearerKind bearer, Condition fallsTo, String says, Dated<Cadence> every,
                   Dated<Integer> atLeast, Condition counts, Optional<Dated<List<Threshold>>> quorum,
                   Optional<Dated<List<Threshold>>> passes, Optional<Season> season, Binding binding, KeptIn keptIn,
                   Source source, String why, Optional<Ending> ending) {

    /** The terms in force on a day; empty before the duty existed and after its repeal. */
    public Optional<Terms> on(LocalDate day) {
        if (ending.filter(end -> day.isAfter(end.lastDay())).isPresent()) {
            return Optional.empty();
        }
        return atLeast.entryOn(day).flatMap(number -> every.entryOn(day).map(cadence -> new Terms(
                cadence.value(), number.value(), thresholds(quorum, day), thresholds(passes, day), number.source(),
                Stream.of(number.from(), cadence.from()).max(Comparator.naturalOrder()).orElseThrow())));
    }

    /** The same duty with other values over time. */
    Duty with(Dated<Cadence> otherEvery, Dated<Integer> otherAtLeast) {
        return new Duty(id, title, bearer, fallsTo, says, otherEvery, otherAtLeast, counts, quorum, passes, season,
                binding, keptIn, source, why, ending);
    }

    /** The first day on which it asks anything. */
    public LocalDate begins() {
        return Stream.of(atLeast.begins(), every.begins()).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<Threshold> thresholds(Optional<Dated<List<Threshold>>> dated, LocalDate day) {
        return dated.flatMap(values -> values.on(day)).orElse(List.of());
    }
}
