package cn.yizhen.rules.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;

@DisplayName("换新版制度文件")
class PastChangesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final String FILE = """
            institution: 样例制度
            pillar: 作风能力建设
            kept-in: here
            summary: 只用来检验。
            records: [{ kind: sample, title: 样例, shape: meeting }]
            duties:
              - id: sample-duty
                title: 样例
                bearer: unit
                falls-to: 'unit.kind == "branch"'
                says: 每个样例单位
                every: quarter
                at-least: { 2020-01-01: 1 }
                counts: 'record.kind == "sample"'
                quorum: { of: due, at-least: 1/2 }
                binding: usual
                source: { title: 样例条例, year: 2020, article: 第一条, status: S, checked-on: 2026-11-23 }
                why: 只用来检验。
            """;

    @Test
    @DisplayName("补充说明、重新核对、今后的新值，都可以")
    void letsExplanationsAndTheFutureChange() {
        assertThat(undeclared(FILE.replace("只用来检验", "换个说法").replace("2026-11-23", "2027-01-05")
                .replace("{ 2020-01-01: 1 }", "{ 2020-01-01: 1, 2027-01-01: 2 }"))).isEmpty();
    }

    @Test
    @DisplayName("改动过去的值，一处一处说出来")
    void refusesToChangeThePast() {
        assertThat(undeclared(FILE.replace("2020-01-01: 1", "2020-01-01: 2").replace("1/2", "2/3")
                .replace("every: quarter", "every: month").replace("\"branch\"", "\"village\"")))
                .extracting(Reason::text).containsExactly(
                        "“sample-duty”的“多久一次”改动了已经执行过的内容",
                        "“sample-duty”的“每期至少几次”改动了已经执行过的内容",
                        "“sample-duty”的“落到谁”改动了已经执行过的内容",
                        "“sample-duty”的“到会人数”改动了已经执行过的内容");
    }

    @Test
    @DisplayName("写明更正和原因，就可以改")
    void acceptsADeclaredCorrection() {
        assertThat(undeclared(FILE.replace("2020-01-01: 1", "2020-01-01: 2")
                + "corrects: [{ id: sample-duty, reason: 当初抄错了次数 }]\n")).isEmpty();
    }

    @Test
    @DisplayName("职责不能悄悄没有了")
    void refusesVanishedDuties() {
        assertThat(undeclared(FILE.replace("sample-duty", "other-duty"))).extracting(Reason::code)
                .containsExactly("duty-vanished");
    }

    private static List<Reason> undeclared(String after) {
        return PastChanges.undeclared(read(FILE), read(after), TODAY);
    }

    private static Catalogue read(String text) {
        var file = new SourceFile("4-conduct/sample.yaml", text.getBytes(StandardCharsets.UTF_8));
        return switch (CatalogueReader.read(List.of(file))) {
            case Reading.Read<Catalogue>(var catalogue) -> catalogue;
            case Reading.Faulty<Catalogue>(var faults) -> throw new AssertionError(faults);
        };
    }
}
