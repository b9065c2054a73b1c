package cn.yizhen.rules.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts a term in hours: from the moment itself, through nights and rest days (民法典 第二百零一条第二款). */
final class HourCounting {

    private HourCounting() {}

    static Reckoning reckon(Term term, LocalDateTime begin, List<Pause> pauses) {
        var account = new ArrayList<CountedDay>();
        var left = Duration.ofHours(term.budget().amount());
        var at = begin;
        for (var pause : pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            var running = Duration.between(at, pause.from());
            if (running.compareTo(left) >= 0) {
                break;
            }
            run(account, at, pause.from());
            left = left.minus(running);
            account.add(new CountedDay(pause.from().toLocalDate(), false, "停计：" + pause.ground()));
            if (pause.until() == null) {
                return new Reckoning(null, false, account);
            }
            at = pause.until();
        }
        var due = at.plus(left);
        run(account, at, due);
        if (term.rollForward()) {
            var line = account.removeLast();
            account.add(new CountedDay(line.day(), line.counted(), line.why() + "；以小时计算的期限不适用末日顺延"));
        }
        return new Reckoning(new Due.Moment(due), false, account);
    }

    /** One line for each civil day between the two moments. */
    private static void run(List<CountedDay> account, LocalDateTime from, LocalDateTime until) {
        for (LocalDate day = from.toLocalDate(); !day.atStartOfDay().isAfter(until); day = day.plusDays(1)) {
            var begin = day.equals(from.toLocalDate()) ? from : day.atStartOfDay();
            var end = day.equals(until.toLocalDate()) ? until : day.plusDays(1).atStartOfDay();
            var length = Duration.between(begin, end);
            if (!length.isZero()) {
                account.add(new CountedDay(day, true, "计" + inHours(length)
                        + (begin.equals(from) ? "，自" + from.toLocalTime() + "起算" : "")
                        + (end.equals(until) ? "，至" + until.toLocalTime() : "")));
            }
        }
    }

    private static String inHours(Duration length) {
        var minutes = length.toMinutesPart() == 0 ? "" : length.toMinutesPart() + "分钟";
        return length.toHours() + "小时" + minutes;
    }
}
