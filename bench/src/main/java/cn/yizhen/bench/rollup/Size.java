package cn.yizhen.bench.rollup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How many stand below one another, in six levels: the country, provinces, cities, counties, townships,
 * branches.
 */
public enum Size {
    TINY(1, 1, 1, 4, 40),
    COUNTY(1, 1, 1, 15, 123),
    PROVINCE(1, 11, 8, 15, 123),
    NATION(31, 11, 8, 15, 123);

    private final int[] fanOut;

    Size(int... fanOut) {
        this.fanOut = fanOut;
    }

    public int[] fanOut() {
        return fanOut.clone();
    }

    public int branches() {
        return Arrays.stream(fanOut).reduce(1, Math::multiplyExact);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Size> of(String word) {
        return Arrays.stream(values()).filter(size -> size.word().equals(word)).findFirst();
    }
}
