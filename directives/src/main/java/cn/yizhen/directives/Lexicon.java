package cn.yizhen.directives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A word list in classes, read from a resource: {@code [CLASS]} lines open a class, other lines hold words
 * separated by spaces, {@code #} opens a comment. A word stands in one class only.
 */
final class Lexicon {

    private final Map<String, String> classes = new HashMap<>();
    private final int longest;
    /** Length of the longest word by its first character. */
    private final Map<Character, Integer> reach = new HashMap<>();

    private Lexicon(String resource) {
        var current = "";
        for (var line : lines(resource)) {
            if (line.startsWith("[")) {
                current = line.substring(1, line.indexOf(']'));
            } else if (!line.startsWith("#")) {
                for (var word : line.split("\\s+")) {
                    add(resource, word, current);
                }
            }
        }
        classes.keySet().forEach(word -> reach.merge(word.charAt(0), word.length(), Math::max));
        longest = classes.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    static Lexicon load(String resource) {
        return new Lexicon(resource);
    }

    private void add(String resource, String word, String wordClass) {
        if (word.isEmpty()) {
            return;
        }
        var before = classes.putIfAbsent(word, wordClass);
        if (before != null) {
            throw new IllegalStateException(resource + ": " + word + " stands twice, in " + before + " and " + wordClass);
        }
    }

    private static String[] lines(String resource) {
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing word list " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The longest word that begins at {@code from}, or null. */
    @Nullable String at(String text, int from) {
        int most = from < text.length() ? reach.getOrDefault(text.charAt(from), 0) : 0;
        for (int length = Math.min(most, text.length() - from); length > 0; length--) {
            var word = text.substring(from, from + length);
            if (classes.containsKey(word)) {
                return word;
            }
        }
        return null;
    }

    /** The longest word that ends before {@code to}, or null. */
    @Nullable String endingAt(String text, int to) {
        for (int length = Math.min(longest, to); length > 0; length--) {
            var word = text.substring(to - length, to);
            if (classes.containsKey(word)) {
                return word;
            }
        }
        return null;
    }

    /** The class of a word of this list, or null for any other word. */
    @Nullable String classOf(String word) {
        return classes.get(word);
    }
}
