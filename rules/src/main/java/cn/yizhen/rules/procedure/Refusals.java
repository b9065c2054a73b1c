package cn.yizhen.rules.procedure;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.institution.Procedure.Stage;
import cn.yizhen.rules.institution.Procedure.Step;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every reason why a step cannot be taken, the ones about the case first, then those about what was given. */
final class Refusals {

    private final Case here;
    private final WorkCalendar calendar;
    private final LocalDateTime at;
    private final boolean subtasksOpen;

    Refusals(Case here, WorkCalendar calendar, LocalDateTime at, boolean subtasksOpen) {
        this.here = here;
        this.calendar = calendar;
        this.at = at;
        this.subtasksOpen = subtasksOpen;
    }

    List<Reason> of(Entry entry) {
        var step = here.step(entry.step());
        var reasons = new ArrayList<>(of(step, entry.by()));
        reasons.addAll(new Answers(here, step, entry, calendar).faults());
        return reasons;
    }

    List<Reason> of(Step step, Actor actor) {
        return Stream.of(stage(step), role(step, actor), inTime(step), tooEarly(step), unasked(step), once(step), extendedOnce(step), subtasks(step))
                .flatMap(Optional::stream).toList();
    }

    private Optional<Reason> stage(Step step) {
        if (step.from().contains(here.stage())) {
            return Optional.empty();
        }
        var needed = here.procedure().stages().stream().filter(s -> step.from().contains(s.id()))
                .map(Stage::title).collect(Collectors.joining("”或“", "“", "”"));
        return Optional.of(reason("step-not-at-this-stage", "现在是“" + here.standing().title() + "”，“" + step.title() + "”要在" + needed + "时办理",
                step, here.over() ? "此件已办结，需要再办请另行立项" : "先看本件可办的步骤"));
    }

    private Optional<Reason> role(Step step, Actor actor) {
        if (here.rolesOf(actor).stream().anyMatch(step.by()::contains)) {
            return Optional.empty();
        }
        var who = titles(step.by());
        return Optional.of(reason("step-not-yours", "“" + step.title() + "”由" + who + "办理", step, "请" + who + "办理，或以有权的岗位办理"));
    }

    private Optional<Reason> inTime(Step step) {
        return step.inTimeOf().flatMap(id -> timing(id).filter(timing -> timing.runs() && !timing.late()).isPresent()
                ? Optional.empty()
                : Optional.of(reason("step-too-late", "“" + step.title() + "”" + limit(id), clause(id), "照常办理；有困难的，看本件其他可办的步骤")));
    }

    private Optional<Reason> tooEarly(Step step) {
        if (step.afterEndOf().isEmpty()) {
            return Optional.empty();
        }
        var timing = step.afterEndOf().flatMap(this::timing);
        if (timing.isPresent() && timing.get().runs() && timing.get().late()) {
            return Optional.empty();
        }
        var when = timing.map(Timing::reckoning).map(r -> r.due()).map(due -> "到期日是" + Days.full(due.day()))
                .orElse("时限现在没有在走");
        return Optional.of(reason("step-too-early", "“" + step.title() + "”要等期限过后才能办理，" + when, step, "到期以后再办理"));
    }

    private Optional<Reason> unasked(Step step) {
        return step.answers().filter(clock -> timing(clock).filter(Timing::runs).isEmpty())
                .map(_ -> reason("step-not-asked", "没有人提出过，不用“" + step.title() + "”", step, "等有人提出以后再办"));
    }

    private Optional<Reason> once(Step step) {
        return step.once() && here.taken(step.id())
                ? Optional.of(reason("step-taken-already", "“" + step.title() + "”每件只办一次，已经办过", step, "看办理经过中的那一条"))
                : Optional.empty();
    }

    private Optional<Reason> extendedOnce(Step step) {
        return here.procedure().clocks().stream()
                .filter(rule -> rule.extension().filter(e -> e.once() && e.step().equals(step.id())).isPresent())
                .filter(rule -> here.ledgers().containsKey(rule.id()) && !here.ledgers().get(rule.id()).extensions().isEmpty())
                .findFirst().map(rule -> reason("extended-already", "“" + rule.title() + "”已经延过一次", rule.source().cited(), "在延长后的期限内办理"));
    }

    private Optional<Reason> subtasks(Step step) {
        return step.afterSubtasks() && subtasksOpen
                ? Optional.of(reason("subtasks-open", "还有子任务没有办完", step, "先办结或者撤回子任务"))
                : Optional.empty();
    }

    private String limit(String clock) {
        var due = timing(clock).filter(Timing::late).map(timing -> timing.reckoning().due());
        return due.map(d -> "要在" + d.chinese() + "办理，期限已过").orElse("的期限现在没有在走");
    }

    private @Nullable String clause(String clock) {
        return timing(clock).map(timing -> timing.rule().source().cited()).orElse(null);
    }

    private Optional<Timing> timing(String clock) {
        return here.timings(at, calendar).stream().filter(t -> t.rule().id().equals(clock)).findFirst();
    }

    private String titles(Collection<String> roles) {
        return here.procedure().roles().entrySet().stream().filter(e -> roles.contains(e.getKey()))
                .map(e -> e.getValue()).collect(Collectors.joining("或"));
    }

    private static Reason reason(String code, String text, Step step, String next) {
        return reason(code, text, step.source().map(s -> s.cited()).orElse(null), next);
    }

    private static Reason reason(String code, String text, @Nullable String clause, String next) {
        return new Reason(code, text + "。", clause, next + "。");
    }
}
