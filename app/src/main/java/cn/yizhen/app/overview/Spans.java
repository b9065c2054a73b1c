package cn.yizhen.app.overview;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The spans of a year that a page can be about: the year, its halves, quarters and months, as far as they have begun. */
final class Spans {

    private Spans() {}

    static List<Period> of(LocalDate on) {
        Period year = Cadence.YEAR.containing(on);
        List<Period> spans = new ArrayList<>(List.of(year));
        for (Cadence cadence : List.of(Cadence.HALF_YEAR, Cadence.QUARTER, Cadence.MONTH)) {
            cadence.touching(year.from(), on.plusDays(1)).forEach(spans::add);
        }
        return spans;
    }

    /** How a span is spelt in addresses. */
    static String text(Period span) {
        return span.from() + "~" + span.until();
    }

    static Optional<Period> read(String text, LocalDate on) {
        return of(on).stream().filter(span -> text(span).equals(text)).findFirst();
    }
}
