package cn.yizhen.rules.clock;

import cn.yizhen.rules.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts a term in days or months over the calendar (民法典 第二百零一条第一款、第二百零二条、第二百零三条).
 * The day it begins on does not count; a month ends on the corresponding day, or the month's last.
 */
final class Counting {

    private final Term term;
    private final LocalDate begin;
    private final List<Pause> pauses;
    private final WorkCalendar calendar;
    private final List<CountedDay> account = new ArrayList<>();
    private boolean provisional;

    private Counting(Term term, LocalDate begin, List<Pause> pauses, WorkCalendar calendar) {
        this.term = term;
        this.begin = begin;
        this.pauses = pauses;
        this.calendar = calendar;
    }

    static Reckoning reckon(Term term, LocalDateTime begin, List<Pause> pauses, WorkCalendar calendar) {
        return term.budget().unit() == TimeUnit.HOUR
                ? HourCounting.reckon(term, begin, pauses)
                : new Counting(term, begin.toLocalDate(), pauses, calendar).reckon();
    }

    private Reckoning reckon() {
        account.add(new CountedDay(begin, false, "开始的当日不计入，自次日起算（民法典第二百零一条）"));
        var last = lastDay();
        if (last == null) {
            return new Reckoning(null, provisional, account);
        }
        var due = term.rollForward() ? rolledForward(last) : last;
        return new Reckoning(new Due.DayEnd(due), provisional, account);
    }

    /** The day on which the budget is used up, or null if a pause that still stands comes first. */
    private @Nullable LocalDate lastDay() {
        int length = term.budget().unit() == TimeUnit.MONTH
                ? Math.toIntExact(ChronoUnit.DAYS.between(begin, begin.plusMonths(term.budget().amount())))
                : term.budget().amount();
        var day = begin;
        for (int counted = 0; counted < length;) {
            day = day.plusDays(1);
            var pause = pauseOn(day);
            if (pause.isPresent()) {
                account.add(new CountedDay(day, false, "停计：" + pause.get().ground()));
                if (pause.get().open()) {
                    return null;
                }
            } else if (counts(day)) {
                counted++;
                account.add(new CountedDay(day, true, "第" + counted + "日，" + reason(day) + months(day, counted == length)));
            } else {
                account.add(new CountedDay(day, false, reason(day)));
            }
        }
        return day;
    }

    private boolean counts(LocalDate day) {
        if (term.budget().unit() != TimeUnit.WORKING_DAY) {
            return true;
        }
        var asked = calendar.day(day);
        provisional |= asked.provisional();
        return asked.works();
    }

    private String reason(LocalDate day) {
        return term.budget().unit() == TimeUnit.WORKING_DAY ? calendar.day(day).why() : "按日历日计";
    }

    private String months(LocalDate day, boolean last) {
        if (!last || term.budget().unit() != TimeUnit.MONTH) {
            return "";
        }
        return day.getDayOfMonth() == begin.getDayOfMonth()
                ? "，到期月的对应日（民法典第二百零二条）"
                : "，末日（民法典第二百零二条）";
    }

    private LocalDate rolledForward(LocalDate last) {
        var day = last;
        while (true) {
            var asked = calendar.day(day);
            provisional |= asked.provisional();
            if (!day.equals(last)) {
                account.add(new CountedDay(day, false, asked.why() + (asked.works() ? "，末日顺延至此（民法典第二百零三条）" : "，末日继续顺延")));
            } else if (!asked.works()) {
                var line = account.removeLast();
                account.add(new CountedDay(day, line.counted(), line.why() + "；" + asked.why() + "，末日顺延"));
            }
            if (asked.works()) {
                return day;
            }
            day = day.plusDays(1);
        }
    }

    private Optional<Pause> pauseOn(LocalDate day) {
        return pauses.stream().filter(pause -> pause.touches(day)).findFirst();
    }
}
