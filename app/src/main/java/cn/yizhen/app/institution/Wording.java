package cn.yizhen.app.institution;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.clock.Budget;
import cn.yizhen.rules.institution.Ceiling;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Season;
import cn.yizhen.rules.institution.Terms;
import cn.yizhen.rules.institution.Threshold;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** How the pages say what the rules hold as values. */
public final class Wording {

    private Wording() {}

    /** 每季度至少 1 次. */
    public static String howOften(Terms terms) {
        return terms.every().chinese() + "至少 " + terms.atLeast() + " " + terms.measure().chinese();
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
