package cn.yizhen.rules.procedure;

import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.Procedure.ClockRule;
import cn.yizhen.rules.institution.Procedure.Stage;
import cn.yizhen.rules.institution.Procedure.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must hold of a procedure beyond its spelling (程序检查): every stage can be reached and left, roles are
 * named, and a case that goes back finds no clock dead. Read when a file is loaded; each fault is a sentence
 * in Chinese.
 */
public final class Soundness {

    private final Procedure procedure;
    private final List<String> faults = new ArrayList<>();

    private Soundness(Procedure procedure) {
        this.procedure = procedure;
    }

    /** Every fault; empty for a sound procedure. */
    public static List<String> faults(Procedure procedure) {
        var check = new Soundness(procedure);
        check.roles();
        check.stages();
        check.clocksNamed();
        check.nothingDeadAfterReturn();
        return List.copyOf(check.faults);
    }

    private void roles() {
        var used = Stream.of(
                        procedure.openedBy().stream(),
                        procedure.steps().stream().flatMap(step -> step.by().stream()),
                        procedure.steps().stream().flatMap(step -> step.asks().stream()).flatMap(ask -> ask.becomes().stream()),
                        procedure.clocks().stream().map(ClockRule::runs),
                        procedure.clocks().stream().flatMap(rule -> rule.extension().stream()).flatMap(e -> e.mustTell().stream()),
                        Stream.of(Opening.RAISER))
                .flatMap(ids -> ids).distinct();
        used.filter(role -> !procedure.roles().containsKey(role)).forEach(role -> faults.add("程序的 roles 里没有“" + role + "”"));
    }

    private void stages() {
        var reached = new HashSet<>(Set.of(procedure.begins()));
        while (reached.addAll(procedure.steps().stream().filter(step -> step.from().stream().anyMatch(reached::contains))
                .flatMap(step -> step.to().stream()).collect(Collectors.toSet()))) {
            continue;
        }
        procedure.stages().stream().filter(stage -> !reached.contains(stage.id()))
                .forEach(stage -> faults.add("没有步骤通向“" + stage.title() + "”"));
        procedure.stages().stream().filter(stage -> !stage.ends() && procedure.steps().stream().noneMatch(leaves(stage)))
                .forEach(stage -> faults.add("“" + stage.title() + "”没有下一步，也没有写 ends: true"));
    }

    private static Predicate<Step> leaves(Stage stage) {
        return step -> step.from().contains(stage.id()) && step.to().filter(to -> !to.equals(stage.id())).isPresent();
    }

    private void clocksNamed() {
        var ids = procedure.clocks().stream().map(ClockRule::id).collect(Collectors.toSet());
        procedure.steps().forEach(step -> Stream.concat(step.inTimeOf().stream(), step.afterEndOf().stream())
                .filter(id -> !ids.contains(id))
                .forEach(id -> faults.add("步骤“" + step.title() + "”提到的时限“" + id + "”不在 clocks 里")));
        procedure.clocks().forEach(rule -> rule.extension().map(Procedure.Extension::step)
                .filter(id -> procedure.steps().stream().noneMatch(step -> step.id().equals(id)))
                .ifPresent(id -> faults.add("时限“" + rule.title() + "”的延期步骤“" + id + "”不在 steps 里")));
    }

    /**
     * A returned step re-arms everything: a clock begun on entering a stage and settled or suspended on leaving
     * it must begin or go on again with every step that leads back into that stage.
     */
    private void nothingDeadAfterReturn() {
        for (var back : procedure.steps()) {
            back.to().filter(to -> !back.from().contains(to) || back.from().size() > 1)
                    .ifPresent(into -> procedure.clocks().stream().filter(rule -> wokenBy(rule, into) && endsBefore(rule, into, back))
                            .filter(rule -> !wakes(rule, back.id()))
                            .forEach(rule -> faults.add("“" + back.title() + "”回到“" + title(into) + "”，时限“" + rule.title()
                                    + "”却不再起算：请把 " + back.id() + " 写进它的 rearmed-by 或 resumed-by")));
        }
    }

    private boolean wokenBy(ClockRule rule, String stage) {
        return procedure.steps().stream().anyMatch(step -> step.to().filter(stage::equals).isPresent() && rule.startsAt().contains(step.id()));
    }

    /** Whether a step out of the stage, into one that the return starts from, settles or suspends the clock. */
    private boolean endsBefore(ClockRule rule, String stage, Step back) {
        return procedure.steps().stream().anyMatch(out -> out.from().contains(stage)
                && out.to().filter(to -> !to.equals(stage) && back.from().contains(to)).isPresent()
                && (rule.stopsAt().contains(out.id()) || rule.suspendedBy().contains(out.id())));
    }

    private static boolean wakes(ClockRule rule, String step) {
        return rule.startsAt().contains(step) || rule.rearmedBy().contains(step) || rule.resumedBy().contains(step);
    }

    private String title(String stage) {
        return procedure.stages().stream().filter(s -> s.id().equals(stage)).map(Stage::title).findFirst().orElse(stage);
    }
}
