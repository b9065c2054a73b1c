package cn.yizhen.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    @DisplayName("期间的名称按公文写法")
    void labels() {
        var day = LocalDate.of(2026, 8, 15);
        assertThat(Cadence.MONTH.containing(day).label()).isEqualTo("2026年8月");
        assertThat(Cadence.QUARTER.containing(day).label()).isEqualTo("2026年第三季度");
        assertThat(Cadence.HALF_YEAR.containing(day).label()).isEqualTo("2026年下半年");
        assertThat(Cadence.YEAR.containing(day).label()).isEqualTo("2026年");
        assertThat(new Period(day, day.plusDays(2)).label()).isEqualTo("2026年8月15日至2026年8月16日");
    }

    @Test
    @DisplayName("列举期间：与区间相接的每一期都在，末日不含")
    void enumerates() {
        assertThat(Cadence.QUARTER.touching(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 7, 1)))
                .extracting(Period::label).containsExactly("2026年第一季度", "2026年第二季度");
        assertThat(Cadence.MONTH.touching(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 10))).isEmpty();
    }

    @Test
    @DisplayName("第一个完整期间")
    void firstWholePeriod() {
        assertThat(Cadence.QUARTER.firstStartingFrom(LocalDate.of(2026, 4, 1)).label()).isEqualTo("2026年第二季度");
        assertThat(Cadence.QUARTER.firstStartingFrom(LocalDate.of(2026, 4, 2)).label()).isEqualTo("2026年第三季度");
    }
}
