package cn.yizhen.rules.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A budget with how it is counted (期限).
 *
 * @param budget      how much time
 * @param rollForward whether a last day that is a rest day moves to the next working day (民法典
 *                    第二百零三条); has no meaning for hours
 */
public record Term(Budget budget, boolean rollForward) {

    public static Term of(int amount, TimeUnit unit) {
        return new Term(new Budget(amount, unit), false);
    }

    /**
     * The term that ends on a named day when it begins on another. Kept as a budget, so that a stop or a
     * new start moves the end like that of any other term.
     *
     * @throws IllegalArgumentException if the end is before the beginning
     */
    public static Term until(LocalDate begin, LocalDate end) {
        return of(Math.toIntExact(ChronoUnit.DAYS.between(begin, end)), TimeUnit.CALENDAR_DAY);
    }
}
