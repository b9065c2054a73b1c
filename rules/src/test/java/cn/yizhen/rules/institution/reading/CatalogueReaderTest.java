package cn.yizhen.rules.institution.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.DutyId;

@DisplayName("读取制度目录")
class CatalogueReaderTest {

    private static final String SOUND = """
            institution: 样例制度
            pillar: 作风能力建设
            kept-in: 县里的系统
            summary: 只用来检验读取。
            records: [{ kind: sample, title: 样例, shape: meeting }]
            duties:
              - id: sample-duty
                title: 样例
                bearer: unit
                falls-to: 'unit.kind == "branch"'
                says: 每个样例单位
                every: { 2020-01-01: quarter, 2024-07-01: half-year }
                at-least:
                  2020-01-01: 2
                  2024-03-15: { value: 1, source: { title: 样例条例, year: 2024, article: 第二十条第一款, status: V, checked-on: 2026-11-23 } }
                counts: 'record.kind == "sample"'
                binding: usual
                source: { title: 样例条例, year: 2020, article: 第一条, status: S, checked-on: 2026-11-23 }
                why: 只用来检验读取。
            """;

    @Test
    @DisplayName("读出每个值、从哪天起和出自哪一条")
    void readsDatedValues() {
        var catalogue = read(file("4-conduct/sample.yaml", SOUND));
        var duty = catalogue.duty(new DutyId("sample-duty")).orElseThrow();

        assertThat(duty.atLeast().on(LocalDate.parse("2019-12-31"))).isEmpty();
        assertThat(duty.atLeast().on(LocalDate.parse("2024-03-14"))).contains(2);
        assertThat(duty.atLeast().on(LocalDate.parse("2024-03-15"))).contains(1);
        assertThat(duty.atLeast().entries().getFirst().source().cited()).isEqualTo("《样例条例》（2020年）第一条");
        assertThat(duty.atLeast().entries().getLast().source().cited()).isEqualTo("《样例条例》（2024年）第二十条第一款");
        assertThat(duty.keptIn().settles()).isEqualTo("已在县里的系统登记");
    }

    @Test
    @DisplayName("内容变了，版本摘要就变")
    void digestsTellVersionsApart() {
        var one = read(file("4-conduct/sample.yaml", SOUND));
        var two = read(file("4-conduct/sample.yaml", SOUND.replace("只用来检验读取", "仅用来检验读取")));
        assertThat(one.digest()).hasSize(64).isNotEqualTo(two.digest());
        assertThat(one.digest()).isEqualTo(read(file("4-conduct/sample.yaml", SOUND)).digest());
    }

    @Test
    @DisplayName("版本摘要不用读懂文件就知道，与读出来的相同")
    void theDigestIsKnownBeforeReading() {
        var files = List.of(file("4-conduct/sample.yaml", SOUND), file("4-conduct/sample.cases.yaml", "cases: []"),
                file("1-political/other.yaml", SOUND.replace("sample", "other").replace("作风能力建设", "政治思想建设")));
        assertThat(CatalogueReader.digest(files)).isEqualTo(read(files.toArray(SourceFile[]::new)).digest())
                .isNotEqualTo(CatalogueReader.digest(files.subList(0, 2)));
    }

    @Test
    @DisplayName("两个文件用了同一个标识，两处都说")
    void refusesIdentifiersGivenTwice() {
        var faults = faults(file("4-conduct/sample.yaml", SOUND), file("4-conduct/second.yaml", SOUND));
        assertThat(faults).containsExactly(
                "4-conduct/second.yaml:5:19 记录种类“sample”在 4-conduct/sample.yaml:5:19 已经用过，标识全县唯一，请换一个",
                "4-conduct/second.yaml:7:9 职责“sample-duty”在 4-conduct/sample.yaml:7:9 已经用过，标识全县唯一，请换一个");
    }

    @Test
    @DisplayName("几个文件的错误一次全部说出")
    void tellsTheFaultsOfAllFiles() {
        assertThat(faults(file("4-conduct/one.yaml", "institution: 一\n"), file("4-conduct/two.yaml", "[]"),
                file("4-conduct/Two.yaml", "institution: 二\n")))
                .anyMatch(fault -> fault.startsWith("4-conduct/one.yaml:1:1 制度缺少 pillar"))
                .contains("4-conduct/two.yaml:1:1 文件开头应是“名称: 值”的形式",
                        "4-conduct/Two.yaml:1:1 文件名“Two”不能作制度标识，请用小写字母、数字和连字符");
    }

    @ParameterizedTest
    @DisplayName("连 YAML 都不是的文件")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `institution: 样例\n\tpillar: x\n` | 2:1  | 缩进用了制表符（Tab），请改成空格
            `institution: "样例\n`             | 2:1  | 引号没有成对，请补上另一半
            `a: b: c\n`                        | 1:5  | 这里多了一个冒号，或上一行的缩进不对；文字里有冒号时请整句加引号
            `a: 1\n b: 2\n`                    | 2:3  | 这里多了一个冒号，或上一行的缩进不对；文字里有冒号时请整句加引号
            `a: [1, 2\n`                       | 2:1  | 大括号或方括号里缺少逗号或右括号
            `a: 1\n---\nb: 2\n`                | 2:1  | 一个文件只能写一份内容，请去掉多余的 ---
            ``                                 | 1:1  | 文件是空的，请写入内容或删除文件
            `# 只有注释\n`                     | 1:1  | 文件是空的，请写入内容或删除文件
            """)
    void refusesWhatIsNoYaml(String text, String place, String message) {
        assertThat(faults(file("4-conduct/sample.yaml", text.replace("\\n", "\n").replace("\\t", "\t"))))
                .containsExactly("4-conduct/sample.yaml:" + place + " " + message);
    }

    @Test
    @DisplayName("编码不对、太大的文件")
    void refusesForeignEncodingsAndHugeFiles() {
        var gbk = SOUND.getBytes(Charset.forName("GB18030"));
        assertThat(faults(new SourceFile("4-conduct/sample.yaml", gbk)))
                .containsExactly("4-conduct/sample.yaml:1:1 文件不是 UTF-8 编码，请用 UTF-8 另存后再试");
        assertThat(faults(file("4-conduct/sample.yaml", "#".repeat(200_001))))
                .containsExactly("4-conduct/sample.yaml:1:1 文件超过 200 KB，制度文件不应这么大，请检查是否放错了文件");
    }

    @Test
    @DisplayName("很深的嵌套不会拖垮程序")
    void survivesDeepNesting() {
        assertThat(faults(file("4-conduct/sample.yaml", "[".repeat(50_000)))).isNotEmpty();
        assertThat(faults(file("4-conduct/sample.yaml", "a: " + "[".repeat(5_000) + "]".repeat(5_000)))).isNotEmpty();
    }

    @Test
    @DisplayName("开头的 BOM 不碍事")
    void acceptsAByteOrderMark() {
        assertThat(read(file("4-conduct/sample.yaml", "\uFEFF" + SOUND)).institutions()).hasSize(1);
    }

    private static Catalogue read(SourceFile... files) {
        return switch (CatalogueReader.read(List.of(files))) {
            case Reading.Read<Catalogue>(var catalogue) -> catalogue;
            case Reading.Faulty<Catalogue>(var faults) -> throw new AssertionError(faults);
        };
    }

    private static List<String> faults(SourceFile... files) {
        return Stream.of(CatalogueReader.read(List.of(files))).flatMap(read -> read.faults().stream())
                .map(Fault::toString).toList();
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
