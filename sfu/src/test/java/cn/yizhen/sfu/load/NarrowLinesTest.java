package cn.yizhen.sfu.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** In real time, so only where asked for: {@code ./mvnw -pl sfu verify -Dyizhen.acceptance=true}, or {@code ./yizhen bench narrow}. */
@DisplayName("窄线路，真的套接字")
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "yizhen.acceptance", matches = "true")
class NarrowLinesTest {

    @Test
    @DisplayName("2 Mbit/s 降到 300 kbit/s 再回来；150 kbit/s 只有声音；丢三成仍听得见")
    void threeLines() throws Exception {
        var figures = NarrowLines.measure(1);
        assertThat(figures.overSeconds()).isLessThan(3);
        assertThat(figures.usedShare()).isGreaterThan(0.8);
        assertThat(figures.queueMillis()).isLessThan(250);
        assertThat(figures.soundAt150()).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.picturesAt150()).isZero();
        assertThat(figures.toldWeak()).isTrue();
        assertThat(figures.soundAtLoss()).isGreaterThanOrEqualTo(0.90);
        assertThat(figures.ended()).isZero();
    }
}
