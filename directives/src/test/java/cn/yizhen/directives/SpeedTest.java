package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 10,000 characters in under a second of processor time once warm; text of no sense takes no longer. */
class SpeedTest {

    private static final String ITEM = """
            一、夯实基础工作。各乡镇要制定年度培训计划，每季度组织一次互查，6月底前新建水窖120口，确保群众用水安全。
            要深入推进人居环境整治，严控各类检查评比，将闲置校舍改造为养老服务站（责任单位：县民政局；完成时限：2026年9月底）。
            """;

    @Test
    void tenThousandCharactersInASecond() {
        var text = ITEM.repeat(10_000 / ITEM.length() + 1);
        for (int i = 0; i < 5; i++) {
            new Extractor().extract(text);
        }
        assertThat(time(text)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void oneHugeParagraphIsNoWorse() {
        var text = "要制定办法、推进建设".repeat(20_000);
        assertThat(time(text)).isLessThan(Duration.ofSeconds(5));
        assertThat(time("“（《".repeat(60_000))).isLessThan(Duration.ofSeconds(5));
        assertThat(time("要".repeat(200_000))).isLessThan(Duration.ofSeconds(5));
    }

    private static Duration time(String text) {
        var thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        new Extractor().extract(text);
        return Duration.ofNanos(thread.getCurrentThreadCpuTime() - start);
    }
}
