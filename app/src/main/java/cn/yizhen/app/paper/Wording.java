package cn.yizhen.app.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds in the words of a document an order of merit, and praise or criticism by name, which needs 签批. */
public final class Wording {

    private static final Pattern SENTENCE = Pattern.compile("[^。；;！？\\n]+");
    private static final Map<String, Pattern> WORDS = load();

    private Wording() {}

    /** Sentences that put units or persons in order. */
    public static List<String> ordering(String text) {
        return sentences(text, "order", List.of(""));
    }

    /** Sentences that praise or criticise one of these by name. */
    public static List<String> naming(String text, Collection<String> names) {
        var found = sentences(text, "praise", names);
        found.addAll(sentences(text, "criticism", names));
        return found;
    }

    private static List<String> sentences(String text, String kind, Collection<String> names) {
        var found = new ArrayList<String>();
        var words = Objects.requireNonNull(WORDS.get(kind));
        var sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            var one = sentence.group().strip();
            if (words.matcher(one).find() && names.stream().anyMatch(one::contains)) {
                found.add(one);
            }
        }
        return found;
    }

    /** One line a kind: its name, a colon, words with | between them. */
    private static Map<String, Pattern> load() {
        try (var in = Objects.requireNonNull(Wording.class.getResourceAsStream("/paper/wording.txt"))) {
            var patterns = new HashMap<String, Pattern>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> patterns.put(line.substring(0, line.indexOf(':')), Pattern.compile(line.substring(line.indexOf(':') + 1).strip())));
            return Map.copyOf(patterns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
