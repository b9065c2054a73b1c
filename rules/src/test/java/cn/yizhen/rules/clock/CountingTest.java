package cn.yizhen.rules.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.WorkCalendar;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.builtIn();

    @ParameterizedTest(name = "自{0}起{1}{2}，顺延{3}：{4}止")
    @CsvSource(delimiter = '|', textBlock = """
        2026-02-10T09:30 | 5  | WORKING_DAY  | false | 2026-02-24
        2026-02-13T23:59 | 1  | WORKING_DAY  | false | 2026-02-14
        2026-02-14T00:01 | 1  | WORKING_DAY  | false | 2026-02-24
        2026-02-27T17:30 | 1  | WORKING_DAY  | false | 2026-02-28
        2026-09-18T09:00 | 1  | WORKING_DAY  | false | 2026-09-20
        2025-01-24T09:00 | 2  | WORKING_DAY  | false | 2025-01-27
        2025-09-26T09:00 | 4  | WORKING_DAY  | false | 2025-10-09
        2025-09-26T09:00 | 3  | WORKING_DAY  | false | 2025-09-30
        2025-10-10T09:00 | 1  | WORKING_DAY  | false | 2025-10-11
        2026-02-10T00:00 | 5  | CALENDAR_DAY | false | 2026-02-15
        2026-02-10T23:59 | 5  | CALENDAR_DAY | true  | 2026-02-24
        2026-02-04T10:00 | 10 | CALENDAR_DAY | true  | 2026-02-14
        2026-09-15T10:00 | 5  | CALENDAR_DAY | true  | 2026-09-20
        2026-01-31T10:00 | 1  | MONTH        | false | 2026-02-28
        2028-01-31T10:00 | 1  | MONTH        | false | 2028-02-29
        2026-02-28T10:00 | 1  | MONTH        | false | 2026-03-28
        2026-08-31T10:00 | 6  | MONTH        | false | 2027-02-28
        2026-07-01T10:00 | 3  | MONTH        | false | 2026-10-01
        2026-07-01T10:00 | 3  | MONTH        | true  | 2026-10-08
        2026-02-10T09:30 | 24 | HOUR         | false | 2026-02-11T09:30
        2026-02-14T22:15 | 5  | HOUR         | true  | 2026-02-15T03:15
        """)
    @DisplayName("民法典第二百零一条至第二百零三条")
    void due(LocalDateTime from, int amount, TimeUnit unit, boolean roll, String due) {
        var reckoning = Ledger.armed(new Term(new Budget(amount, unit), roll), from).reckon(CALENDAR);
        assertThat(reckoning.due()).hasToString(due);
    }

    @ParameterizedTest(name = "自{0}起{1}{2}，顺延{3}：暂定{4}")
    @CsvSource(delimiter = '|', textBlock = """
        2026-12-28T09:00 | 3  | WORKING_DAY  | false | false
        2026-12-28T09:00 | 4  | WORKING_DAY  | false | true
        2026-12-28T09:00 | 10 | CALENDAR_DAY | false | false
        2026-12-28T09:00 | 10 | CALENDAR_DAY | true  | true
        2026-12-28T09:00 | 2  | MONTH        | false | false
        2026-12-31T09:00 | 48 | HOUR         | true  | false
        """)
    @DisplayName("只有确实取决于未公布日历的期限才是暂定")
    void provisional(LocalDateTime from, int amount, TimeUnit unit, boolean roll, boolean provisional) {
        assertThat(Ledger.armed(new Term(new Budget(amount, unit), roll), from).reckon(CALENDAR).provisional()).isEqualTo(provisional);
    }

    @Test
    @DisplayName("末日到二十四时：23时59分还在期内，次日0时已过")
    void theLastDayEndsAtMidnight() {
        var ledger = Ledger.armed(Term.of(5, TimeUnit.WORKING_DAY), LocalDateTime.parse("2026-02-10T09:30"));
        assertThat(ledger.late(LocalDateTime.parse("2026-02-24T23:59"), CALENDAR)).isFalse();
        assertThat(ledger.late(LocalDateTime.parse("2026-02-25T00:00"), CALENDAR)).isTrue();
    }

    @Test
    @DisplayName("小时期限到那一分钟为止，那一分钟仍在期内")
    void hoursEndAtTheMinute() {
        var ledger = Ledger.armed(Term.of(24, TimeUnit.HOUR), LocalDateTime.parse("2026-02-10T09:30"));
        assertThat(ledger.late(LocalDateTime.parse("2026-02-11T09:30"), CALENDAR)).isFalse();
        assertThat(ledger.late(LocalDateTime.parse("2026-02-11T09:31"), CALENDAR)).isTrue();
    }
}
