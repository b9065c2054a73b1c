package cn.yizhen.rules.institution.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A corpus of wrong files. Beside each {@code x.yaml} stands {@code x.faults}: every fault it must give, one a
 * line, and no other.
 */
@DisplayName("写错的制度文件")
class BadFilesTest {

    private static final Path CORPUS = Path.of("src/test/resources/cn/yizhen/rules/institution/reading/bad");

    @ParameterizedTest(name = "{0}")
    @DisplayName("每处错误都指到行和列，一次全部说出")
    @MethodSource("files")
    void everyFaultAtItsPlace(String name) throws IOException {
        var file = new SourceFile("4-conduct/" + name, Files.readAllBytes(CORPUS.resolve(name)));
        var faults = CatalogueReader.read(List.of(file)).faults().stream().map(Fault::toString).toList();
        assertThat(faults).containsExactlyElementsOf(
                Files.readAllLines(CORPUS.resolve(name.replace(".yaml", ".faults"))));
    }

    static Stream<String> files() throws IOException {
        try (var paths = Files.list(CORPUS)) {
            return paths.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted()
                    .toList().stream();
        }
    }
}
