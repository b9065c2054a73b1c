package cn.yizhen.rules.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("格式说明")
class FormatDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z]+\\.[a-z_]+)` \\|", Pattern.MULTILINE);

    @Test
    @DisplayName("条件能看到什么，说明里一个不多、一个不少")
    void tellsEveryVariable() throws IOException {
        var document = Files.readString(Path.of("..", "docs", "institution-format.md"));
        assertThat(ROW.matcher(document).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(Variable.ALL.stream().map(Variable::name).toList());
    }
}
