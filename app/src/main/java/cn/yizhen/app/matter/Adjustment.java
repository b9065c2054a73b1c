package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dated change of an issued row, as it reaches its matter (调整).
 *
 * @param paper    the paper it rests on
 * @param approver who decided it, as printed
 * @param ground   why
 */
public sealed interface Adjustment {

    String paper();

    String approver();

    String ground();

    /**
     * Other units, or the same lead with others beside it.
     *
     * @param support all supporting units from now on, perhaps none
     */
    record OfUnits(UnitId lead, Set<UnitId> support, String paper, String approver, String ground) implements Adjustment {
        public OfUnits {
            support = Set.copyOf(support);
        }
    }

    /** Another last day, later or earlier. */
    record OfDay(LocalDate due, String paper, String approver, String ground) implements Adjustment {}

    /** Nothing more to be done for now: clocks stand still until somebody resumes it (中止). */
    record Suspended(String paper, String approver, String ground) implements Adjustment {}

    /** What stood still goes on (恢复). */
    record Resumed(String paper, String approver, String ground) implements Adjustment {}

    /** Nothing more to be done at all (终止). */
    record Terminated(String paper, String approver, String ground) implements Adjustment {}
}
