package cn.yizhen.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word per thing: every public type of the domain has its Chinese term in docs/glossary.md. */
class GlossaryTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:(?:final|sealed|non-sealed|abstract) )*(?:record|class|interface|enum|@interface) (\\w+)", Pattern.MULTILINE);
    private static final Pattern WIRING = Pattern.compile("@(?:Controller|Configuration|ControllerAdvice|SpringBootApplication)\\b");

    @Test
    void everyPublicDomainTypeHasItsWord() throws IOException {
        var glossary = Files.readString(ROOT.resolve("docs/glossary.md"));
        var missing = new TreeSet<String>();
        for (var module : new String[] {"rules", "directives", "app"}) {
            try (var files = sources(module)) {
                for (var file : files.toList()) {
                    var source = Files.readString(file);
                    var type = PUBLIC_TYPE.matcher(source);
                    if (type.find() && !WIRING.matcher(source).find() && !glossary.contains("`" + type.group(1) + "`")) {
                        missing.add(type.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Stream<Path> sources(String module) throws IOException {
        return Files.walk(ROOT.resolve(module).resolve("src/main/java"))
                .filter(path -> path.toString().endsWith(".java") && !path.endsWith("package-info.java"));
    }
}
