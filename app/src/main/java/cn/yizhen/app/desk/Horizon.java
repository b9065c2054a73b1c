package cn.yizhen.app.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** How near a row is; the order of the desk. 法定 is only what a law or a rule of above sets, not a day somebody named. What is further than this month is folded: it must not shout every day. */
public enum Horizon {
    LATE("法定已逾期", true),
    PASSED("已逾期", true),
    WEEK("本周", true),
    MONTH("本月", true),
    QUARTER("本季", false),
    LATER("今年以后", false),
    EARLIER("以前各期未见记录", false);

    private final String title;
    private final boolean open;

    Horizon(String title, boolean open) {
        this.title = title;
        this.open = open;
    }

    public String title() {
        return title;
    }

    /** Whether its rows stand open. */
    public boolean open() {
        return open;
    }

    static Horizon passed(boolean statutory) {
        return statutory ? LATE : PASSED;
    }

    /** What is due that day, seen from today; what has no day belongs to this month. */
    static Horizon of(@Nullable LocalDate due, LocalDate today) {
        if (due == null) {
            return MONTH;
        }
        if (!due.isAfter(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))) {
            return WEEK;
        }
        if (!due.isAfter(today.with(TemporalAdjusters.lastDayOfMonth()))) {
            return MONTH;
        }
        LocalDate quarterEnds = today.withMonth((today.getMonthValue() + 2) / 3 * 3).with(TemporalAdjusters.lastDayOfMonth());
        return due.isAfter(quarterEnds) ? LATER : QUARTER;
    }
}
