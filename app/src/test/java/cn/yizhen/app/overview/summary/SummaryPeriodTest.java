package cn.yizhen.app.overview.summary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("总结的期间")
class SummaryPeriodTest {

    @Test
    @DisplayName("季度和年度按地址认，前后相接；认不出的没有")
    void periods() {
        var fourth = SummaryPeriod.of("2026-Q4").orElseThrow();
        assertThat(fourth.days()).isEqualTo(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 1)));
        assertThat(fourth.label()).isEqualTo("2026年第四季度");
        assertThat(fourth.after().key()).isEqualTo("2027-Q1");
        assertThat(fourth.before().key()).isEqualTo("2026-Q3");
        assertThat(fourth.year().label()).isEqualTo("2026年度");
        assertThat(SummaryPeriod.quarterOf(LocalDate.of(2026, 3, 31)).key()).isEqualTo("2026-Q1");
        assertThat(SummaryPeriod.of("2026-Q5")).isEmpty();
    }
}
