package cn.yizhen.rules.institution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import cn.yizhen.rules.calendar.Cadence;

/** How files and forms spell a cadence: {@code month}, {@code two-months}, {@code quarter}, {@code half-year}, {@code year}. */
public final class CadenceWords {

    private CadenceWords() {}

    public static String of(Cadence cadence) {
        return switch (cadence) {
            case MONTH -> "month";
            case TWO_MONTHS -> "two-months";
            case QUARTER -> "quarter";
            case HALF_YEAR -> "half-year";
            case YEAR -> "year";
        };
    }

    public static Optional<Cadence> named(String word) {
        return Arrays.stream(Cadence.values()).filter(cadence -> of(cadence).equals(word)).findFirst();
    }

    public static List<String> all() {
        return Arrays.stream(Cadence.values()).map(CadenceWords::of).toList();
    }
}
