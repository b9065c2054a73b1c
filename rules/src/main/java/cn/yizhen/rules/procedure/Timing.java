package cn.yizhen.rules.procedure;

import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.clock.Ledger;
import cn.yizhen.rules.clock.Reckoning;
import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.institution.Procedure.ClockRule;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One clock of a case as it stands at a moment (时限).
 *
 * @param rule      what it is, whose time it is and the clause
 * @param ledger    what happened to it
 * @param reckoning when it ends and the account of every day
 * @param late      whether it ran out before it was settled, or has run out by now
 */
public record Timing(ClockRule rule, Ledger ledger, Reckoning reckoning, boolean late) {

    static Timing of(ClockRule rule, Ledger ledger, LocalDateTime now, WorkCalendar calendar) {
        return new Timing(rule, ledger, ledger.reckon(calendar), ledger.late(now, calendar));
    }

    /** Whether it may be called 已逾期: it ran out, and it is more than a reminder. */
    public boolean overdue() {
        return late && rule.binding() == Binding.MUST;
    }

    /** The last day of the term; {@link LocalDate#MAX} while it stands still. */
    public LocalDate lastDay() {
        return reckoning.due() == null ? LocalDate.MAX : reckoning.due().day();
    }

    /** Whether it neither stands still nor was settled. */
    public boolean runs() {
        return ledger.runs();
    }
}
