package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads the two switches of a page: 「截至」, a day, and 「当时所知」, a day or the number of an act. What cannot
 * be answered is refused with its reason: a day still to come, one before the first fact.
 */
@Component
public class PointsInTime {

    private final Transactions transactions;
    private final Organisations organisations;
    private final ZoneId zone;

    PointsInTime(Transactions transactions, Organisations organisations, Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.zone = clock.getZone();
    }

    /**
     * @param on    a day as yyyy-MM-dd; blank for today
     * @param known the last day, or the number of the last act, whose facts count; blank for everything known by now
     */
    public Outcome<AsOf> read(Scope scope, String on, String known) {
        List<Reason> reasons = new ArrayList<>();
        LocalDate today = scope.asOf().on();
        LocalDate day = on.isBlank() ? today : day(on, "截至", reasons);
        long act = known.isBlank() ? AsOf.LATEST : known.matches("\\d{1,18}") ? Long.parseLong(known)
                : upTo(scope, day(known, "当时所知", reasons), reasons);
        if (reasons.isEmpty()) {
            check(scope, day, act, reasons);
        }
        return reasons.isEmpty() ? Outcome.done(new AsOf(day, act)) : Outcome.refused(reasons);
    }

    private void check(Scope scope, LocalDate day, long act, List<Reason> reasons) {
        if (day.isAfter(scope.asOf().on())) {
            reasons.add(Reason.of("day-to-come", Days.full(day) + "还没有到，看不了那一天的履行情况。",
                    "填今天或以前的日子；今后要办什么，请看“我的应办”。"));
        }
        if (act != AsOf.LATEST) {
            long newest = newest(scope);
            if (act > newest) {
                reasons.add(Reason.of("act-to-come", "还没有第 " + act + " 号操作，最新的是第 " + newest + " 号。", "“当时所知”填已有的号或者日期；要到现在为止的，空着。"));
                return;
            }
        }
        if (act == 0) {
            reasons.add(Reason.of("nothing-known", "到那时为止，本平台还没有登记任何事实。", "把“当时所知”改晚一些，或者空着。"));
            return;
        }
        var first = organisations.history(scope).firstDay(act);
        if (first.filter(from -> !day.isBefore(from)).isEmpty()) {
            reasons.add(Reason.of("before-first-fact", first.map(from -> Days.full(day) + "早于机构名册的第一天（" + Days.full(from) + "），那时有哪些单位没有登记。")
                    .orElse("到那时为止，本平台还没有登记机构。"), first.isPresent() ? "填这一天以后的日子。" : "把“当时所知”改晚一些，或者空着。"));
        }
    }

    private static LocalDate day(String text, String field, List<Reason> reasons) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            reasons.add(Reason.of("not-a-day", "“" + field + "”填的不是日期：" + text, "写成 2026-03-31 这样。"));
            return LocalDate.EPOCH;
        }
    }

    private long newest(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("select coalesce(max(number), 0) from act_order").query(Long.class).single());
    }

    /** The last act numbered by the end of the day; ids are made in order of time. */
    private long upTo(Scope scope, LocalDate day, List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            return AsOf.LATEST;
        }
        if (day.isAfter(scope.asOf().on())) {
            reasons.add(Reason.of("known-to-come", "“当时所知”填的" + Days.full(day) + "还没有到，那时会知道什么现在不知道。", "填今天或以前的日子；要到现在为止的，空着。"));
        }
        if (!day.isBefore(scope.asOf().on())) {
            return AsOf.LATEST;
        }
        if (day.isBefore(LocalDate.EPOCH)) {
            return 0;
        }
        long end = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        return transactions.reading(scope, sql -> sql.sql("select coalesce(max(number), 0) from act_order where act < ?")
                .param(new UUID(end << 16, 0)).query(Long.class).single());
    }
}
