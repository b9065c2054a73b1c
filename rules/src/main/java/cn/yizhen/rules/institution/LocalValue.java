package cn.yizhen.rules.institution;

import java.time.LocalDate;

/**
 * A value the county sets in place of a shipped one that is still to be confirmed (本县参数).
 *
 * @param rule      identifier of the duty, clock, limit or form whose value it is
 * @param parameter which of its values
 * @param from      first day on which it holds
 * @param value     as a file would spell it: {@code 2}, {@code quarter}, {@code 5 working-days}
 * @param paper     title and number of the paper it rests on
 * @param adoptedBy name and post of the person who adopted it
 * @param adoptedOn the day it was adopted
 */
public record LocalValue(String rule, Parameter parameter, LocalDate from, String value, String paper,
                         String adoptedBy, LocalDate adoptedOn) {

    /** Whether it still holds, now or from its day on: no later paper took its place. */
    public boolean standsIn(Catalogue catalogue) {
        return DatedValue.find(catalogue, rule, parameter).stream().flatMap(target -> target.dated().entries().stream())
                .anyMatch(entry -> entry.from().equals(from) && entry.source().cited().equals(source().cited()));
    }

    /** Where the value comes from, as the page shows it. */
    Source source() {
        return new Source(paper, adoptedOn.getYear(), null, SourceStatus.ADOPTED, adoptedOn, "由" + adoptedBy + "采用");
    }
}
