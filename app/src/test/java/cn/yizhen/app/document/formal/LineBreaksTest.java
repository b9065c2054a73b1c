package cn.yizhen.app.document.formal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一段排几行")
class LineBreaksTest {

    @Test
    @DisplayName("句号放不下时带走前一个字，下一行因此可能多出一行")
    void aMarkTakesAWordAlong() {
        assertThat(LineBreaks.of("一二三四五", 0, 5, 0)).isEqualTo(1);
        assertThat(LineBreaks.of("一二三四五。", 0, 5, 0)).isEqualTo(2);
        assertThat(LineBreaks.of("一二三四五。六七八", 0, 5, 0)).as("一二三四／五。六七八").isEqualTo(2);
        assertThat(LineBreaks.of("一二三四五。六七八九", 0, 5, 0)).as("一二三四／五。六七八／九").isEqualTo(3);
    }

    @Test
    @DisplayName("开头的引号不留在行末，年份不拆开，空段也占一行")
    void wholeAndOpening() {
        assertThat(LineBreaks.of("一二三四“五六七八九", 0, 5, 0)).as("一二三四／“五六七八／九").isEqualTo(3);
        assertThat(LineBreaks.of("一二三四2026年", 0, 5, 0)).isEqualTo(2);
        assertThat(LineBreaks.of("“一二”，三", 0, 5.5, 0)).as("相连的标点挤半个字").isEqualTo(1);
        assertThat(LineBreaks.of("", 2, 5, 0)).isEqualTo(1);
    }

    @Test
    @DisplayName("有的程序在汉字和数字之间留白，一行因此少排")
    void whiteBesideDigits() {
        assertThat(LineBreaks.of("一二2026年三", 0, 6, 0)).isEqualTo(1);
        assertThat(LineBreaks.of("一二2026年三", 0, 6, 0.2)).isEqualTo(2);
        assertThat(LineBreaks.of("一二（2026）三", 0, 6.5, 0.2)).as("标点旁边不留").isEqualTo(LineBreaks.of("一二（2026）三", 0, 6.5, 0));
    }
}
