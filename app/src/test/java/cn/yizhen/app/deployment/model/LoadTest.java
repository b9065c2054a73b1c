package cn.yizhen.app.deployment.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.directives.Cadence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一张表带来多少次反馈")
class LoadTest {

    private static final EffortTable EFFORT = new EffortTable(40, Map.of(Cadence.QUARTERLY, 4), 1, "试行数", false);

    @Test
    @DisplayName("条数 × 单位数 × 反馈次数；常态、控制、阅知不要求反馈")
    void rowsTimesUnitsTimesFeedback() {
        var townships = new Party.Group(Party.GroupKind.TOWNSHIPS, "各乡镇", 14);
        var once = Desk.row(1, "制定培训办法", Handling.PROJECT).with(new Assignment(Desk.OFFICE, List.of(townships), null, "", true));
        var standing = Desk.row(3, "经常走访农户", Handling.CONTINUING).with(Desk.led(Desk.OFFICE));
        assertThat(Load.of(List.of(once, standing), EFFORT)).isEqualTo(new Load(1, 15, 15, 10));
    }

    @Test
    @DisplayName("每季度一次，一年四次")
    void aRhythmMultiplies() {
        var row = Desk.row(1, "制定培训办法", Handling.PROJECT).with(Desk.led(Desk.OFFICE));
        var quarterly = new Row(row.id(), "", row.spans(), row.wording(), row.title(), 1, row.handling(), Cadence.QUARTERLY,
                row.due(), row.assignment(), List.of(), List.of(), null, null, null);
        assertThat(Load.of(List.of(quarterly), EFFORT)).isEqualTo(new Load(1, 1, 4, 3));
    }

    @Test
    @DisplayName("平台不承接的、并入别的文件的，不再要求反馈")
    void rowsOutsideAskNothing() {
        var row = Desk.row(1, "制定培训办法", Handling.PROJECT).with(Desk.led(Desk.OFFICE));
        var linked = row.linked(new Link(Desk.id(50), "云办发〔2025〕2号", "7"));
        assertThat(Load.of(List.of(linked), EFFORT).times()).isZero();
    }
}
