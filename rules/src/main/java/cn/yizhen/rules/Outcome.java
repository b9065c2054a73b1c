package cn.yizhen.rules;

import java.util.List;
import java.util.function.Function;

/**
 * What came of an attempt: a value, or a refusal with every reason at once. A refusal is an ordinary
 * result; an exception means a defect.
 */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /** @param reasons at least one, in the order a reader should take them */
    record Refused<T>(List<Reason> reasons) implements Outcome<T> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }

    static <T> Outcome<T> refused(List<Reason> reasons) {
        return new Refused<>(reasons);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> f) {
        return switch (this) {
            case Done<T>(var value) -> new Done<>(f.apply(value));
            case Refused<T>(var reasons) -> new Refused<>(reasons);
        };
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> f) {
        return switch (this) {
            case Done<T>(var value) -> f.apply(value);
            case Refused<T>(var reasons) -> new Refused<>(reasons);
        };
    }
}
