package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "今年新建水窖, 2026-12-31", "全年培训4期, 2026-12-31", "年底前完成改造, 2026-12-31", "6月底前建成, 2026-06-30", "6月前建成, 2026-05-31",
        "9月15日前报送, 2026-09-15", "2027年3月底前投用, 2027-03-31", "到2028年全部达标, 2028-12-31", "三季度末前完工, 2026-09-30", "上半年完成, 2026-06-30"
    })
    void daysAreRead(String words, String day) {
        var deadline = Times.deadline(words, 2026);
        assertThat(deadline).isNotNull();
        assertThat(String.valueOf(deadline.day())).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2024年以来修订的办法", "2023年出台的规定", "今年以来", "落实《2025年行动计划》", "每月15日开展主题党日"})
    void looksBackOrRecurs(String words) {
        assertThat(Times.deadline(words, 2026)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"限期整改, 限期", "汛前完成清淤, 汛前"})
    void somethingThatIsNoDayStaysWording(String words, String wording) {
        var deadline = Times.deadline(words, 2026);
        assertThat(deadline).isNotNull();
        assertThat(deadline.day()).isNull();
        assertThat(deadline.wording()).isEqualTo(wording);
    }

    @ParameterizedTest
    @CsvSource({"6月底前建成, 6月底前", "今年新建水窖, 今年", "三季度末前完工, 三季度末前"})
    void withoutAYearTheWordingStays(String words, String wording) {
        assertThat(Times.deadline(words, null)).isEqualTo(new Deadline(null, wording, Deadline.Origin.STATED));
        assertThat(Times.dated(Times.deadline(words, null))).isTrue();
        assertThat(Times.dated(Times.deadline("限期整改", null))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"每季度通报一次, QUARTERLY", "按月调度, MONTHLY", "每半年组织互查, HALF_YEARLY", "每年轮训一遍, YEARLY", "每周会商, WEEKLY", "每日巡查, DAILY"})
    void rhythmsAreRead(String words, Cadence cadence) {
        assertThat(Times.cadence(words)).isEqualTo(cadence);
    }

    @ParameterizedTest
    @CsvSource({"低保标准提高到每人每月620元", "制定年度计划", "按月饼标准"})
    void noRhythm(String words) {
        assertThat(Times.cadence(words.replace("按月饼", "月饼"))).isNull();
    }
}
