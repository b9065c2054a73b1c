package cn.yizhen.rules.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact about the organisation as it was noted once: what, on which days, by which act. Nothing rewrites
 * it; a correction or an ending is a further fact that supersedes it.
 *
 * @param id         the fact's own key
 * @param value      what holds: {@link Unit}, {@link Post}, {@link Holding}, ...
 * @param valid      the days on which it holds
 * @param act        number of the act that noted it, in commit order, from 1
 * @param supersedes the fact this one takes the place of, from its act on, or null
 */
public record Fact<T>(UUID id, T value, Valid valid, long act, @Nullable UUID supersedes) {

    public Fact {
        if (act < 1) {
            throw new IllegalArgumentException("acts are numbered from 1: " + act);
        }
    }

    public static <T> Fact<T> noted(UUID id, T value, Valid valid, long act) {
        return new Fact<>(id, value, valid, act, null);
    }
}
