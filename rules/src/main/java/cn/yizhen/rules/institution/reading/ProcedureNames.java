package cn.yizhen.rules.institution.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.Procedure.Ask;
import cn.yizhen.rules.institution.Procedure.ClockRule;
import cn.yizhen.rules.institution.Procedure.Stage;
import cn.yizhen.rules.institution.Procedure.Step;

/** Checks that the roles, stages, steps and clocks of a procedure name one another rightly. */
final class ProcedureNames {

    /** The role every case has and the step every case begins with; no file needs to write them. */
    private static final String RAISER = "raiser";
    private static final String OPENED = "opened";

    private final Fields fields;
    private final Notes notes;

    private ProcedureNames(Fields fields, Notes notes) {
        this.fields = fields;
        this.notes = notes;
    }

    static void check(Procedure procedure, Fields fields, Notes notes) {
        new ProcedureNames(fields, notes).check(procedure);
    }

    private void check(Procedure procedure) {
        var roles = with(procedure.roles().keySet(), RAISER);
        var stages = distinct("阶段", "stages", procedure.stages().stream().map(Stage::id).toList());
        var steps = distinct("步骤", "steps", procedure.steps().stream().map(Step::id).toList());
        var clocks = distinct("时限", "clocks", procedure.clocks().stream().map(ClockRule::id).toList());
        known("角色", "opened-by", procedure.openedBy(), roles);
        known("阶段", "begins", Set.of(procedure.begins()), stages);
        procedure.steps().forEach(step -> {
            known("角色", "steps", step.by(), roles);
            known("阶段", "steps", step.from(), stages);
            known("阶段", "steps", step.to().stream().toList(), stages);
            known("时限", "steps", step.inTimeOf().stream().toList(), clocks);
            known("时限", "steps", step.afterEndOf().stream().toList(), clocks);
            known("时限", "steps", step.answers().stream().toList(), clocks);
            known("步骤", "steps", step.inSubtasks().stream().toList(), steps);
            counts(step);
            step.asks().forEach(ask -> {
                known("角色", "steps", ask.becomes().stream().toList(), roles);
                known("时限", "steps", ask.laterThan().stream().toList(), clocks);
            });
        });
        procedure.clocks().forEach(clock -> check(clock, roles, with(steps, OPENED)));
    }

    /** What a quorum or a majority is taken of must be asked for by the same step. */
    private void counts(Step step) {
        var asked = step.asks().stream().map(Ask::id).collect(Collectors.toSet());
        step.quorum().forEach(threshold -> known("人数", "steps", List.of(threshold.of().ask(), threshold.of().came()), asked));
        step.passes().forEach(threshold -> known("人数", "steps", List.of(threshold.of().ask(), Step.IN_FAVOUR), asked));
    }

    private void check(ClockRule clock, Set<String> roles, Set<String> steps) {
        known("角色", "clocks", Set.of(clock.runs()), roles);
        for (var named : List.of(clock.startsAt(), clock.stopsAt(), clock.suspendedBy(), clock.resumedBy(),
                clock.rearmedBy())) {
            known("步骤", "clocks", named, steps);
        }
        clock.extension().ifPresent(extension -> {
            known("步骤", "clocks", Set.of(extension.step()), steps);
            known("角色", "clocks", extension.mustTell().stream().toList(), roles);
        });
    }

    private Set<String> distinct(String sort, String field, List<String> ids) {
        var seen = new HashSet<String>();
        ids.stream().filter(id -> !seen.add(id))
                .forEach(id -> notes.at(fields.node(field), sort + "“" + id + "”写了两次，请改名或合并"));
        return seen;
    }

    private void known(String sort, String field, Collection<String> named, Set<String> known) {
        named.stream().filter(id -> !known.contains(id)).sorted().forEach(id -> notes.at(fields.node(field),
                "程序里没有" + sort + "“" + id + "”，已有的是：" + known.stream().sorted().collect(Collectors.joining("、"))));
    }

    private static Set<String> with(Set<String> names, String another) {
        var all = new TreeSet<>(names);
        all.add(another);
        return all;
    }
}
