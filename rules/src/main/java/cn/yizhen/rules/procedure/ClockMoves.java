package cn.yizhen.rules.procedure;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.clock.Budget;
import cn.yizhen.rules.clock.Extension;
import cn.yizhen.rules.clock.Ledger;
import cn.yizhen.rules.clock.Term;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.Procedure.ClockRule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step does to every clock of a case. A clock that does not run is left alone by steps that suspend,
 * resume or stop it, so one step may speak to many clocks.
 */
final class ClockMoves {

    private static final String UNTIL = "until ";

    private final Procedure procedure;
    private final Map<String, Ledger> ledgers;

    ClockMoves(Procedure procedure, Map<String, Ledger> ledgers) {
        this.procedure = procedure;
        this.ledgers = ledgers;
    }

    Map<String, Ledger> after(Move move) {
        var moved = new LinkedHashMap<>(ledgers);
        for (var rule : procedure.clocks()) {
            var ledger = after(rule, ledgers.get(rule.id()), move);
            if (ledger != null) {
                moved.put(rule.id(), ledger);
            }
        }
        return moved;
    }

    private static @Nullable Ledger after(ClockRule rule, @Nullable Ledger ledger, Move move) {
        var step = move.step();
        if (rule.startsAt().contains(step)) {
            // a limit nobody had set yet does not begin
            return rule.budget().on(move.at().toLocalDate()).isEmpty() ? ledger : Ledger.armed(started(rule, ledger, move), move.at());
        }
        if (ledger == null) {
            return null;
        }
        if (rule.rearmedBy().contains(step)) {
            return Ledger.armed(started(rule, ledger, move), move.at());
        }
        if (rule.stopsAt().contains(step) && ledger.stoppedAt() == null) {
            return (ledger.standsStill() ? ledger.resumed(move.at()) : ledger).stopped(move.at());
        }
        if (rule.suspendedBy().contains(step) && ledger.runs()) {
            return ledger.suspended(move.at(), move.said().words("ground").orElse(move.title()), move.said().words("document").orElse(null));
        }
        if (rule.resumedBy().contains(step) && ledger.standsStill()) {
            return ledger.resumed(move.at());
        }
        return rule.extension().filter(e -> e.step().equals(step) && ledger.stoppedAt() == null)
                .map(e -> ledger.extended(granted(e, rule, ledger, move))).orElse(ledger);
    }

    /** A new day given with the step sets the term; without one, an earlier term is taken over whole. */
    private static Term started(ClockRule rule, @Nullable Ledger earlier, Move move) {
        var budget = budget(rule, move.at().toLocalDate());
        if (!budget.startsWith(UNTIL)) {
            return new Term(parsed(budget), rule.rollForward());
        }
        var day = move.said().day(budget.substring(UNTIL.length()));
        if (day.isPresent()) {
            return Term.until(move.at().toLocalDate(), day.get());
        }
        if (earlier == null) {
            throw new IllegalStateException(rule.id() + " starts without the day it needs");
        }
        return earlier.term();
    }

    private static Extension granted(Procedure.Extension extension, ClockRule rule, Ledger ledger, Move move) {
        var term = extension.to().startsWith(UNTIL)
                ? ledger.termUntil(move.said().day(extension.to().substring(UNTIL.length())).orElseThrow())
                : new Term(parsed(extension.to()), rule.rollForward());
        return new Extension(move.at(), term, move.said().words("approver").orElse(""),
                move.said().words("ground").orElse(extension.ground()), move.said().words("document").orElse(null));
    }

    private static String budget(ClockRule rule, LocalDate day) {
        return rule.budget().on(day).orElseThrow(() -> new IllegalStateException(rule.id() + " has no value on " + day));
    }

    /** Budgets of a procedure are checked when its file is read. */
    static Budget parsed(String text) {
        return switch (Budget.parse(text)) {
            case Outcome.Done<Budget>(var budget) -> budget;
            case Outcome.Refused<Budget>(var reasons) -> throw new IllegalStateException(reasons.toString());
        };
    }
}
