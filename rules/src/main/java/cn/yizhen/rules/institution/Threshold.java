package cn.yizhen.rules.institution;

import java.util.Optional;

/**
 * A quorum or a majority: which whole, which part of it, and whether exactly that part is enough.
 * 半数以上 includes the half ({@code strict} false, "at-least"); 超过半数 does not ({@code strict} true,
 * "more-than").
 *
 * @param of       the whole
 * @param fraction the part
 * @param strict   whether more than the part is needed
 * @param when     for which records it holds, empty for all; where several hold, all must be reached
 * @param source   the clause
 */
public record Threshold(Basis of, Fraction fraction, boolean strict, Optional<Condition> when, Source source) {

    /** Whether {@code part} out of {@code whole} is enough; nothing is enough of an empty whole. */
    public boolean reachedBy(int part, int whole) {
        if (whole <= 0) {
            return false;
        }
        var compared = fraction.compare(part, whole);
        return strict ? compared > 0 : compared >= 0;
    }

    /** The same threshold with another source. */
    Threshold with(Source other) {
        return new Threshold(of, fraction, strict, when, other);
    }

    /** The smallest number that is enough of {@code whole}. */
    public int neededOf(int whole) {
        var needed = 0;
        while (needed <= whole && !reachedBy(needed, whole)) {
            needed++;
        }
        return needed;
    }

    /** As shown to people: 应到会有表决权的人员的半数以上 or …超过半数. */
    public String chinese() {
        return strict
                ? "超过" + of.chinese() + "的" + fraction.chinese()
                : of.chinese() + "的" + fraction.chinese() + "以上";
    }
}
