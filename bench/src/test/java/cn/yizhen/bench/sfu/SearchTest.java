package cn.yizhen.bench.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("找最大人数")
class SearchTest {

    @ParameterizedTest
    @CsvSource({"1000, 1000", "170, 160", "100, 100", "45, 40", "20, 20", "19, 0", "5000, 1600"})
    @DisplayName("找到的人数成立，而且离不成立的不到一成")
    void closeToTheLimit(int limit, int found) throws Exception {
        assertThat(Search.largest(100, 1600, 20, number -> number <= limit)).isEqualTo(found);
    }
}
