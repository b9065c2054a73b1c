package cn.yizhen.rules.procedure;

import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a case began (立项、提出).
 *
 * @param at      when
 * @param parties the units that have a role from the beginning, {@code raiser} among them
 * @param said    what was given, for clocks that start with the opening
 */
public record Opening(LocalDateTime at, Map<String, Set<UnitId>> parties, Particulars said) {

    /** Clocks name this in {@code starts-at} to run from the opening. */
    public static final String STEP = "opened";
    public static final String RAISER = "raiser";

    public Opening {
        parties = Map.copyOf(parties);
        if (parties.getOrDefault(RAISER, Set.of()).isEmpty()) {
            throw new IllegalArgumentException("somebody raised it");
        }
    }

    public static Opening by(UnitId raiser, LocalDateTime at) {
        return new Opening(at, Map.of(RAISER, Set.of(raiser)), Particulars.NONE);
    }

    public Opening with(String role, UnitId unit) {
        var more = new LinkedHashMap<>(parties);
        more.put(role, Set.of(unit));
        return new Opening(at, more, said);
    }
}
