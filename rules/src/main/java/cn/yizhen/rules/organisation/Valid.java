package cn.yizhen.rules.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a fact holds: from the first (inclusive) until the day it no longer does (exclusive).
 *
 * @param from  first day it holds, a civil day in Asia/Shanghai
 * @param until first day it no longer holds, or null while no end is known; equal to {@code from} where a
 *              correction says that it never held (作废)
 */
public record Valid(LocalDate from, @Nullable LocalDate until) {

    public Valid {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("until " + until + " lies before from " + from);
        }
    }

    public static Valid from(LocalDate day) {
        return new Valid(day, null);
    }

    public static Valid between(LocalDate from, LocalDate until) {
        return new Valid(from, until);
    }

    /** What a correction says of a fact that should never have been noted. */
    public static Valid never(LocalDate day) {
        return new Valid(day, day);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    public boolean isNever() {
        return from.equals(until);
    }

    public Valid endingOn(LocalDate firstDayWithout) {
        return new Valid(from, firstDayWithout);
    }
}
