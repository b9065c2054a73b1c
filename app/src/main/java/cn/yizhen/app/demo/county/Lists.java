package cn.yizhen.app.demo.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the tab-separated lists the county is made of; lines starting with # explain themselves. */
final class Lists {

    private Lists() {}

    static List<List<String>> read(String name) {
        try (var in = Lists.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: demo/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** «主题：词、词；主题：词» taken apart. */
    static List<Theme> themes(String text) {
        return Arrays.stream(text.split("；")).map(Theme::of).toList();
    }

    /** A subject of the responsibility table with the words it is recognised by. */
    record Theme(String subject, List<String> keywords) {

        static Theme of(String text) {
            var parts = text.split("：", 2);
            return new Theme(parts[0], List.of(parts[1].split("、")));
        }
    }
}
