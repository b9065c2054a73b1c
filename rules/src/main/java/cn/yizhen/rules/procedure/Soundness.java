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

/**
 * What must hold of a procedure beyond its spelling (程序检查): every stage can be reached and left, and a case
 * that goes back finds no clock dead. Asked when a file is loaded; each fault is a sentence in Chinese.
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
        check.stages();
        check.nothingDeadAfterReturn();
        return List.copyOf(check.faults);
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
