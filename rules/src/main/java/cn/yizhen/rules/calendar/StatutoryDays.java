package cn.yizhen.rules.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The thirteen statutory days of a year by rule (全国年节及纪念日放假办法 2024 第二条), for years whose
 * notice is not out yet. Which day compensates a statutory day that falls on a weekend (第六条) is left
 * to the notice, so it is not projected.
 */
final class StatutoryDays {

    private final Map<LocalDate, String> days = new HashMap<>();

    StatutoryDays(List<String> lines) {
        lines.stream().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(this::moving);
    }

    private void moving(String line) {
        var words = line.strip().split("\\s+");
        int year = Integer.parseInt(words[0]);
        var newYear = day(year, words[1]);
        days.put(newYear.minusDays(1), "除夕");
        newYear.datesUntil(newYear.plusDays(3)).forEach(d -> days.put(d, "春节"));
        days.put(day(year, words[2]), "清明节");
        days.put(day(year, words[3]), "端午节");
        days.put(day(year, words[4]), "中秋节");
    }

    private static LocalDate day(int year, String monthDay) {
        return MonthDay.parse("--" + monthDay).atYear(year);
    }

    /** The name of the statutory holiday on that day, if it is one. */
    Optional<String> on(LocalDate day) {
        var fixed = switch (day.getMonthValue()) {
            case 1 -> day.getDayOfMonth() == 1 ? "元旦" : null;
            case 5 -> day.getDayOfMonth() <= 2 ? "劳动节" : null;
            case 10 -> day.getDayOfMonth() <= 3 ? "国庆节" : null;
            default -> null;
        };
        return Optional.ofNullable(fixed).or(() -> Optional.ofNullable(days.get(day)));
    }
}
