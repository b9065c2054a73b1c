package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @CsvSource({"限期整改, 限期", "汛前完成清淤, 汛前", "一周内完成排查, 一周内", "力争两年内消除空壳村, 两年内", "利用一个月的时间摸清底数, 利用一个月的时间"})
    void somethingThatIsNoDayStaysWording(String words, String wording) {
        var deadline = Times.deadline(words, 2026);
        assertThat(deadline).isNotNull();
        assertThat(deadline.day()).isNull();
        assertThat(deadline.wording()).isEqualTo(wording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"三个月内完成整改", "用半年左右的时间整治一遍背街小巷"})
    void howLongItMayTakeIsADate(String words) {
        assertThat(Times.dated(Times.deadline(words, 2026))).isTrue();
        assertThat(new ClauseParser().parse(words, 0, words.length()).verb()).isIn("完成", "整治");
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
