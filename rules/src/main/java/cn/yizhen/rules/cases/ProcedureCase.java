package cn.yizhen.rules.cases;

import cn.yizhen.rules.institution.reading.Place;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case of a procedure: how it was opened, which steps were taken, where it stands at a moment and when each
 * clock ends, or why the last step is refused. Units go by any name the case gives them.
 *
 * @param rule        the institution with the procedure
 * @param opened      how it began
 * @param steps       in order; all but the last must be accepted
 * @param on          the moment it is asked
 * @param subtasks    whether sub-tasks are still open
 * @param expected    what must come out
 */
public record ProcedureCase(Place place, String says, String rule, Opened opened, List<Step> steps, LocalDateTime on,
                            boolean subtasks, Expected expected, String why) implements InstitutionCase {

    public ProcedureCase {
        steps = List.copyOf(steps);
    }

    /**
     * @param at      when
     * @param parties unit by role, {@code raiser} among them
     * @param gives   what was given with it, for clocks that start with the opening
     */
    public record Opened(LocalDateTime at, Map<String, List<String>> parties, Map<String, List<String>> gives) {}

    /**
     * @param by    role of whoever takes it
     * @param gives answers by the id of the ask, as they would be typed
     */
    public record Step(Place place, String step, LocalDateTime at, String by, Map<String, List<String>> gives) {}

    /**
     * @param stage   where the case stands, "" where the case does not tell
     * @param due     clock to the day or moment it ends, for the clocks the case tells about
     * @param late    every clock that has run out
     * @param still   clocks that stand still
     * @param settled clocks that were settled
     * @param none    clocks that never began
     * @param refused codes of all reasons why the last step is refused, empty where it is accepted
     */
    public record Expected(String stage, Map<String, String> due, Set<String> late, Set<String> still, Set<String> settled,
                           Set<String> none, Set<String> refused) {}
}
