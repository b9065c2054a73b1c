package cn.yizhen.directives;

import java.util.List;

/**
 * Two directives that may ask for the same thing; a person decides whether to link them.
 *
 * @param left   index into the first list
 * @param right  index into the second list
 * @param score  0 to 1; proposals below {@value #PROPOSED} are not made
 * @param shared the words both have, to show why
 */
public record Likeness(int left, int right, double score, List<String> shared) {

    static final double PROPOSED = 0.6;

    public Likeness {
        shared = List.copyOf(shared);
    }

    /** Likely duplicates between two documents, best first. */
    public static List<Likeness> between(List<Directive> left, List<Directive> right) {
        return List.of();
    }

    /** Likely duplicates inside one document; {@code left < right} in each. */
    public static List<Likeness> within(List<Directive> directives) {
        return List.of();
    }
}
