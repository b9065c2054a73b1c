package cn.yizhen.app.document.formal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How many lines words fill: no line begins with a closing mark or ends with an opening one, and runs of letters and
 * digits stay whole. Marks do not hang out; of two that meet, the first takes half its room.
 */
final class LineBreaks {

    private static final Pattern UNIT = Pattern.compile("[\\p{Alnum}.%-]+|.", Pattern.DOTALL);
    private static final String NEVER_FIRST = "，。、；：！？）》〉”’】〕…—";
    private static final String NEVER_LAST = "（《〈“‘【〔";

    private LineBreaks() {}

    /**
     * Lines of one paragraph, at least one.
     *
     * @param first indent of the first line, in characters
     * @param wide  characters a line holds
     * @param apart white, in characters, that the program setting the page puts between Chinese and digits or letters
     */
    static int of(String words, double first, double wide, double apart) {
        var units = UNIT.matcher(words).results().map(MatchResult::group).toList();
        int lines = 1;
        int start = 0;
        double used = first;
        for (int i = 0; i < units.size(); i++) {
            used += Widths.of(units.get(i)) - closer(units, i) + (i > start && meet(units, i) ? apart : 0);
            if (used > wide && i > start) {
                int at = i;
                while (at > start + 1 && (within(NEVER_FIRST, units.get(at)) || within(NEVER_LAST, units.get(at - 1)))) {
                    at--;
                }
                lines++;
                start = at;
                used = Widths.of(units.get(at));
                for (int next = at + 1; next <= i; next++) {
                    used += Widths.of(units.get(next)) - closer(units, next) + (meet(units, next) ? apart : 0);
                }
            }
        }
        return lines;
    }

    /** By how much a mark moves up to the closing one before it. */
    private static double closer(List<String> units, int at) {
        return at > 0 && within(NEVER_FIRST, units.get(at - 1)) && (within(NEVER_FIRST, units.get(at)) || within(NEVER_LAST, units.get(at))) ? 0.5 : 0;
    }

    /** A Chinese character beside a letter or digit. */
    private static boolean meet(List<String> units, int at) {
        if (at == 0) {
            return false;
        }
        int before = units.get(at - 1).codePointBefore(units.get(at - 1).length());
        int after = units.get(at).codePointAt(0);
        return Character.isIdeographic(before) && latin(after) || latin(before) && Character.isIdeographic(after);
    }

    private static boolean latin(int character) {
        return character < 0x2E80 && Character.isLetterOrDigit(character);
    }

    private static boolean within(String marks, String unit) {
        return unit.length() == 1 && marks.contains(unit);
    }
}
