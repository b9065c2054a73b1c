package cn.yizhen.rules.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一般在什么时候办")
class SeasonTest {

    private final Season december = new Season(MonthDay.of(12, 1), MonthDay.of(12, 31));

    @Test
    @DisplayName("一年一次的，十二月以前还早")
    void waitsForTheSeasonOfTheYear() {
        var year = period("2027-01-01", "2028-01-01");
        assertThat(december.isToCome(year, LocalDate.parse("2027-11-30"))).isTrue();
        assertThat(december.isToCome(year, LocalDate.parse("2027-12-01"))).isFalse();
    }

    @Test
    @DisplayName("县里改成每季度一次，前三个季度里没有十二月，不能等到十二月才提醒")
    void aQuarterWithoutASeasonWaitsForNone() {
        assertThat(december.isToCome(period("2027-01-01", "2027-04-01"), LocalDate.parse("2027-02-01"))).isFalse();
        assertThat(december.isToCome(period("2027-10-01", "2028-01-01"), LocalDate.parse("2027-11-01"))).isTrue();
    }

    private static Period period(String from, String until) {
        return new Period(LocalDate.parse(from), LocalDate.parse(until));
    }
}
