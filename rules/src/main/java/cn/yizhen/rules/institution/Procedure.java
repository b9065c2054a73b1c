package cn.yizhen.rules.institution;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * How the cases of an institution run, as written in its file; {@code rules.procedure} gives it its meaning.
 *
 * @param roles    every role the case knows with its Chinese name: {@code lead} → 牵头单位. {@code raiser} is
 *                 always among them, the unit that opened the case
 * @param openedBy roles that may open a case
 * @param begins   the stage a case opens in
 * @param stages   where a case can stand
 * @param steps    what can be done with it, in the order a reader should see them
 * @param clocks   what is timed
 */
public record Procedure(SequencedMap<String, String> roles, Set<String> openedBy, String begins, List<Stage> stages,
                        List<Step> steps, List<ClockRule> clocks) {

    /** The same procedure with other clocks. */
    Procedure with(List<ClockRule> others) {
        return new Procedure(roles, openedBy, begins, stages, steps, others);
    }

    /** @param ends whether a case that stands here is over */
    public record Stage(String id, String title, boolean ends) {}

    /**
     * @param by            roles that may take it
     * @param from          stages in which it can be taken
     * @param to            the stage it leads to; empty where the case stays where it is
     * @param asks          what must be given with it
     * @param inTimeOf      the clock that must not have run out; empty where there is no such limit
     * @param afterEndOf    the clock that must have run out first; empty where it may be taken before
     * @param answers       the clock of a request it answers; it can be taken only while that clock runs, so that
     *                      nobody answers what nobody asked; empty where it answers none
     * @param once          whether it can be taken once only in a case
     * @param afterSubtasks whether every sub-task must be over first
     * @param inSubtasks    the step taken along with it in every open sub-task in which it can be; empty for none
     * @param quorum        how many must have come, by the head counts it asks for (see {@link Basis#ask})
     * @param passes        how many must have been in favour, given as the ask {@code in-favour}
     * @param says          what it means, in words
     */
    public record Step(String id, String title, Set<String> by, Set<String> from, Optional<String> to,
                       List<Ask> asks, Optional<String> inTimeOf, Optional<String> afterEndOf, Optional<String> answers, boolean once,
                       boolean afterSubtasks, Optional<String> inSubtasks, List<Threshold> quorum, List<Threshold> passes,
                       String says, Optional<Source> source) {

        /** The ask that holds the votes in favour. */
        public static final String IN_FAVOUR = "in-favour";
    }

    /**
     * What a step asks for. By convention {@code ground}, {@code document} and {@code approver} are what a
     * suspension or an extension keeps, and {@code day} is the day on which what the step notes happened.
     *
     * @param shape   {@code text}, {@code day}, {@code unit}, {@code units}, {@code document}, {@code number} or {@code yes-no}
     * @param atMost  the most characters a text may have; 0 for the general limit
     * @param becomes the role the named units have from then on, in place of whoever had it; empty where
     *                it changes no role
     * @param laterThan the clock after whose present end a day must lie; empty where it need not
     */
    public record Ask(String id, String title, String shape, boolean required, int atMost, Optional<String> becomes, Optional<String> laterThan) {

        /** The ask that holds the day something happened. */
        public static final String DAY = "day";

        /** The shape whose answer is one of {@link #YES_OR_NO}. */
        public static final String YES_NO = "yes-no";

        /** As it is chosen and kept. */
        public static final List<String> YES_OR_NO = List.of("是", "否");
    }

    /**
     * @param budget       such as {@code 5 working-days}, or {@code until due}: until the day given as the
     *                     ask {@code due} of the step that starts it
     * @param runs         the role whose time it is and against whom lateness counts
     * @param startsAt     steps that start it, {@code opened} for the opening itself
     * @param stopsAt      steps that settle it
     * @param suspendedBy  steps that stop it for a while
     * @param resumedBy    steps that let it run on
     * @param rearmedBy    steps that start it again with its whole budget
     * @param rollForward  whether a last day that is a rest day moves to the next working day
     */
    public record ClockRule(String id, String title, Dated<String> budget, String runs, Set<String> startsAt,
                            Set<String> stopsAt, Set<String> suspendedBy, Set<String> resumedBy,
                            Set<String> rearmedBy, boolean rollForward, Optional<Extension> extension,
                            Binding binding, Source source, String why) {

        /** The same clock with other budgets and another source. */
        ClockRule with(Dated<String> others, Source other) {
            return new ClockRule(id, title, others, runs, startsAt, stopsAt, suspendedBy, resumedBy, rearmedBy, rollForward,
                    extension, binding, other, why);
        }
    }

    /**
     * @param step     the step that grants it
     * @param to       the whole budget after it, counted from the same beginning, or {@code until due}
     * @param once     whether it can be had only once
     * @param ground   the ground the clause names
     * @param mustTell role that must be told, if any
     */
    public record Extension(String step, String to, boolean once, String ground, Optional<String> mustTell) {}
}
