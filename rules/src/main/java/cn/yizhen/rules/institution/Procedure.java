package cn.yizhen.rules.institution;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the cases of an institution run, as written in its file; the procedure core gives it its meaning.
 *
 * @param openedBy roles that may open a case
 * @param begins   the stage a case opens in
 * @param stages   where a case can stand
 * @param steps    what can be done with it
 * @param clocks   what is timed
 */
public record Procedure(Set<String> openedBy, String begins, List<Stage> stages, List<Step> steps,
                        List<ClockRule> clocks) {

    /** @param ends whether a case that stands here is over */
    public record Stage(String id, String title, boolean ends) {}

    /**
     * @param by   roles that may take it: {@code raiser}, {@code lead}, {@code support}, {@code office}, ...
     * @param from stages in which it can be taken
     * @param to   the stage it leads to; empty where the case stays where it is
     * @param asks what must be given with it
     * @param says what it means, in words
     */
    public record Step(String id, String title, Set<String> by, Set<String> from, Optional<String> to,
                       List<Ask> asks, String says, Optional<Source> source) {}

    /** @param shape {@code text}, {@code day}, {@code unit}, {@code units}, {@code document} or {@code number} */
    public record Ask(String id, String title, String shape, boolean required) {}

    /**
     * @param budget       such as {@code 5 working-days}
     * @param runs         the role whose time it is
     * @param startsAt     steps that start it
     * @param stopsAt      steps that settle it
     * @param suspendedBy  steps that stop it for a while
     * @param resumedBy    steps that let it run on
     * @param rearmedBy    steps that start it again with its whole budget
     * @param rollForward  whether a last day that is a rest day moves to the next working day
     */
    public record ClockRule(String id, String title, Dated<String> budget, String runs, Set<String> startsAt,
                            Set<String> stopsAt, Set<String> suspendedBy, Set<String> resumedBy,
                            Set<String> rearmedBy, boolean rollForward, Optional<Extension> extension,
                            Binding binding, Source source, String why) {}

    /**
     * @param to       the whole budget after it
     * @param once     whether it can be had only once
     * @param approver role that grants it
     * @param ground   the ground the clause names
     * @param mustTell role that must be told, if any
     */
    public record Extension(String to, boolean once, String approver, String ground, Optional<String> mustTell) {}
}
