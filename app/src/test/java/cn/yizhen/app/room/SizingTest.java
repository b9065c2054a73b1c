package cn.yizhen.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@DisplayName("要多大的机器和线路")
class SizingTest {

    @Test
    @DisplayName("一台不够的，说出要几台；现在的设置装不下的，说出装得下多少")
    void whatDoesNotFit() {
        assertThat(new Sizing(180, 800, 2, 3).machines()).isEqualTo(1);
        assertThat(new Sizing(1800, 800, 50, 9).machines()).isEqualTo(7);
        var settings = new Binder(new MapConfigurationPropertySource()).bindOrCreate("yizhen.media", MediaSettings.class);
        assertThat(new Sizing(180, 800, 2, 3).beyond(settings)).contains("出口只够 100 处看画面").doesNotContain("会议室");
        assertThat(new Sizing(500, 50, 2, 3).beyond(settings)).isEqualTo("一个会议室只进得了 300 处");
        assertThat(new Sizing(80, 800, 2, 3).beyond(settings)).isEmpty();
    }

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
