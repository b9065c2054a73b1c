package cn.yizhen.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公文的限额")
class PaperLimitsTest {

    private static final String FILE = """
            institution: 样例
            pillar: 作风能力建设
            kept-in: here
            summary: 只用来试。
            limits:
              - { id: %1$slength, title: 篇幅, says: 文件, measures: characters, when: 'demand.kind == "document"', at-most: { 2026-01-01: %2$d }, unit: 字,
                  binding: usual, source: { title: %3$s, year: 2026, status: local, checked-on: 2026-11-23 }, why: 试 }
            """;

    @Test
    @DisplayName("上级一条、本县一条，按紧的那条，写明出自哪里；还没施行的不算")
    void theTightestHolds() {
        var catalogue = read(FILE.formatted("", 4000, "上级规定"), FILE.formatted("local-", 3000, "本县办法"));
        var length = new PaperLimits(catalogue, LocalDate.parse("2026-11-23")).length(false).orElseThrow();
        assertThat(length.most()).isEqualTo(3000);
        assertThat(length.clause()).isEqualTo("《本县办法》（2026年）");
        assertThat(new PaperLimits(catalogue, LocalDate.parse("2025-12-31")).length(false)).isEmpty();
    }

    private static Catalogue read(String shipped, String local) {
        var files = List.of(file("4-conduct/sample.yaml", shipped, false), file("4-conduct/local-sample.yaml", local, true));
        return switch (CatalogueReader.read(files)) {
            case Reading.Read<Catalogue>(var read) -> read;
            case Reading.Faulty<Catalogue>(var faults) -> throw new AssertionError(faults);
        };
    }

    private static SourceFile file(String path, String text, boolean local) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8), local);
    }
}
