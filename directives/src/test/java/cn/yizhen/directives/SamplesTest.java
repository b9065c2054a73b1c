package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scores invented documents. The rules were written with {@code written} in view; {@code heldout} was only
 * ever scored, never looked into, and tells how the rules do on text they do not know.
 */
class SamplesTest {

    @ParameterizedTest
    @CsvSource({"written, 0.90, 0.88", "heldout, 0.87, 0.86"})
    void spansAndGradesAreFound(String folder, double all, double hard) throws URISyntaxException {
        var everything = new Score();
        var asksAndLimits = new Score();
        for (var sample : Sample.in(path(folder))) {
            var extraction = new Extractor().extract(sample.text());
            everything.add(sample, extraction, Set.of("A", "B", "N"));
            asksAndLimits.add(sample, extraction, Set.of("A", "N"));
        }
        assertThat(everything.f1()).as("A+B+N: %s", everything).isGreaterThanOrEqualTo(all);
        assertThat(asksAndLimits.f1()).as("A+N: %s", asksAndLimits).isGreaterThanOrEqualTo(hard);
    }

    @ParameterizedTest
    @CsvSource({"written", "heldout"})
    void everySentenceIsAccountedFor(String folder) throws URISyntaxException {
        for (var sample : Sample.in(path(folder))) {
            var extraction = new Extractor().extract(sample.text());
            Invariants.check(sample.text(), extraction);
            assertThat(extraction.account().toString()).startsWith("全文 " + extraction.sentences().size() + " 句：").endsWith("未处理 0");
        }
    }

    private static Path path(String folder) throws URISyntaxException {
        return Path.of(java.util.Objects.requireNonNull(SamplesTest.class.getResource("/samples/" + folder)).toURI());
    }
}
