package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dated change of an issued row, as it reaches its matter (调整).
 *
 * @param lead     the new lead, or null where it stays
 * @param support  the supporting units from now on; empty where they stay
 * @param due      the new last day, or null where it stays
 * @param paper    the paper it rests on
 * @param approver who decided it, as printed
 * @param ground   why
 */
public record Adjustment(@Nullable UnitId lead, Set<UnitId> support, @Nullable LocalDate due, String paper, String approver, String ground) {

    public Adjustment {
        support = Set.copyOf(support);
    }
}
