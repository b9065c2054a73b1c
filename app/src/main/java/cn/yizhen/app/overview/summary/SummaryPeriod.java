package cn.yizhen.app.overview.summary;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The quarter or year a summary is about.
 *
 * @param key 2026-Q4 or 2026, as it stands in addresses
 */
public record SummaryPeriod(String key, Period days) {

    private static final Pattern KEY = Pattern.compile("(20\\d{2})(?:-Q([1-4]))?");

    public static Optional<SummaryPeriod> of(String key) {
        var found = KEY.matcher(key);
        if (!found.matches()) {
            return Optional.empty();
        }
        var quarter = found.group(2);
        var first = LocalDate.of(Integer.parseInt(found.group(1)), quarter == null ? 1 : Integer.parseInt(quarter) * 3 - 2, 1);
        return Optional.of(new SummaryPeriod(key, (quarter == null ? Cadence.YEAR : Cadence.QUARTER).containing(first)));
    }

    public static SummaryPeriod quarterOf(LocalDate day) {
        var days = Cadence.QUARTER.containing(day);
        return new SummaryPeriod(day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3), days);
    }

    public boolean yearly() {
        return key.length() == 4;
    }

    /** 2026年第四季度, 2026年 */
    public String label() {
        return days.label() + (yearly() ? "度" : "");
    }

    /** 本季度, 本年度 */
    public String here() {
        return yearly() ? "本年度" : "本季度";
    }

    public SummaryPeriod before() {
        return yearly() ? of(Integer.toString(days.from().getYear() - 1)).orElseThrow() : quarterOf(days.from().minusDays(1));
    }

    public SummaryPeriod after() {
        return yearly() ? of(Integer.toString(days.from().getYear() + 1)).orElseThrow() : quarterOf(days.until());
    }

    public SummaryPeriod year() {
        return of(Integer.toString(days.from().getYear())).orElseThrow();
    }
}
