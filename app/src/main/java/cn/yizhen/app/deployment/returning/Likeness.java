package cn.yizhen.app.deployment.returning;

import java.util.HashSet;
import java.util.Set;

/** How much two wordings are the same, from 0 to 1, by the pairs of characters they share; blanks and marks aside. */
final class Likeness {

    private Likeness() {}

    static String plain(String words) {
        return words.replaceAll("[\\s\\p{Punct}，。；：、！？“”‘’（）《》〔〕—…·]", "");
    }

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    static double of(String one, String other) {
        var left = pairs(plain(one));
        var right = pairs(plain(other));
        if (left.isEmpty() || right.isEmpty()) {
            return same(one, other) ? 1 : 0;
        }
        var shared = new HashSet<>(left);
        shared.retainAll(right);
        return 2.0 * shared.size() / (left.size() + right.size());
    }

    private static Set<String> pairs(String words) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
