package cn.yizhen.rules.institution;

/**
 * An exact part of a whole, such as 1/2 or 2/3.
 *
 * @param numerator   at least 1
 * @param denominator at least the numerator
 */
public record Fraction(int numerator, int denominator) {

    public Fraction {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException(numerator + "/" + denominator + " is not a part of a whole");
        }
    }

    /** Compares {@code part} out of {@code whole} with this fraction without rounding: -1, 0 or 1. */
    public int compare(int part, int whole) {
        return Long.compare((long) part * denominator, (long) numerator * whole);
    }

    /** As shown to people: 三分之二, or 半数 for one half. */
    public String chinese() {
        var digits = "零一二三四五六七八九十";
        if (numerator == 1 && denominator == 2) {
            return "半数";
        }
        return denominator <= 10
                ? digits.charAt(denominator) + "分之" + digits.charAt(numerator)
                : numerator + "/" + denominator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
