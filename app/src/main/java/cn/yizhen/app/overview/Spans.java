package cn.yizhen.app.overview;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The spans a page can be about: the year of the day, its halves, quarters and months, as far as they have begun, and those of
 * the year before. What is made up for in January counts for the last months of the year that is over, and is looked for there.
 */
final class Spans {

    private static final Pattern SPELT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)~\\d{4}-\\d\\d-\\d\\d");
    private static final List<Cadence> CADENCES = List.of(Cadence.YEAR, Cadence.HALF_YEAR, Cadence.QUARTER, Cadence.MONTH);

    private Spans() {}

    static List<Period> of(LocalDate on) {
        Period year = Cadence.YEAR.containing(on);
        LocalDate before = year.from().minusDays(1);
        return Stream.of(on, before).flatMap(until -> CADENCES.stream()
                .flatMap(cadence -> cadence.touching(Cadence.YEAR.containing(until).from(), until.plusDays(1)).stream())).toList();
    }

    /** How a span is spelt in addresses. */
    static String text(Period span) {
        return span.from() + "~" + span.until();
    }

    /** The span that is spelt so, in whatever year; empty where nothing is. */
    static Optional<Period> read(String text) {
        return Optional.of(SPELT.matcher(text)).filter(Matcher::matches).flatMap(spelt -> day(spelt.group(1)))
                .flatMap(from -> CADENCES.stream().map(cadence -> cadence.containing(from)).filter(span -> text(span).equals(text)).findFirst());
    }

    /** The span of the same length in which the day lies. */
    static Period alike(Period span, LocalDate on) {
        return CADENCES.stream().filter(cadence -> cadence.containing(span.from()).equals(span)).findFirst().orElse(Cadence.YEAR).containing(on);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
