package cn.yizhen.app.matter;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.HolidayNotice;
import cn.yizhen.rules.calendar.LocalDay;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.clock.Reprojection;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The county's working calendar: the notices that ship with the program and those imported since. Importing
 * one re-projects every running clock it touches and journals the reason with the matter.
 */
@Component
public class Calendars {

    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;
    private final MatterStore store;

    Calendars(Transactions transactions, Acts acts, Ids ids, MatterStore store) {
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
        this.store = store;
    }

    public WorkCalendar calendar(Scope scope) {
        return transactions.reading(scope, Calendars::calendar);
    }

    static WorkCalendar calendar(JdbcClient sql) {
        var calendar = WorkCalendar.builtIn();
        for (var notice : imported(sql)) {
            calendar = calendar.with(notice);
        }
        return calendar.with(LocalDays.known(sql));
    }

    /** The days on which the county differs, in order. */
    List<LocalDay> localDays(Scope scope) {
        return transactions.reading(scope, LocalDays::known);
    }

    /** Notes a day on which the county differs, or gives it back to the calendar (permission 系统管理员). */
    Performed differ(Scope scope, UUID key, LocalDays.Typed typed) {
        var act = new Act(key, typed.withdrawn() ? "local-day.withdrawn" : "local-day.noted", null, null, null, typed.content());
        return acts.perform(scope, act, writing -> typed.read().map(day -> {
            var before = calendar(writing.sql());
            LocalDays.add(writing, ids.next(), day, typed.withdrawn());
            reproject(writing, before, calendar(writing.sql()), (typed.withdrawn() ? "撤销" : "登记") + "本地日"
                    + Days.full(day.day()) + "（" + day.document() + "）后重新推算");
            return "/calendar";
        }));
    }

    /** Notices imported since the program was made, in the order they came. */
    List<HolidayNotice> imported(Scope scope) {
        return transactions.reading(scope, Calendars::imported);
    }

    /** Imports a notice (permission 系统管理员), or every fault of its text. */
    Performed importing(Scope scope, UUID key, String text) {
        return switch (HolidayNotice.read("通知", text.lines().toList())) {
            case Outcome.Refused<HolidayNotice>(var reasons) -> new Performed.Refused(reasons);
            case Outcome.Done<HolidayNotice>(var notice) -> acts.perform(scope,
                    new Act(key, "holiday-notice.imported", null, null, null, Map.of("year", notice.year(), "number", notice.number())),
                    writing -> keep(writing, notice, text));
        };
    }

    private Outcome<String> keep(Writing writing, HolidayNotice notice, String text) {
        var before = calendar(writing.sql());
        writing.sql().sql("insert into holiday_notice (id, county, act, year, content) values (?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), notice.year(), text).update();
        reproject(writing, before, before.with(notice), "导入《" + notice.title() + "》（" + notice.number() + "）后重新推算");
        return Outcome.done("/calendar");
    }

    private void reproject(Writing writing, WorkCalendar before, WorkCalendar after, String cause) {
        var everything = Scope.system(writing.scope().county(), "工作日历变动后重新推算期限", writing.scope().asOf());
        transactions.reading(everything, store::all).forEach(matter -> matter.here().ledgers().forEach((clock, ledger) ->
                Reprojection.of(ledger, before, after, cause).ifPresent(change -> journal(writing, matter, clock, change))));
    }

    private void journal(Writing writing, Matter matter, String clock, Reprojection change) {
        writing.sql().sql("insert into matter_reprojection (id, county, act, matter, clock, noted_at, reason) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(ids.next(), writing.scope().county(), writing.act(), matter.id().value(), clock,
                        Timestamp.from(writing.at()), change.reason()))
                .update();
    }

    private static List<HolidayNotice> imported(JdbcClient sql) {
        return sql.sql("select content from holiday_notice order by id").query(String.class).list().stream()
                .map(text -> switch (HolidayNotice.read("通知", text.lines().toList())) {
                    case Outcome.Done<HolidayNotice>(var notice) -> notice;
                    case Outcome.Refused<HolidayNotice>(var reasons) -> throw new IllegalStateException(reasons.toString());
                }).toList();
    }
}
