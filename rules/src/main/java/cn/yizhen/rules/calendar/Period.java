package cn.yizhen.rules.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A span of civil days (期间), Asia/Shanghai.
 *
 * @param from  the first day
 * @param until the day after the last one
 */
public record Period(LocalDate from, LocalDate until) implements Comparable<Period> {

    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period has at least one day: " + from + " to " + until);
        }
    }

    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    public boolean overlaps(Period other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** The cadence of which this is exactly one whole period, if any. */
    public Optional<Cadence> cadence() {
        return Arrays.stream(Cadence.values()).filter(c -> c.containing(from).equals(this)).findFirst();
    }

    /** As an official would write it: 2026年第三季度, 2026年3月, 2026年上半年, 2026年, else both days. */
    public String label() {
        var year = from.getYear() + "年";
        return cadence().map(cadence -> switch (cadence) {
            case MONTH -> year + from.getMonthValue() + "月";
            case TWO_MONTHS -> year + from.getMonthValue() + "至" + (from.getMonthValue() + 1) + "月";
            case QUARTER -> year + "第" + "一二三四".charAt((from.getMonthValue() - 1) / 3) + "季度";
            case HALF_YEAR -> year + (from.getMonthValue() == 1 ? "上半年" : "下半年");
            case YEAR -> year;
        }).orElseGet(() -> Days.full(from) + "至" + Days.full(lastDay()));
    }

    @Override
    public int compareTo(Period other) {
        int byStart = from.compareTo(other.from);
        return byStart != 0 ? byStart : until.compareTo(other.until);
    }
}
