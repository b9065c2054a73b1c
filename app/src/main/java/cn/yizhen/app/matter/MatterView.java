package cn.yizhen.app.matter;

import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page of one matter, as shown (事项页).
 *
 * @param elsewhere what others can do about it now: who, and which steps
 * @param leader    whether the reader leads the county, and decides without taking steps
 */
public record MatterView(String number, String kind, String title, String wording, @Nullable String source, @Nullable String paper, String stage,
        boolean over, String opened, List<Line> parties, List<ClockLine> clocks, List<JournalLine> journal, List<StepLine> steps,
        List<SubtaskLine> subtasks, @Nullable String parent, String address, boolean mayOpenSubtask, List<Line> elsewhere, boolean leader) {

    public MatterView {
        parties = List.copyOf(parties);
        clocks = List.copyOf(clocks);
        journal = List.copyOf(journal);
        steps = List.copyOf(steps);
        subtasks = List.copyOf(subtasks);
        elsewhere = List.copyOf(elsewhere);
    }

    public record Line(String label, String text) {}

    /** @param state what a reader needs first: 12月31日前·还有38天, 停计中, 已按期办结 */
    public record ClockLine(String id, String title, String whose, String state, boolean late, boolean provisional, boolean ended, String why) {}

    public record JournalLine(String at, String step, String who, List<Line> said) {}

    /** @param reasons empty where it can be taken now */
    public record StepLine(String id, String title, String says, List<Reason> reasons) {
        public boolean open() {
            return reasons.isEmpty();
        }
    }

    public record SubtaskLine(String href, String title, String lead, String stage) {}

    public List<StepLine> open() {
        return steps.stream().filter(StepLine::open).toList();
    }

    private static final Set<String> ELSEWHERE = Set.of("step-not-yours", "step-not-at-this-stage", "step-not-asked");

    /** Steps of this stage that are this reader's to take but not now; steps of others, of other stages and answers nobody asked for are not shown. */
    public List<StepLine> closed() {
        return steps.stream().filter(step -> !step.open() && step.reasons().stream().noneMatch(r -> ELSEWHERE.contains(r.code()))).toList();
    }
}
