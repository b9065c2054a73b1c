package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A value over time: each entry holds from its day until the day before the next one. Asking for the value
 * of a day is the only way to a value, so no caller compares dates to choose a version.
 *
 * @param entries ascending by day, at least one
 */
public record Dated<T>(List<Entry<T>> entries) {

    /**
     * One value, the day it takes effect and where it comes from.
     *
     * @param from  first day on which it holds
     * @param value the value
     * @param source the clause it comes from
     */
    public record Entry<T>(LocalDate from, T value, Source source) {}

    public Dated {
        entries = entries.stream().sorted(Comparator.comparing(Entry::from)).toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a dated value has at least one entry");
        }
        if (entries.stream().map(Entry::from).distinct().count() < entries.size()) {
            throw new IllegalArgumentException("two values take effect on one day: " + entries);
        }
    }

    /** One value that holds from a day on. */
    public static <T> Dated<T> from(LocalDate day, T value, Source source) {
        return new Dated<>(List.of(new Entry<>(day, value, source)));
    }

    /** The entry in force on a day; empty before the first. */
    public Optional<Entry<T>> entryOn(LocalDate day) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!entries.get(i).from().isAfter(day)) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** The first day after this one on which another value takes effect. */
    public Optional<LocalDate> changesAfter(LocalDate day) {
        return entries.stream().map(Entry::from).filter(from -> from.isAfter(day)).findFirst();
    }

    /** The value in force on a day; empty before the first. */
    public Optional<T> on(LocalDate day) {
        return entryOn(day).map(Entry::value);
    }

    /** The same values with other sources. */
    Dated<T> withSources(UnaryOperator<Source> change) {
        return new Dated<>(entries.stream()
                .map(entry -> new Entry<>(entry.from(), entry.value(), change.apply(entry.source()))).toList());
    }

    /** What held before the day stays; the new value takes the place of everything from its day on. */
    Dated<T> from(Entry<T> entry) {
        return new Dated<>(Stream.concat(entries.stream().filter(earlier -> earlier.from().isBefore(entry.from())),
                Stream.of(entry)).toList());
    }

    /** The first day on which there is a value. */
    public LocalDate begins() {
        return entries.getFirst().from();
    }
}
