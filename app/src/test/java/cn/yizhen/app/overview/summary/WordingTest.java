package cn.yizhen.app.overview.summary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("总结的用语和期间")
class WordingTest {

    @Test
    @DisplayName("排先后的句子找得到；只写事情的不算")
    void orderOfMerit() {
        assertThat(Wording.ordering("总体平稳。县水利局居全县第一，县交通局末位。灌渠已完工。")).containsExactly("县水利局居全县第一，县交通局末位");
        assertThat(Wording.ordering("第一季度完成四个村，第二项正在办理。")).isEmpty();
    }

    @Test
    @DisplayName("点了名又有褒贬的才算点名；不点名的、点名只说事的不算")
    void byName() {
        var names = List.of("水利局", "李小河");
        assertThat(Wording.naming("水利局推进缓慢。整体推进缓慢。水利局完成四个村。李小河同志值得肯定。", names))
                .containsExactlyInAnyOrder("水利局推进缓慢", "李小河同志值得肯定");
    }

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
