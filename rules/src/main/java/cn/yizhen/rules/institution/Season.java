package cn.yizhen.rules.institution;

import cn.yizhen.rules.calendar.Period;
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

    /** Whether the season of a period is still to come on a day; a period that holds no first day of one, as most quarters do, has none to wait for. */
    public boolean isToCome(Period period, LocalDate day) {
        LocalDate opens = from.atYear(period.lastDay().getYear());
        return period.contains(opens) && day.isBefore(opens);
    }
}
