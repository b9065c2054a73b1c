package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One value of one rule with everything it ever was (按日期的数值), for pages and adoptions that treat all
 * values alike.
 *
 * @param institution whose rule it is
 * @param rule        identifier of the duty, clock, limit or form
 * @param title       of the rule, as shown to people
 * @param parameter   which value
 * @param dated       the value over time
 */
public record DatedValue(Institution institution, String rule, String title, Parameter parameter, Dated<?> dated) {

    /** Every value of an institution, in the order of its file. */
    public static List<DatedValue> of(Institution institution) {
        var values = new ArrayList<DatedValue>();
        for (var duty : institution.duties()) {
            var id = duty.id().value();
            values.add(new DatedValue(institution, id, duty.title(), Parameter.EVERY, duty.every()));
            values.add(new DatedValue(institution, id, duty.title(), Parameter.AT_LEAST, duty.atLeast()));
            duty.quorum().ifPresent(it -> values.add(new DatedValue(institution, id, duty.title(), Parameter.QUORUM, it)));
            duty.passes().ifPresent(it -> values.add(new DatedValue(institution, id, duty.title(), Parameter.PASSES, it)));
        }
        institution.clocks().forEach(clock -> values.add(new DatedValue(institution, clock.id(), clock.title(), Parameter.BUDGET, clock.budget())));
        institution.limits().forEach(limit -> values.add(new DatedValue(institution, limit.id(), limit.title(), Parameter.AT_MOST, limit.atMost())));
        institution.forms().forEach(form -> values.add(new DatedValue(institution, form.id(), form.title(), Parameter.ASKED_EVERY, form.every())));
        return List.copyOf(values);
    }

    /** The value a rule has under a name, anywhere in the catalogue. */
    public static Optional<DatedValue> find(Catalogue catalogue, String rule, Parameter parameter) {
        return all(catalogue).filter(value -> value.rule().equals(rule) && value.parameter() == parameter).findFirst();
    }

    public static Stream<DatedValue> all(Catalogue catalogue) {
        return catalogue.institutions().stream().flatMap(institution -> of(institution).stream());
    }

    /** The newest value, which may only hold from a day to come. */
    public Dated.Entry<?> newest() {
        return dated.entries().getLast();
    }

    /** The value of a day as a file would write it, empty before the first. */
    public Optional<String> spelt(LocalDate day) {
        return dated.on(day).map(Parameter::spelt);
    }

    /** Whether the county may set it: the newest value is still to be confirmed, or was set here before. */
    public boolean open() {
        var status = newest().source().status();
        var plain = !(newest().value() instanceof List<?> thresholds) || thresholds.size() == 1;
        // "until due" is a day somebody sets case by case; there is no number to put in its place
        return plain && !String.valueOf(newest().value()).startsWith("until ")
                && (status.toBeConfirmed() || status == SourceStatus.ADOPTED);
    }
}
