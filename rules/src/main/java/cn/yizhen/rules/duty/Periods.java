package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The periods of a duty, one after another and never overlapping. The terms in force on a period's first
 * day govern it; a period that has begun runs to its end, and a new cadence starts with the first full
 * period after that.
 */
public final class Periods {

    private Periods() {}

    /** A period with the terms that govern it. */
    public record Governed(Period period, Terms terms) {}

    /** Every period of the duty that shares a day with the range, in order. */
    public static List<Governed> of(Duty duty, Period range) {
        List<Governed> found = new ArrayList<>();
        Optional<Governed> at = next(duty, duty.begins());
        while (at.isPresent() && at.get().period().from().isBefore(range.until())) {
            if (at.get().period().overlaps(range)) {
                found.add(at.get());
            }
            at = next(duty, onwards(duty, at.get().period().until(), range.from()));
        }
        return found;
    }

    /**
     * From where to go on looking: periods of one cadence follow one another like the calendar, so those that end before
     * the range, and before the cadence changes, need not be made.
     */
    private static LocalDate onwards(Duty duty, LocalDate until, LocalDate range) {
        LocalDate goal = duty.every().changesAfter(until).filter(range::isAfter).orElse(range);
        return duty.every().on(until).map(cadence -> cadence.containing(goal).from()).filter(until::isBefore).orElse(until);
    }

    /** The period of the duty that the day lies in. */
    public static Optional<Governed> containing(Duty duty, LocalDate day) {
        return of(duty, new Period(day, day.plusDays(1))).stream().findFirst();
    }

    /** The first period that can begin on the day or later, under the cadence of its own first day. */
    private static Optional<Governed> next(Duty duty, LocalDate earliest) {
        LocalDate day = earliest;
        while (true) {
            Optional<Terms> terms = duty.on(day);
            if (terms.isEmpty()) {
                return Optional.empty();
            }
            Cadence cadence = terms.get().every();
            Period period = cadence.firstStartingFrom(day);
            Optional<Terms> governing = duty.on(period.from());
            if (governing.isPresent() && governing.get().every() == cadence) {
                return Optional.of(new Governed(period, governing.get()));
            }
            day = period.from();
        }
    }
}
