package cn.yizhen.directives;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses the year 今年 means: years in the first lines and in a date line weigh more, looking back weighs nothing. */
final class DocumentYear {

    private static final Pattern YEAR = Pattern.compile("(?<![到至])(20\\d{2})年(?!以来|来|度?工作(?:回顾|总结))");

    private DocumentYear() {}

    static @Nullable Integer guess(Page page) {
        Map<Integer, Integer> weights = new TreeMap<>();
        var paragraphs = page.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            var p = paragraphs.get(i);
            boolean prominent = i < 4 && p.end() - p.start() < 60;
            boolean dateLine = p.end() - p.start() < 16;
            var found = YEAR.matcher(page.text()).region(p.start(), p.end());
            while (found.find()) {
                weights.merge(Integer.parseInt(found.group(1)), dateLine ? 8 : prominent ? 4 : i < 8 ? 2 : 1, Integer::sum);
            }
        }
        Integer best = null;
        for (var entry : weights.entrySet()) {
            if (best == null || entry.getValue() >= weights.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
    }
}
