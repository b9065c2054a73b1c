package cn.yizhen.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公文的用语")
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
}
