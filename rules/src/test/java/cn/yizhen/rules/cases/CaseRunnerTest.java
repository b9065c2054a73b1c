package cn.yizhen.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.ShippedCatalogue;
import cn.yizhen.rules.institution.reading.Fault;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;

@DisplayName("运行案例")
class CaseRunnerTest {

    private static final String SOUND = """
            cases:
              - says: 村里这季度公开过一次
                duty: village-disclosure
                on: 2026-03-31
                facts:
                  unit: { kind: village, parent: township }
                  records: [{ kind: village-disclosure, on: 2026-03-25 }]
                expected: 已记录
                why: 每季度至少一次。
            """;
    private static final String REQUEST = """
            cases:
              - says: 还没到期就催问
                procedure: grassroots-request
                opened: { at: 2026-03-02T09:00, parties: { raiser: 青石村, asked: 农业农村局 } }
                steps:
                  - { step: urge, at: 2026-03-09T09:00, by: raiser }
                on: 2026-03-09
                expected: { stage: asked, due: { answer: 2026-03-09 }, refused: step-too-early }
                why: 期限没过，不催。
            """;
    private final Catalogue catalogue = ShippedCatalogue.catalogue();

    @Test
    @DisplayName("结果与应有的不同，就说出两者")
    void tellsBoth() {
        assertThat(wrong(SOUND)).isEmpty();
        assertThat(wrong(SOUND.replace("已记录", "已逾期"))).containsExactly("应为“已逾期”，算出来是“已记录”");
        assertThat(wrong(SOUND.replace("2026-03-25", "2026-04-02"))).containsExactly("应为“已记录”，算出来是“期内”");
        assertThat(wrong(SOUND.replace("duty: village-disclosure", "duty: disclosure")))
                .containsExactly("没有“disclosure”这项职责，请核对标识");
        assertThat(wrong(SOUND.replace("kind: village, parent", "kind: hamlet, parent")))
                .containsExactly("没有“hamlet”或“township”这个单位类别");
    }

    @Test
    @DisplayName("写错的案例，指到行和列")
    void tellsThePlaceOfFaults() {
        var faults = CaseReader.read(List.of(file(SOUND.replace("已记录", "已登记").replace("2026-03-31", "三月底")
                .replace("why:", "because:")))).faults();
        assertThat(faults).extracting(Fault::toString).containsExactly(
                "6-democratic/sample.cases.yaml:2:5 案例缺少 why（为什么），请补上",
                "6-democratic/sample.cases.yaml:4:9 “三月底”不是日期，请写成 2018-10-28 这样",
                "6-democratic/sample.cases.yaml:8:15 不认识“已登记”，只能写：不应有、不计入、期内、已记录、已记录（期后补办）、未见记录、已逾期、通过、不通过",
                "6-democratic/sample.cases.yaml:9:5 案例里不认识字段“because”，可用的有：says、duty、on、period-of、facts、expected、why");
    }

    @Test
    @DisplayName("缺哪种案例，逐一说出")
    void tellsGaps() {
        assertThat(Coverage.gaps(catalogue, read(SOUND))).contains(
                "职责“village-disclosure”缺少“不应有（反例）”的案例", "职责“village-disclosure”缺少“尚未规定时”的案例",
                "职责“branch-assembly”缺少“到会人数不够”的案例", "职责“branch-assembly”缺少“票数够”的案例")
                .doesNotContain("职责“village-disclosure”缺少“应有（正例）”的案例");
    }

    @Test
    @DisplayName("总量控制、报表、程序的案例，不符的也说出两者")
    void runsEverySort() {
        var limit = """
                cases:
                  - { says: 写长了, limit: main-speech, on: 2026-03-02, facts: { demand: meeting, amount: 61 }, expected: 未超过, why: 试 }
                  - { says: 没有的表, form: nothing, on: 2026-03-02, facts: { unit: { kind: village } }, expected: 可以要, why: 试 }
                """;
        assertThat(wrong(limit)).containsExactly("应为“未超过”，算出来是“超过”", "没有“nothing”这项报表，请核对标识");
        assertThat(wrong(REQUEST)).isEmpty();
        assertThat(wrong(REQUEST.replace("answer: 2026-03-09", "answer: 2026-03-10")))
                .containsExactly("时限“answer”应到 2026-03-10，算出来是 2026-03-09");
        assertThat(wrong(REQUEST.replace("refused: step-too-early", "late: answer")).getFirst())
                .startsWith("第 1 步“urge”没有办成：").contains("step-too-early");
        assertThat(wrong(REQUEST.replace("step: urge", "step: push"))).first().asString().startsWith("程序里没有步骤“push”，已有的是：answer");
    }

    @Test
    @DisplayName("总量控制、报表、时限和有条件的步骤，缺哪种案例也逐一说出")
    void tellsGapsOfEverySort() {
        assertThat(Coverage.gaps(catalogue, read(REQUEST))).contains("总量控制“main-speech”缺少“超过（正例）”的案例",
                "报表“village-basics”缺少“尚未列入时”的案例", "时限“answer”缺少“超期（反例）”的案例", "时限“answer”缺少“尚未规定时”的案例",
                "程序“supervised-matter”缺少“步骤“object”办不成”的案例", "程序“grassroots-request”缺少“办到底”的案例")
                .doesNotContain("时限“answer”缺少“期内（正例）”的案例", "程序“grassroots-request”缺少“步骤“urge”办不成”的案例");
    }

    private List<String> wrong(String text) {
        return read(text).stream().flatMap(example -> new CaseRunner(catalogue).wrong(example).stream()).toList();
    }

    private static List<InstitutionCase> read(String text) {
        return switch (CaseReader.read(List.of(file(text)))) {
            case Reading.Read<List<InstitutionCase>>(var cases) -> cases;
            case Reading.Faulty<List<InstitutionCase>>(var faults) -> throw new AssertionError(faults);
        };
    }

    private static SourceFile file(String text) {
        return new SourceFile("6-democratic/sample.cases.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
