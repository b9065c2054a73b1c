package cn.yizhen.app.institution;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.clock.Budget;
import cn.yizhen.rules.duty.Periods;
import cn.yizhen.rules.institution.Ceiling;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.DatedValue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Season;
import cn.yizhen.rules.institution.Terms;
import cn.yizhen.rules.institution.Threshold;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the pages say what the rules hold as values. */
public final class Wording {

    private Wording() {}

    /** 每季度至少 1 次. */
    public static String howOften(Terms terms) {
        return terms.every().chinese() + "至少 " + terms.atLeast() + " " + terms.measure().chinese();
    }

    /** The terms that govern the period of the day, which may be earlier ones than those in force on the day itself. */
    public static Optional<Terms> governing(Duty duty, LocalDate day) {
        return Periods.containing(duty, day).map(Periods.Governed::terms).or(() -> duty.on(day));
    }

    /** What changes after the first day of the running period, and from which period on: 2026年11月10日起改为每季度至少 2 次，从2027年第一季度起算. */
    public static List<String> changes(Duty duty, LocalDate day) {
        LocalDate began = Periods.containing(duty, day).map(running -> running.period().from()).orElse(day);
        return Stream.concat(duty.atLeast().entries().stream().map(Dated.Entry::from), duty.every().entries().stream().map(Dated.Entry::from))
                .filter(from -> from.isAfter(began) && from.isAfter(duty.begins())).distinct().sorted()
                .flatMap(from -> duty.on(from).map(terms -> Days.full(from) + "起改为" + howOften(terms) + first(duty, from) + "（依据" + terms.source().cited() + "）").stream())
                .toList();
    }

    /** What holds on the day and what is to follow: 现在 每半年，2027年1月1日起 每季度. */
    public static String now(DatedValue value, LocalDate day) {
        var standing = value.dated().on(day).map(now -> "现在 " + value(now)).stream();
        var coming = value.dated().entries().stream().filter(entry -> entry.from().isAfter(day)).map(entry -> Days.full(entry.from()) + "起 " + value(entry.value()));
        return Stream.concat(standing, coming).collect(Collectors.joining("，"));
    }

    private static String first(Duty duty, LocalDate from) {
        return Periods.of(duty, new Period(from, from.plusYears(3))).stream().map(Periods.Governed::period).filter(period -> !period.from().isBefore(from))
                .findFirst().map(period -> "，从" + period.label() + "起算；那以前开始的期间照原来的").orElse("");
    }

    /** 一般在 10月1日至12月31日. */
    public static String season(Season season) {
        return "一般在 " + season.from().getMonthValue() + "月" + season.from().getDayOfMonth() + "日至"
                + season.until().getMonthValue() + "月" + season.until().getDayOfMonth() + "日";
    }

    /** Every number the duty ever had, newest last: 2018年10月28日起每期至少 1 次. */
    public static List<String> history(Duty duty) {
        return duty.atLeast().entries().stream()
                .map(entry -> Days.full(entry.from()) + "起每期至少 " + entry.value() + " " + duty.measure().chinese() + "，" + entry.source().cited()).toList();
    }

    /** 到会 and 通过 as one sentence each; the special ones name when they hold. */
    public static String thresholds(List<Threshold> thresholds, List<String> topics) {
        return thresholds.stream().map(threshold -> threshold.chinese()
                        + (threshold.when().isPresent() ? "（议" + String.join("、", topics) + "时）" : ""))
                .collect(Collectors.joining("；"));
    }

    /** 5个工作日, or the words for a day set case by case. */
    public static String budget(Dated<String> budget, LocalDate on) {
        return budget.on(on).map(Wording::budget).orElse("尚未规定");
    }

    /** A value as people say it: 每季度, 5个工作日, 最多 5000. */
    public static String value(Object value) {
        return switch (value) {
            case Cadence cadence -> cadence.chinese();
            case Ceiling ceiling -> ceiling.chinese("").strip();
            case String budget -> budget(budget);
            case List<?> thresholds -> thresholds.stream().map(Threshold.class::cast).map(Threshold::chinese)
                    .collect(Collectors.joining("；"));
            default -> String.valueOf(value);
        };
    }

    private static String budget(String text) {
        return Budget.parse(text) instanceof Outcome.Done<Budget>(var read) ? read.chinese() : "到交办时定的日期";
    }
}
