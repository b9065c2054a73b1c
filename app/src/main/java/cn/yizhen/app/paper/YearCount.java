package cn.yizhen.app.paper;

import cn.yizhen.app.document.formal.FormalKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Formal documents a unit issued in a year beside those of the year before. What was issued before this register began
 * is noted as one number.
 *
 * @param registered   of this year, in the register
 * @param elsewhere    of this year, not in the register
 * @param lastYear     of the year before, both together
 * @param lastYearKnown false where nothing is registered or noted of the year before
 */
public record YearCount(int year, int registered, int elsewhere, int lastYear, boolean lastYearKnown) {

    /** Kinds of the 条例 that count as documents issued; 督查通知单 and 专报 are none. */
    private static final Set<FormalKind> COUNTED = EnumSet.complementOf(EnumSet.of(FormalKind.SUPERVISION_NOTICE, FormalKind.BRIEFING));

    public static Set<FormalKind> counted() {
        return Set.copyOf(COUNTED);
    }

    public int thisYear() {
        return registered + elsewhere;
    }

    public boolean counts(FormalKind kind) {
        return COUNTED.contains(kind);
    }

    /** One more would be more than last year. */
    public boolean exceeds() {
        return lastYearKnown && thisYear() + 1 > lastYear;
    }
}
