package cn.yizhen.app.document.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways people write a day. A day is four digits of year, month and day; nothing is guessed. */
final class Dates {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:\\s+0{1,2}:00(?::00)?)?");
    private static final Pattern RUN_TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Dates() {}

    static Optional<LocalDate> read(Value value) {
        return value.date() != null ? Optional.of(value.date()).filter(Dates::plausible) : read(value.text());
    }

    static Optional<LocalDate> read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        for (Pattern pattern : new Pattern[] {WRITTEN, RUN_TOGETHER}) {
            var match = pattern.matcher(plain);
            if (match.matches()) {
                return day(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day)).filter(Dates::plausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
