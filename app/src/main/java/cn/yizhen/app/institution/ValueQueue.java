package cn.yizhen.app.institution;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.DatedValue;
import cn.yizhen.rules.institution.Source;
import cn.yizhen.rules.institution.SourceStatus;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Values that wait for a person to look at the clause again (待核对): not confirmed yet, or not looked at for a year. */
public final class ValueQueue {

    private ValueQueue() {}

    /**
     * One clause that one rule rests on.
     *
     * @param values every value of the rule that rests on it
     * @param stale  whether it was not checked for a year; otherwise it still waits to be confirmed
     */
    public record Waiting(String rule, Source source, List<DatedValue> values, boolean stale) {

        public DatedValue first() {
            return values.getFirst();
        }
    }

    static List<Waiting> of(Catalogue catalogue, LocalDate today) {
        record Key(String rule, String cited) {}
        var byClause = new LinkedHashMap<Key, List<DatedValue>>();
        DatedValue.all(catalogue).filter(value -> due(value, today) && !ended(value, today)).forEach(value -> byClause.merge(
                new Key(value.rule(), value.newest().source().cited()), List.of(value),
                (one, more) -> Stream.concat(one.stream(), more.stream()).toList()));
        return byClause.values().stream().map(values -> {
            var source = values.getFirst().newest().source();
            return new Waiting(values.getFirst().rule(), source, values, !source.status().toBeConfirmed());
        }).toList();
    }

    /** Nobody need look at the clause of what has ended. */
    private static boolean ended(DatedValue value, LocalDate today) {
        var institution = value.institution();
        return Stream.of(institution.duties().stream().filter(duty -> duty.id().value().equals(value.rule())).flatMap(duty -> duty.ending().stream()),
                        institution.limits().stream().filter(limit -> limit.id().equals(value.rule())).flatMap(limit -> limit.ending().stream()),
                        institution.forms().stream().filter(form -> form.id().equals(value.rule())).flatMap(form -> form.ending().stream()))
                .flatMap(endings -> endings).anyMatch(end -> end.lastDay().isBefore(today));
    }

    /** What is set case by case has no number anybody could adopt. */
    private static boolean due(DatedValue value, LocalDate today) {
        var source = value.newest().source();
        var setHere = source.status() == SourceStatus.LOCAL || source.status() == SourceStatus.ELSEWHERE;
        return setHere ? value.open() : source.status().toBeConfirmed() || source.checkedOn().plusYears(1).isBefore(today);
    }
}
