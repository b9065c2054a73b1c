package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorTest {

    private static final LocalDate DATE = LocalDate.of(2026, 2, 18);

    private static List<Directive> of(String text) {
        return new Extractor().extract(text, DATE).directives();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "要建立仓储巡查制度。| A | 建立仓储巡查制度",
        "要健全基层治理体系。| B | 健全基层治理体系",
        "着力打造山里人家品牌。| B | 着力打造山里人家品牌",
        "组织开展“清河净岸”行动。| A | 组织开展“清河净岸”行动",
        "深入开展普法宣传。| B | 深入开展普法宣传",
        "推行田长制度。| A | 推行田长制度",
        "落实河湖巡查制度。| B | 落实河湖巡查制度",
        "油茶种植面积达到3万亩。| A | 油茶种植面积达到3万亩",
        "压缩会议时长。| N | 压缩会议时长",
        "严肃查处虚报冒领问题。| B | 严肃查处虚报冒领问题",
        "每半年组织一次账目互查。| A | 每半年组织一次账目互查",
    })
    @DisplayName("例子说明里的各条线")
    void theLinesOfTheReadme(String text, String grade, String span) {
        assertThat(of(text)).singleElement().satisfies(d -> {
            assertThat(d.grade().name()).isEqualTo(grade);
            assertThat(d.text()).isEqualTo(span);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "把沿河住户再过一遍。| A | 把沿河住户再过一遍",
        "倒伏的树木48小时内处理到位。| A | 倒伏的树木48小时内处理到位",
        "推动餐馆全部安装报警装置。| A | 推动餐馆全部安装报警装置",
        "开到乡镇的会议不再层层陪会。| N | 开到乡镇的会议不再层层陪会",
        "督导不要求乡镇村准备汇报材料。| N | 督导不要求乡镇村准备汇报材料",
        "要拿出化解方案和时间表。| A | 拿出化解方案和时间表",
        "要拿出最大的诚意。||",
        "对学校、养老院等公共服务单位，立即开展拉网式排查。| A | 对学校、养老院等公共服务单位，立即开展拉网式排查",
        "根据电网改造能力和气源保障情况。||",
        "全县累计完成取暖改造5万户。||",
    })
    @DisplayName("口头布置的话：几时做完、过一遍、不再怎样；说根据和说从前的不算")
    void whatIsSaidRatherThanWritten(String text, @Nullable String grade, @Nullable String span) {
        assertThat(of(text)).extracting(d -> d.grade().name(), Directive::text)
                .isEqualTo(grade == null ? List.of() : List.of(tuple(grade, span)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "要牢固树立以人民为中心的发展思想。", "要不断增强责任感和紧迫感。", "去年，全县新建水窖120口。", "一年来，我们完成了三项改革。",
        "让我们携手并肩、开创新局面！", "今年是“十五五”规划开局之年。", "确保各项工作落到实处。"})
    @DisplayName("口号、回顾、号召只供阅知")
    void whatAsksNothing(String text) {
        assertThat(of(text)).isEmpty();
    }

    @Test
    @DisplayName("主语进单位，不进原文片段；同一句里后面的分句承接")
    void theSubjectNamesTheUnit() {
        var found = of("县水利局要修订度汛预案，组建抢险队伍。");
        assertThat(found).extracting(Directive::text).containsExactly("修订度汛预案", "组建抢险队伍");
        assertThat(found).extracting(Directive::units).containsOnly(List.of("县水利局"));
    }

    @Test
    @DisplayName("括号里的责任单位和时限管到本条")
    void theTailOfAnItemNamesUnitsAndDeadline() {
        var found = of("1.改造提升旧仓。编制改造方案，落实专人管护。（牵头单位：县发改局；配合单位：县财政局、各乡镇；完成时限：2026年9月底）");
        assertThat(found).hasSize(2).allSatisfy(d -> {
            assertThat(d.units()).containsExactly("县发改局", "县财政局", "各乡镇");
            assertThat(d.deadline()).isEqualTo(new Deadline(LocalDate.of(2026, 9, 30), "2026年9月底", Deadline.Origin.INHERITED));
        });
    }

    @Test
    @DisplayName("对……、将……提前的宾语留在片段里")
    void aPreposedObjectStays() {
        assertThat(of("对长期闲置的校舍，分批改造为养老服务站。")).singleElement()
                .extracting(Directive::text).isEqualTo("对长期闲置的校舍，分批改造为养老服务站");
    }

    @Test
    @DisplayName("断行的句子仍是一条，片段按原文含换行")
    void brokenLinesAreJoined() {
        var text = "各乡镇要加强山洪沟道、地质灾害点和在建工地的日常巡查\n值守，制定群众转移安置方案并报\n县应急局备案。";
        var found = of(text);
        assertThat(found.getFirst().text()).isEqualTo("加强山洪沟道、地质灾害点和在建工地的日常巡查\n值守");
        assertThat(text).contains(found.getLast().text());
    }

    @Test
    @DisplayName("标题和段首小标题不是任务，章节从 1 数起")
    void headingsAreNoDirectives() {
        var extraction = new Extractor().extract("一、建立健全制度\n要制定仓储管理办法。\n二、抓好队伍建设。举办培训班3期。", DATE);
        assertThat(extraction.headings()).extracting(Heading::title).containsExactly("建立健全制度", "抓好队伍建设");
        assertThat(extraction.directives()).extracting(Directive::text).containsExactly("制定仓储管理办法", "举办培训班3期");
        assertThat(extraction.directives()).extracting(Directive::section).containsExactly(1, 2);
        assertThat(extraction.directives()).extracting(Directive::heading).containsExactly("建立健全制度", "抓好队伍建设");
    }

    @Test
    @DisplayName("数字照抄，占位符标出")
    void numbersAreCopiedAndPlaceholdersFlagged() {
        var found = of("今年XX镇要新建蓄水池120口，培训农户1.5万人次。");
        assertThat(found).flatExtracting(Directive::numbers).containsExactly("120口", "1.5万人次");
        assertThat(of("落实补助资金XX万元。").getFirst().placeholders()).containsExactly("XX");
    }

    @Test
    @DisplayName("监看言论和信仰管理不承接，管好自己的账号照常")
    void beyondTheLine() {
        assertThat(of("加强网络舆情监测。").getFirst().beyond()).isEqualTo(Beyond.SPEECH);
        assertThat(of("依法管理宗教活动场所。")).allMatch(Directive::outside);
        assertThat(of("清理长期不更新的政务公众号。").getFirst().outside()).isFalse();
    }

    @Test
    @DisplayName("任务表：责任单位、完成时限各归各行，表头和序号不是任务")
    void theColumnsOfATaskTable() {
        var found = of("""
                重点任务分解表
                序号\t重点任务\t牵头单位\t配合单位\t完成时限
                1\t新建养老服务站12个。\t县民政局\t县财政局、各乡镇\t2026年9月底
                2\t修缮古渡口码头。\t县交通局 县文旅局\t\t11月底前
                3\t开展一次汛前隐患排查。\t县应急局\t\t4月底前
                """);
        assertThat(found).extracting(Directive::text).containsExactly("新建养老服务站12个", "修缮古渡口码头", "开展一次汛前隐患排查");
        assertThat(found).extracting(Directive::units)
                .containsExactly(List.of("县民政局", "县财政局", "各乡镇"), List.of("县交通局", "县文旅局"), List.of("县应急局"));
        assertThat(found).extracting(d -> String.valueOf(d.statedDeadline().orElseThrow().day())).containsExactly("2026-09-30", "2026-11-30", "2026-04-30");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "修复堰塘3座、建设机耕桥5座。| 修复堰塘3座/建设机耕桥5座",
        "每月完成水质监测、每季度完成土壤监测。| 每月完成水质监测/每季度完成土壤监测",
        "制定权责清单、建立履职事项清单。| 制定权责清单/建立履职事项清单",
        "建立发现问题、纠正偏差机制。| 建立发现问题、纠正偏差机制",
        "加强校车、餐饮、宿舍管理。| 加强校车、餐饮、宿舍管理",
    })
    @DisplayName("顿号连着的，各有各的成果、数字、节奏才拆开")
    void chainsAreSplitForSeparateDeliverables(String text, String parts) {
        assertThat(of(text)).extracting(Directive::text).containsExactly(parts.split("/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "应急预案要修订。| 应急预案要修订",
        "抢险物资4月底前要补齐。| 抢险物资4月底前要补齐",
        "实施方案务于3月10日前报送县督查室。| 实施方案务于3月10日前报送县督查室",
        "对排查出的危桥，逐座制定改造方案。| 对排查出的危桥，逐座制定改造方案",
        "新建便民桥一座，总长48米。| 新建便民桥一座，总长48米",
    })
    @DisplayName("提到前面的事、后面补的尺寸，都留在片段里")
    void whatBelongsToTheObjectStays(String text, String span) {
        assertThat(of(text)).extracting(Directive::text).containsExactly(span);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "6月3日上午，县长主持召开专题会议，研究防汛工作，部署隐患排查。", "为进一步做好秋收工作，建立联动机制，现通知如下。",
        "有的项目到现在还没开工。", "通过召开院坝会等形式。", "把各项措施抓实抓细。", "容不得半点马虎。"})
    @DisplayName("会议报道、行文缘由、问题和表态只供阅知")
    void whatTellsAndExplains(String text) {
        assertThat(of(text)).isEmpty();
    }

    @Test
    @DisplayName("文件日期没有确认时，从文字里猜年份")
    void theYearIsGuessed() {
        assertThat(new Extractor().extract("全镇2027年工作要点\n全年举办培训班4期。").year()).isEqualTo(2027);
        assertThat(new Extractor().extract("要制定办法。").year()).isNull();
    }
}
