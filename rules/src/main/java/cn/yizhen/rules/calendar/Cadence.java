package cn.yizhen.rules.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How often something recurs, in whole calendar periods (周期). */
public enum Cadence {
    MONTH("每月", 1),
    TWO_MONTHS("每两个月", 2),
    QUARTER("每季度", 3),
    HALF_YEAR("每半年", 6),
    YEAR("每年", 12);

    private final String chinese;
    private final int months;

    Cadence(String chinese, int months) {
        this.chinese = chinese;
        this.months = months;
    }

    /** As an institution's page says it: 每季度. */
    public String chinese() {
        return chinese;
    }

    public int months() {
        return months;
    }

    /** The period of this cadence that the day lies in. */
    public Period containing(LocalDate day) {
        var first = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
        return new Period(first, first.plusMonths(months));
    }

    /** The first period that begins on the day or after it. */
    public Period firstStartingFrom(LocalDate day) {
        var here = containing(day);
        return here.from().equals(day) ? here : next(here);
    }

    public Period next(Period period) {
        return containing(period.until());
    }

    /** Every period that shares a day with [from, until), in order. */
    public List<Period> touching(LocalDate from, LocalDate until) {
        if (!from.isBefore(until)) {
            return List.of();
        }
        return Stream.iterate(containing(from), p -> p.from().isBefore(until), this::next).toList();
    }
}
