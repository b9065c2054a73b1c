package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The part of the year in which a yearly duty is usually done, both days included: 一般第四季度.
 *
 * @param from  first day
 * @param until last day, not before {@code from}
 */
public record Season(MonthDay from, MonthDay until) {

    public Season {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a season lies within one year: " + from + " to " + until);
        }
    }

    /** The first day of the season in a year. */
    public LocalDate opensIn(int year) {
        return from.atYear(year);
    }
}
