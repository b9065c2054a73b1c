package cn.yizhen.directives;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two directives that may ask for the same thing; a person decides whether to link them.
 *
 * @param left   index into the first list
 * @param right  index into the second list
 * @param score  0 to 1, the share of two-character pieces both objects have; below {@value #PROPOSED} nothing
 *               is proposed
 * @param shared the words both have, to show why
 */
public record Likeness(int left, int right, double score, List<String> shared) {

    static final double PROPOSED = 0.6;

    public Likeness {
        shared = List.copyOf(shared);
    }

    /** Likely duplicates between two documents, best first. */
    public static List<Likeness> between(List<Directive> left, List<Directive> right) {
        return compared(objects(left), objects(right), false);
    }

    /** Likely duplicates inside one document; {@code left < right} in each. */
    public static List<Likeness> within(List<Directive> directives) {
        var objects = objects(directives);
        return compared(objects, objects, true);
    }

    private static List<String> objects(List<Directive> directives) {
        return directives.stream().map(d -> d.wording().object().replaceAll("[、，,“”《》（）()\\s的]", "")).toList();
    }

    private static List<Likeness> compared(List<String> left, List<String> right, boolean same) {
        var pieces = right.stream().map(Likeness::pieces).toList();
        var holders = new HashMap<String, List<Integer>>();
        for (int i = 0; i < pieces.size(); i++) {
            for (var piece : pieces.get(i)) {
                holders.computeIfAbsent(piece, k -> new ArrayList<>()).add(i);
            }
        }
        var found = new ArrayList<Likeness>();
        for (int i = 0; i < left.size(); i++) {
            var mine = pieces(left.get(i));
            for (var candidate : sharing(mine, holders).entrySet()) {
                int j = candidate.getKey();
                double score = 2.0 * candidate.getValue() / (mine.size() + pieces.get(j).size());
                if (score >= PROPOSED && (!same || i < j)) {
                    found.add(new Likeness(i, j, score, shared(left.get(i), right.get(j))));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Likeness::score).reversed().thenComparingInt(Likeness::left).thenComparingInt(Likeness::right));
        return found;
    }

    private static Map<Integer, Integer> sharing(Set<String> mine, Map<String, List<Integer>> holders) {
        var counts = new HashMap<Integer, Integer>();
        for (var piece : mine) {
            for (int holder : holders.getOrDefault(piece, List.of())) {
                counts.merge(holder, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Set<String> pieces(String object) {
        var pieces = new HashSet<String>();
        for (int i = 0; i + 2 <= object.length(); i++) {
            pieces.add(object.substring(i, i + 2));
        }
        return pieces;
    }

    /** Longest stretches of at least two characters that both objects have. */
    private static List<String> shared(String left, String right) {
        var words = new ArrayList<String>();
        int i = 0;
        while (i < left.length()) {
            int length = 0;
            while (i + length < left.length() && right.contains(left.substring(i, i + length + 1))) {
                length++;
            }
            if (length >= 2) {
                words.add(left.substring(i, i + length));
            }
            i += Math.max(1, length);
        }
        return words;
    }
}
