package cn.yizhen.sfu.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("谁分到多少")
class AllocatorTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long SOUND = 40_000;
    private static final List<Long> SIZES = List.of(100_000L, 300_000L, 800_000L);

    private final Allocator allocator = new Allocator();
    private long now;

    private String decide(long bits, String... wishes) {
        now += SECOND;
        var wanted = new ArrayList<Allocator.Wish>();
        for (String source : wishes) {
            wanted.add(new Allocator.Wish(source, SIZES));
        }
        var decision = allocator.decide(bits, SOUND, wanted, now);
        var said = new StringBuilder();
        for (String source : wishes) {
            said.append(source).append(decision.layer(source)).append(' ');
        }
        return said + (decision.weak() ? "weak" : "fine");
    }

    @Test
    @DisplayName("先人人有最小的，再按先后变大")
    void smallestForEverybodyFirst() {
        assertThat(decide(400_000, "screen", "hall", "me")).isEqualTo("screen0 hall0 me0 fine");
        assertThat(decide(600_000, "screen", "hall", "me")).isEqualTo("screen1 hall0 me0 fine");
        assertThat(decide(1_200_000, "screen", "hall", "me")).isEqualTo("screen2 hall0 me0 fine");
        assertThat(decide(3_000_000, "screen", "hall", "me")).isEqualTo("screen2 hall2 me2 fine");
    }

    @Test
    @DisplayName("线路变窄：先缩后面的，再缩前面的，最后只剩声音并说出来；变宽以后歇四秒才回来")
    void thereAndBack() {
        assertThat(decide(2_000_000, "hall", "me")).isEqualTo("hall2 me2 fine");
        assertThat(decide(1_200_000, "hall", "me")).isEqualTo("hall2 me1 fine");
        assertThat(decide(500_000, "hall", "me")).isEqualTo("hall1 me0 fine");
        assertThat(decide(180_000, "hall", "me")).isEqualTo("hall0 me-1 fine");
        assertThat(decide(130_000, "hall", "me")).isEqualTo("hall-1 me-1 weak");
        assertThat(decide(2_000_000, "hall", "me")).isEqualTo("hall-1 me-1 weak");
        now += 4 * SECOND;
        assertThat(decide(2_000_000, "hall", "me")).isEqualTo("hall2 me2 fine");
    }

    @Test
    @DisplayName("在发的只要还装得下就留着；要变大的得多出一成")
    void headroom() {
        assertThat(decide(151_000, "hall")).isEqualTo("hall0 fine");
        assertThat(decide(345_000, "hall")).isEqualTo("hall0 fine");
        assertThat(decide(375_000, "hall")).isEqualTo("hall1 fine");
        assertThat(decide(341_000, "hall")).isEqualTo("hall1 fine");
    }

    @Test
    @DisplayName("没有可看的，不算网络弱")
    void nothingToSee() {
        var decision = allocator.decide(50_000, SOUND, List.of(new Allocator.Wish("hall", List.of())), now);
        assertThat(decision.weak()).isFalse();
    }
}
