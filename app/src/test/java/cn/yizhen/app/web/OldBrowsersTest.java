package cn.yizhen.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our own styles and scripts use nothing that Chromium 86 or Safari 15 does not know, unless they ask first. */
@DisplayName("旧浏览器")
class OldBrowsersTest {

    /** A selector or function the browser does not know drops the whole rule. */
    private static final Pattern STYLES = Pattern.compile(
            ":is\\(|:where\\(|@layer|@container|color-mix\\(|light-dark\\(|\\d[dsl]vh|\\binset\\s*:|aspect-ratio|field-sizing|^\\s*&", Pattern.MULTILINE);
    private static final Pattern SCRIPTS = Pattern.compile(
            "structuredClone\\(|\\.at\\(|Object\\.hasOwn|\\.findLast|Promise\\.any\\b|AbortSignal\\.timeout|\\.toSorted|\\(\\?<[=!]|^await ", Pattern.MULTILINE);
    /** Known to some: may stand only where the line asks whether it is there. */
    private static final Pattern ASKED_FIRST = Pattern.compile("randomUUID|requestSubmit");

    @Test
    @DisplayName("样式里没有 Chromium 86 不认识的写法；:has 都有替代")
    void styles() throws IOException {
        assertThat(found(STYLES, ".css")).isEmpty();
        try (var files = Files.walk(Path.of("src/main/resources/static"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".css")).toList()) {
                var text = Files.readString(file);
                Pattern.compile("main:has\\(\\.([\\w-]+)\\)").matcher(text).results()
                        .forEach(has -> assertThat(text).as(file.toString()).contains("main.holds-" + has.group(1)));
                assertThat(text.replaceAll("main:has\\(\\.[\\w-]+\\)", "")).as(file.toString()).doesNotContain(":has(");
            }
        }
    }

    @Test
    @DisplayName("脚本里没有旧浏览器不认识的写法，较新的先问再用")
    void scripts() throws IOException {
        assertThat(found(SCRIPTS, ".js")).isEmpty();
        try (var files = Files.walk(Path.of("src/main/resources/static"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".js") && !path.toString().contains("vendor")).toList()) {
                assertThat(Files.readString(file).lines().filter(line -> ASKED_FIRST.matcher(line).find()))
                        .as(file.toString()).allMatch(line -> line.contains("if ("));
            }
        }
    }

    private static TreeSet<String> found(Pattern pattern, String ending) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            for (var file : files.filter(path -> path.toString().endsWith(ending) && !path.toString().contains("vendor")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(one -> found.add(file.getFileName() + ": " + one.group().strip()));
            }
        }
        return found;
    }
}
