package cn.yizhen.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("要多大的机器和线路")
class SizingTest {

    @Test
    @DisplayName("180 个村、每村 800 kbit/s：不丢、丢百分之二、丢一半，各要多少")
    void repairsAreLostTo() {
        assertThat(new Sizing(180, 800, 0, 3).outwardMbit()).isEqualTo(144);
        assertThat(new Sizing(180, 800, 2, 3).outwardMbit()).isEqualTo(147);
        assertThat(new Sizing(180, 800, 2, 3).lineMbit()).isEqualTo(245);
        assertThat(new Sizing(180, 800, 50, 3).outwardMbit()).isEqualTo(288);
        assertThat(new Sizing(180, 800, 0, 3).villageMegabytesAnHour()).isEqualTo(360);
    }
}
