package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Standard;
import java.util.ArrayList;

/**
 * Breaks a title into lines of like length that keep names and numbers whole (7.3.1: 词意完整，排列对称，长短适宜). A title typed
 * in lines keeps them.
 */
final class TitleLines {

    /** Characters of 2号 on a line, leaving some white on both sides. */
    private static final int LONGEST = (int) (Standard.TYPE_WIDTH.points() / Standard.SIZE_2.points()) - 1;
    private static final String GOOD_BEFORE = "关于和与及暨";
    private static final String GOOD_AFTER = "》、的和与及";
    private static final String NEVER_FIRST = "》〉）”、，。；：的";
    private static final String NEVER_LAST = "《〈（“关";

    private TitleLines() {}

    static String of(String title) {
        if (title.contains("\n") || Widths.of(title) <= LONGEST) {
            return title;
        }
        int lines = (int) Math.ceil(Widths.of(title) / LONGEST);
        var broken = new ArrayList<String>();
        var rest = title;
        for (int left = lines; left > 1; left--) {
            int at = breakNear(rest, rest.length() / left);
            broken.add(rest.substring(0, at));
            rest = rest.substring(at);
        }
        broken.add(rest);
        return String.join("\n", broken);
    }

    /** The best place within a few characters of an even break. */
    private static int breakNear(String rest, int even) {
        int best = even;
        double bestCost = Double.MAX_VALUE;
        for (int at = Math.max(1, even - 5); at <= Math.min(rest.length() - 1, even + 5); at++) {
            double cost = Math.abs(at - even) + cost(rest, at) + (Widths.of(rest.substring(0, at)) > LONGEST ? 50 : 0);
            if (cost < bestCost) {
                bestCost = cost;
                best = at;
            }
        }
        return best;
    }

    private static double cost(String rest, int at) {
        char before = rest.charAt(at - 1);
        char after = rest.charAt(at);
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0 || before < 0x80 && after < 0x80
                || Character.isDigit(before)) {
            return 20;
        }
        return GOOD_BEFORE.indexOf(after) >= 0 || GOOD_AFTER.indexOf(before) >= 0 ? -4 : 0;
    }
}
