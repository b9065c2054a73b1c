package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
 * @param measure in what it counts
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
                   Measure measure, Dated<Integer> atLeast, Condition counts, Optional<Dated<List<Threshold>>> quorum,
                   Optional<Dated<List<Threshold>>> passes, Optional<Season> season, Binding binding, KeptIn keptIn,
                   Source source, String why, Optional<Ending> ending) {

    /** The terms in force on a day; empty before the duty existed and after its repeal. */
    public Optional<Terms> on(LocalDate day) {
        if (ending.filter(end -> day.isAfter(end.lastDay())).isPresent()) {
            return Optional.empty();
        }
        return atLeast.entryOn(day).flatMap(number -> every.entryOn(day).map(cadence -> new Terms(
                cadence.value(), measure, number.value(), thresholds(quorum, day), thresholds(passes, day),
                cadence.from().isAfter(number.from()) ? cadence.source() : number.source(),
                Stream.of(number.from(), cadence.from()).max(Comparator.naturalOrder()).orElseThrow())));
    }

    /** The same duty with other values over time. */
    Duty with(Dated<Cadence> otherEvery, Dated<Integer> otherAtLeast) {
        return new Duty(id, title, bearer, fallsTo, says, otherEvery, measure, otherAtLeast, counts, quorum, passes, season,
                binding, keptIn, source, why, ending);
    }

    /** The same duty with other thresholds over time. */
    Duty with(Optional<Dated<List<Threshold>>> otherQuorum, Optional<Dated<List<Threshold>>> otherPasses) {
        return new Duty(id, title, bearer, fallsTo, says, every, measure, atLeast, counts, otherQuorum, otherPasses, season,
                binding, keptIn, source, why, ending);
    }

    /** The same duty with other sources. */
    Duty withSources(UnaryOperator<Source> change) {
        return new Duty(id, title, bearer, fallsTo, says, every.withSources(change), measure,
                atLeast.withSources(change), counts, quorum.map(dated -> thresholds(dated, change)), passes.map(dated -> thresholds(dated, change)), season,
                binding, keptIn, change.apply(source), why, ending);
    }

    /** The newest terms as if they had held from a day on, and never been repealed; for a rehearsal. */
    public Duty asIfSince(LocalDate day) {
        var number = atLeast.entries().getLast();
        var cadence = every.entries().getLast();
        return new Duty(id, title, bearer, fallsTo, says, Dated.from(day, cadence.value(), cadence.source()),
                measure, Dated.from(day, number.value(), number.source()), counts, quorum.map(dated -> since(dated, day)),
                passes.map(dated -> since(dated, day)), season, binding, keptIn, source, why, Optional.empty());
    }

    private static Dated<List<Threshold>> since(Dated<List<Threshold>> dated, LocalDate day) {
        var newest = dated.entries().getLast();
        return Dated.from(day, newest.value(), newest.source());
    }

    private static Dated<List<Threshold>> thresholds(Dated<List<Threshold>> dated, UnaryOperator<Source> change) {
        return new Dated<>(dated.entries().stream().map(entry -> new Dated.Entry<>(entry.from(),
                entry.value().stream().map(threshold -> threshold.with(change.apply(threshold.source()))).toList(),
                change.apply(entry.source()))).toList());
    }

    /** The first day on which it asks anything. */
    public LocalDate begins() {
        return Stream.of(atLeast.begins(), every.begins()).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<Threshold> thresholds(Optional<Dated<List<Threshold>>> dated, LocalDate day) {
        return dated.flatMap(values -> values.on(day)).orElse(List.of());
    }
}
