package cn.yizhen.sfu.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("同时听得见几个人")
class VoicesTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    @DisplayName("线路窄了马上少听几个人，宽了歇四秒再多听；至少一个")
    void fewerAtOnceMoreAfterAPause() {
        var voices = new Voices(3);
        assertThat(voices.decide(500_000, 0, SECOND)).isEqualTo(3);
        assertThat(voices.decide(150_000, 0, 2 * SECOND)).isEqualTo(2);
        assertThat(voices.decide(40_000, 0, 3 * SECOND)).isEqualTo(1);
        assertThat(voices.decide(500_000, 0, 5 * SECOND)).isEqualTo(1);
        assertThat(voices.decide(500_000, 0, 8 * SECOND)).isEqualTo(3);
    }

    @Test
    @DisplayName("丢得多的线路，每个包还带着前两帧，所以更早少听")
    void coverTakesRoom() {
        assertThat(new Voices(3).decide(250_000, 0, SECOND)).isEqualTo(3);
        assertThat(new Voices(3).decide(250_000, 0.3, SECOND)).isEqualTo(1);
    }
}
