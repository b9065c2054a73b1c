package cn.yizhen.rules.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.calendar.HolidayNotice;
import cn.yizhen.rules.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.builtIn();
    private static final Ledger FIVE_DAYS = Ledger.armed(Term.of(5, TimeUnit.WORKING_DAY), at("2026-03-02T10:00"));

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }

    private static String due(Ledger ledger) {
        return String.valueOf(ledger.reckon(CALENDAR).due());
    }

    @Test
    @DisplayName("停计期间没有到期日；恢复后，停和恢复的当日都不计")
    void aSuspensionMovesTheEnd() {
        assertThat(due(FIVE_DAYS)).isEqualTo("2026-03-09");
        var suspended = FIVE_DAYS.suspended(at("2026-03-04T15:00"), "等待上级批复", "某函〔2026〕2号");
        assertThat(suspended.reckon(CALENDAR).due()).isNull();
        assertThat(suspended.late(at("2026-06-01T00:00"), CALENDAR)).isFalse();
        assertThat(due(suspended.resumed(at("2026-03-05T09:00")))).isEqualTo("2026-03-11");
    }

    @Test
    @DisplayName("最后一天23时59分停计，那一天就没有用掉")
    void suspendedInTheLastMinute() {
        var suspended = FIVE_DAYS.suspended(at("2026-03-09T23:59"), "退回待决", null);
        assertThat(suspended.late(at("2026-03-10T00:01"), CALENDAR)).isFalse();
        assertThat(due(suspended.resumed(at("2026-03-12T09:00")))).isEqualTo("2026-03-13");
    }

    @Test
    @DisplayName("逐日账说出停计的原因")
    void theAccountNamesTheGround() {
        var ledger = FIVE_DAYS.suspended(at("2026-03-04T15:00"), "等待上级批复", null).resumed(at("2026-03-05T09:00"));
        assertThat(ledger.reckon(CALENDAR).account()).filteredOn(line -> !line.counted()).extracting(CountedDay::toString)
                .anyMatch(line -> line.contains("2026-03-04") && line.contains("停计：等待上级批复"))
                .anyMatch(line -> line.contains("2026-03-07") && line.contains("周六休息"));
    }

    @Test
    @DisplayName("延期是从原起点算的新期限；重新起算时回到原期限")
    void extensionAndRearming() {
        var reply = Ledger.armed(Term.of(3, TimeUnit.MONTH), at("2026-03-02T10:00"));
        var extended = reply.extended(new Extension(at("2026-05-20T10:00"), Term.of(6, TimeUnit.MONTH), "李某", "涉及面广", null));
        assertThat(due(extended)).isEqualTo("2026-09-02");
        assertThat(due(extended.rearmed(at("2026-06-01T10:00")))).isEqualTo("2026-09-01");
    }

    @Test
    @DisplayName("延到指定的一天：不论中间停过几天，都在那一天止")
    void extendedToANamedDay() {
        var ledger = FIVE_DAYS.suspended(at("2026-03-04T15:00"), "等待", null).resumed(at("2026-03-06T09:00"));
        var until = ledger.termUntil(LocalDate.of(2026, 3, 31));
        assertThat(due(ledger.extended(new Extension(at("2026-03-09T10:00"), until, "李某", "难度大", null)))).isEqualTo("2026-03-31");
    }

    @Test
    @DisplayName("指定日也是期限：退回待决停几天，就往后移几天")
    void aNamedDayMovesWithAStop() {
        var ledger = Ledger.armed(Term.until(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 20)), at("2026-03-02T10:00"));
        assertThat(due(ledger)).isEqualTo("2026-03-20");
        assertThat(due(ledger.suspended(at("2026-03-03T09:00"), "退回待决", null).resumed(at("2026-03-05T09:00")))).isEqualTo("2026-03-23");
    }

    @Test
    @DisplayName("小时期限停计按分钟扣除")
    void hoursStandStillToTheMinute() {
        var ledger = Ledger.armed(Term.of(24, TimeUnit.HOUR), at("2026-03-02T10:00"))
                .suspended(at("2026-03-02T20:30"), "停电", null).resumed(at("2026-03-03T06:45"));
        assertThat(due(ledger)).isEqualTo("2026-03-03T20:15");
    }

    @Test
    @DisplayName("办结后不再计：迟与不迟以办结时为准")
    void lateIsJudgedWhenItStopped() {
        var inTime = FIVE_DAYS.stopped(at("2026-03-09T23:59"));
        var late = FIVE_DAYS.stopped(at("2026-03-10T00:00"));
        assertThat(inTime.late(at("2027-01-01T00:00"), CALENDAR)).isFalse();
        assertThat(late.late(at("2027-01-01T00:00"), CALENDAR)).isTrue();
        assertThat(FIVE_DAYS.consumed(at("2026-03-05T12:00"), CALENDAR)).isEqualTo(2);
    }

    @Test
    @DisplayName("导入下一年通知：暂定的到期日重新推算，并写明原因")
    void reprojection() {
        var ledger = Ledger.armed(Term.of(5, TimeUnit.WORKING_DAY), at("2026-12-28T09:00"));
        var notice = ((Outcome.Done<HolidayNotice>) HolidayNotice.read("样例", List.of("通知 关于2027年放假安排的通知", "文号 样〔2026〕1号",
                "印发 2026-12-30", "年份 2027", "休 2027-01-01 2027-01-04 元旦", "班 2027-01-09 元旦"))).value();
        assertThat(due(ledger)).isEqualTo("2027-01-05");
        var change = Reprojection.of(ledger, CALENDAR, notice).orElseThrow();
        assertThat(change.settled()).isTrue();
        assertThat(change.reason()).isEqualTo("导入《关于2027年放假安排的通知》（样〔2026〕1号）后重新推算，到期日由2027-01-05改为2027-01-06，不再是暂定");
        assertThat(Reprojection.of(FIVE_DAYS, CALENDAR, notice)).as("not touched by the notice").isEmpty();
    }
}
