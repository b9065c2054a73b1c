package cn.yizhen.rules.calendar;

import java.time.LocalDate;

/**
 * One day as the calendar sees it (日历日).
 *
 * @param date        the day
 * @param kind        what makes it a working or a rest day
 * @param why         the reason in Chinese, with the notice where one decided
 * @param provisional whether no notice covers this day yet, so that the next one may change it
 */
public record CalendarDay(LocalDate date, Kind kind, String why, boolean provisional) {

    /** What makes a day a working or a rest day (日别). */
    public enum Kind {
        WORKDAY(true),
        MADE_UP_WORKDAY(true),
        LOCAL_WORKDAY(true),
        WEEKEND(false),
        HOLIDAY(false),
        LOCAL_REST(false);

        private final boolean works;

        Kind(boolean works) {
            this.works = works;
        }
    }

    public boolean works() {
        return kind.works;
    }
}
