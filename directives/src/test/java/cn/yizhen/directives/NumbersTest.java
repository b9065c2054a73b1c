package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void targetsAreCopied() {
        assertThat(Numbers.of("新建高标准农田4.5万亩")).containsExactly("4.5万亩");
        assertThat(Numbers.of("覆盖率达到95%以上")).containsExactly("95%");
        assertThat(Numbers.of("每村选派两名联络员")).containsExactly("两名");
    }

    @Test
    void namesOrdinalsDatesAndVagueCountsAreNone() {
        for (var words : List.of("落实“三会一课”", "发展第三产业", "2026年6月15日", "培育一批能人", "建设一支队伍", "实行24小时值班", "第十五次党代会精神", "贯彻《十条措施》")) {
            assertThat(Numbers.of(words)).as(words).isEmpty();
        }
    }
}
