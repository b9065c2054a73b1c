package cn.yizhen.rules.procedure;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.clock.Ledger;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.Procedure.Stage;
import cn.yizhen.rules.institution.Procedure.Step;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One case and where it stands (案卷): a fold over its journal. Immutable; taking a step makes the next one.
 *
 * @param procedure the version it was opened under, and runs on to its end
 * @param opening   how it began
 * @param journal   steps taken, in order
 * @param stage     where it stands
 * @param parties   units by the role they have now
 * @param ledgers   clocks started so far, by clock id
 */
public record Case(Procedure procedure, Opening opening, List<Entry> journal, String stage,
        Map<String, Set<UnitId>> parties, Map<String, Ledger> ledgers) {

    public Case {
        journal = List.copyOf(journal);
        parties = Map.copyOf(parties);
        ledgers = Map.copyOf(ledgers);
    }

    public static Case opened(Procedure procedure, Opening opening) {
        var clocks = new ClockMoves(procedure, Map.of()).after(new Move(Opening.STEP, opening.at(), opening.said(), ""));
        return new Case(procedure, opening, List.of(), procedure.begins(), opening.parties(), clocks);
    }

    /** The case after a journal whose entries were each accepted when they were taken. */
    public static Case replayed(Procedure procedure, Opening opening, List<Entry> journal) {
        var it = opened(procedure, opening);
        for (var entry : journal) {
            it = it.after(entry);
        }
        return it;
    }

    /** The case after a step, or every reason why the step cannot be taken. */
    public Outcome<Case> take(Entry entry, WorkCalendar calendar, boolean subtasksOpen) {
        if (known(entry.step()).isEmpty()) {
            return Outcome.refused(Reason.of("step-not-in-procedure", "此件按立项时的程序办理，那时还没有这一步。", "按本件可办的步骤办理。"));
        }
        var reasons = new Refusals(this, calendar, entry.at(), subtasksOpen).of(entry);
        return reasons.isEmpty() ? Outcome.done(after(entry)) : Outcome.refused(reasons);
    }

    /** Every step of the procedure as it stands for this actor, without what it asks for being given yet. */
    public List<Offer> offers(Actor actor, LocalDateTime at, WorkCalendar calendar, boolean subtasksOpen) {
        var refusals = new Refusals(this, calendar, at, subtasksOpen);
        return procedure.steps().stream().map(step -> new Offer(step, refusals.of(step, actor))).toList();
    }

    public Stage standing() {
        return procedure.stages().stream().filter(s -> s.id().equals(stage)).findFirst().orElseThrow();
    }

    public boolean over() {
        return standing().ends();
    }

    /** The roles an actor has in this case. */
    public Set<String> rolesOf(Actor actor) {
        var roles = new LinkedHashSet<>(actor.standing());
        parties.forEach((role, units) -> {
            if (units.stream().anyMatch(actor::answersFor)) {
                roles.add(role);
            }
        });
        return roles;
    }

    public Set<UnitId> party(String role) {
        return parties.getOrDefault(role, Set.of());
    }

    /** The clocks started so far, in the order of the procedure. */
    public List<Timing> timings(LocalDateTime now, WorkCalendar calendar) {
        return procedure.clocks().stream().filter(rule -> ledgers.containsKey(rule.id()))
                .map(rule -> Timing.of(rule, ledgers.get(rule.id()), now, calendar)).toList();
    }

    /** Clocks that ask something of somebody now, the next due first: running, and more than the limit of one step. */
    public List<Timing> awaited(LocalDateTime now, WorkCalendar calendar) {
        return timings(now, calendar).stream().filter(Timing::runs)
                .filter(timing -> procedure.steps().stream().noneMatch(step -> step.inTimeOf().filter(timing.rule().id()::equals).isPresent()))
                .sorted(Comparator.comparing(Timing::lastDay)).toList();
    }

    /** What follows from the last step taken for a case below this one, where it can be taken there. */
    public Optional<Entry> following(Case below) {
        var last = journal.getLast();
        return step(last.step()).inSubtasks().flatMap(below::known).filter(step -> step.from().contains(below.stage))
                .map(step -> new Entry(step.id(), last.at(), last.by().fromAbove(), last.said().only(step.asks().stream().map(Procedure.Ask::id).toList())));
    }

    private Optional<Step> known(String id) {
        return procedure.steps().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    Step step(String id) {
        return known(id)
                .orElseThrow(() -> new IllegalArgumentException("no such step: " + id));
    }

    /** The step that brought the case to the stage it is at; empty at its beginning. */
    Optional<Entry> broughtHere() {
        return journal.reversed().stream().filter(entry -> step(entry.step()).to().isPresent()).findFirst();
    }

    boolean taken(String step) {
        return journal.stream().anyMatch(entry -> entry.step().equals(step));
    }

    private Case after(Entry entry) {
        var step = step(entry.step());
        var more = new ArrayList<>(journal);
        more.add(entry);
        var roles = new LinkedHashMap<>(parties);
        step.asks().forEach(ask -> ask.becomes()
                .filter(role -> entry.said().answers().containsKey(ask.id()))
                .ifPresent(role -> roles.put(role, entry.said().units(ask.id()))));
        var clocks = new ClockMoves(procedure, ledgers).after(new Move(step.id(), entry.at(), entry.said(), step.title()));
        return new Case(procedure, opening, more, step.to().orElse(stage), roles, clocks);
    }

    /**
     * A step as it stands for one actor (可办步骤).
     *
     * @param reasons empty where it can be taken
     */
    public record Offer(Step step, List<Reason> reasons) {
        public boolean open() {
            return reasons.isEmpty();
        }
    }
}
