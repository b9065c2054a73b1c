package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Measure;
import java.util.List;

/**
 * How an expected instance stands on a day (履行情况), with what it follows from.
 *
 * @param records     those that count, in order of day
 * @param notCounting records that would count but for a reason, each with it
 * @param said        what has been said about it, in order
 */
public record Standing(
        Duty duty,
        Instance.Expected instance,
        State state,
        List<Counted> records,
        List<NotCounting> notCounting,
        List<Said> said) {

    /** @param because plain Chinese */
    public record NotCounting(Happened record, String because) {}

    public Standing {
        records = List.copyOf(records);
        notCounting = List.copyOf(notCounting);
        said = List.copyOf(said);
    }

    /** 已逾期: only what the law or a named person set, and nothing that is merely usual. */
    public boolean overdue() {
        return state == State.NOT_SEEN && duty.binding() == Binding.MUST;
    }

    /** The word shown for it. */
    public String word() {
        return overdue() ? "已逾期" : state.chinese();
    }

    /** How much of what is asked is there, in the unit of the terms: noted here, or in the system above. */
    public int reached() {
        return reached(instance, records, said, true);
    }

    /** @param lateToo whether what came after the period is reckoned with */
    static int reached(Instance.Expected instance, List<Counted> records, List<Said> said, boolean lateToo) {
        Measure measure = instance.terms().measure();
        int here = records.stream().filter(counted -> lateToo || !counted.late()).mapToInt(counted -> measure.of(counted.record().view())).sum();
        return here + elsewhere(instance, said, lateToo);
    }

    /** What is noted in the system above: so many times; as for hours, that system has added them up. */
    private static int elsewhere(Instance.Expected instance, List<Said> said, boolean lateToo) {
        int each = instance.terms().measure() == Measure.TIMES ? 1 : instance.terms().atLeast();
        return each * (int) said.stream()
                .filter(Said.KeptElsewhere.class::isInstance)
                .map(Said.KeptElsewhere.class::cast)
                .filter(kept -> lateToo || instance.key().period().contains(kept.day()))
                .map(Said.KeptElsewhere::day)
                .distinct()
                .count();
    }

    /** How much it still waits for, in the unit of the terms. */
    public int stillToCome() {
        return state == State.OPEN || state == State.NOT_SEEN
                ? Math.max(0, instance.terms().atLeast() - reached())
                : 0;
    }

    /** 已有24学时，要90学时. */
    public String progress() {
        return "已有" + reached() + instance.terms().measure().chinese() + "，要" + instance.terms().needed();
    }
}
