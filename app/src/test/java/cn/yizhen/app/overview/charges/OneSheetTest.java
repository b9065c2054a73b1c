package cn.yizhen.app.overview.charges;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("分工表的 Word 排成一页")
class OneSheetTest {

    @Test
    @DisplayName("几行用平常的字号，多了缩小字号、收窄页边")
    void smallerUntilItFits() {
        assertThat(points(of(4))).isEqualTo(12);
        assertThat(points(of(14))).isBetween(9.0, 10.5);
        assertThat(of(20).sections().getFirst().page().height()).as("横着放不下的，先竖着放，再缩小").isEqualTo(297);
        assertThat(points(of(20))).isEqualTo(9);
        assertThat(points(of(24))).isEqualTo(7.5);
    }

    @Test
    @DisplayName("一页实在放不下，不缩到看不清，写明续到第几页")
    void saysWhereItGoesOn() {
        var document = of(120);
        assertThat(points(document)).isEqualTo(9);
        assertThat(document.sections().getFirst().blocks().getLast()).isInstanceOfSatisfying(Paragraph.class,
                note -> assertThat(note.runs().getFirst().text()).contains("一页放不下，续到第").contains("每页重复表头"));
    }

    static Document of(int rows) {
        var lines = IntStream.range(0, rows).mapToObj(i -> Row.of("分管", "发展改革、财政、应急管理等方面工作", "李强 王芳", "赵明",
                "关于调整县政府领导分工的通知（云政办发〔2026〕7号）")).toList();
        List<Block> blocks = List.of(Paragraph.of(Role.TITLE, "县长分工表"), Paragraph.of(Role.SUBTITLE, "截至2026年11月23日"),
                Table.of(List.of(Column.of("类型", 1), Column.of("事项", 4), Column.of("和谁一起", 4), Column.of("B角", 2.2), Column.of("依据", 5)), lines));
        return OneSheet.of("县长分工表", "分工表", blocks);
    }

    private static double points(Document document) {
        return document.style().of(Role.TABLE_CELL).points();
    }
}
