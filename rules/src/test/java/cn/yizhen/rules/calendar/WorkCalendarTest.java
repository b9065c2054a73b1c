package cn.yizhen.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.builtIn();

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static long workingDays(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(CALENDAR::works).count();
    }

    @Test
    @DisplayName("2025年和2026年都是248个工作日")
    void workingDaysOfAYear() {
        assertThat(workingDays(2025)).isEqualTo(248);
        assertThat(workingDays(2026)).isEqualTo(248);
    }

    @Test
    @DisplayName("调休上班的周末是工作日，并说出依据的通知")
    void madeUpDays() {
        for (var text : List.of("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
                "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")) {
            assertThat(CALENDAR.day(day(text)).kind()).as(text).isEqualTo(CalendarDay.Kind.MADE_UP_WORKDAY);
        }
        assertThat(CALENDAR.day(day("2026-02-14")).why())
                .isEqualTo("春节调休上班，国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）");
    }

    @Test
    @DisplayName("已知至2026年年底；其后按周末和法定节日推算并标明")
    void beyondTheNotices() {
        assertThat(CALENDAR.knownThrough()).isEqualTo("2026-12-31");
        assertThat(CALENDAR.day(day("2026-12-31")).provisional()).isFalse();
        var newYear = CALENDAR.day(day("2027-01-01"));
        assertThat(newYear.works()).isFalse();
        assertThat(newYear.provisional()).isTrue();
        assertThat(newYear.why()).isEqualTo("元旦，法定节日，2027年放假通知未导入，暂按推算");
        assertThat(Stream.of("2027-02-05", "2027-02-06", "2027-02-08", "2027-04-05", "2027-05-02", "2027-06-09", "2027-09-15", "2027-10-03")
                .map(WorkCalendarTest::day)).noneMatch(CALENDAR::works);
        assertThat(CALENDAR.works(day("2027-02-09"))).isTrue();
    }

    @Test
    @DisplayName("导入下一年通知后，已知日后移；通知可以改动上一年最后几天")
    void importingANotice() {
        var notice = read("通知 关于2027年放假安排的通知", "文号 样〔2026〕1号", "印发 2026-12-01", "年份 2027",
                "休 2027-01-01 2027-01-03 元旦", "班 2026-12-27 元旦");
        var later = CALENDAR.with(notice);
        assertThat(later.knownThrough()).isEqualTo("2027-12-31");
        assertThat(later.works(day("2026-12-27"))).isTrue();
        assertThat(later.day(day("2027-05-02")).provisional()).isFalse();
        assertThat(CALENDAR.works(day("2026-12-27"))).as("the old calendar is unchanged").isFalse();
    }

    @Test
    @DisplayName("本地日优先于全国安排")
    void localDays() {
        var local = CALENDAR.with(List.of(new LocalDay(day("2026-06-18"), false, "篝火节", "自治县〔2026〕3号")));
        assertThat(local.works(day("2026-06-18"))).isFalse();
        assertThat(local.day(day("2026-06-18")).why()).isEqualTo("篝火节，自治县〔2026〕3号");
    }

    @Test
    @DisplayName("通知文件有错：一次说全，每条带行号")
    void allFaultsAtOnce() {
        var outcome = HolidayNotice.read("2027.notice", List.of("通知 某通知", "休 2027-5-1 2027-05-05 劳动节",
                "班 2027-05-06 劳动节", "放 2027-01-01", "年份 明年"));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<HolidayNotice>) outcome).reasons()).extracting(r -> r.text()).containsExactly(
                "2027.notice 第2行：“2027-5-1”不是日期。",
                "2027.notice 第3行：2027-05-06是周四，不是周末，不需要调休上班。",
                "2027.notice 第4行：不认识的开头“放”。",
                "2027.notice：缺少“印发”一行。",
                "2027.notice：缺少“文号”一行。");
    }

    private static HolidayNotice read(String... lines) {
        return ((Outcome.Done<HolidayNotice>) HolidayNotice.read("样例", List.of(lines))).value();
    }
}
