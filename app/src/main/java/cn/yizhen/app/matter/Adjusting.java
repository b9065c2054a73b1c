package cn.yizhen.app.matter;

import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Case;
import cn.yizhen.rules.procedure.Particulars;
import cn.yizhen.rules.procedure.Timing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Which step of a supervised matter an adjustment of its row amounts to, seen from where the matter stands:
 * an adjustment that leaves everything as it is takes none, and a clock starts anew only where the lead changes
 * or the day is brought forward.
 */
record Adjusting(Case here, LocalDateTime now, WorkCalendar calendar) {

    /** A step with what is given with it. */
    record Asked(String step, Particulars said) {}

    Optional<Asked> step(Adjustment change) {
        var because = Particulars.NONE.and("ground", change.ground());
        var decided = because.and("approver", change.approver()).and("document", change.paper());
        return switch (change) {
            case Adjustment.OfUnits(var lead, var support, var paper, _, _) -> units(lead, support, because, paper);
            case Adjustment.OfDay(var due, _, _, _) -> day(due).map(step -> new Asked(step, decided.and("due", due)));
            case Adjustment.Suspended _ -> Optional.of(new Asked("suspend", decided));
            case Adjustment.Resumed _ -> Optional.of(new Asked("resume", because));
            case Adjustment.Terminated _ -> Optional.of(new Asked("terminate", decided));
        };
    }

    private Optional<Asked> units(UnitId lead, Set<UnitId> support, Particulars because, String paper) {
        var beside = because.and("support", support.toArray(UnitId[]::new));
        if (!here.party("lead").contains(lead)) {
            return Optional.of(new Asked("transfer", beside.and("lead", lead)));
        }
        return here.party("support").equals(support) ? Optional.empty() : Optional.of(new Asked("regroup", beside.and("document", paper)));
    }

    /** Later is an extension; earlier is set anew; the same day is nothing. */
    private Optional<String> day(LocalDate due) {
        var ends = here.timings(now, calendar).stream().filter(timing -> timing.rule().id().equals("handle")).map(Timing::lastDay).findFirst();
        return ends.filter(due::equals).isPresent() ? Optional.empty() : Optional.of(ends.filter(due::isBefore).isPresent() ? "redate" : "extend");
    }
}
