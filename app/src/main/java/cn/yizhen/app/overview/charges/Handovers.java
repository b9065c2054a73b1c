package cn.yizhen.app.overview.charges;

import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.matter.OpenMatters;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.State;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together what there is to do on the day somebody takes a post. Nothing moves: it all belongs to the post and its unit. */
@Component
class Handovers {

    private final ResponsibilityTables tables;
    private final OpenMatters matters;
    private final Duties duties;

    Handovers(ResponsibilityTables tables, OpenMatters matters, Duties duties) {
        this.tables = tables;
        this.matters = matters;
        this.duties = duties;
    }

    Optional<Handover> of(Scope scope, PostId post, AsOf point) {
        return tables.of(scope, post, point).map(table -> of(scope, table, point));
    }

    private Handover of(Scope scope, ResponsibilityTable table, AsOf point) {
        var lines = tables.lines(scope, point);
        boolean full = scope.has(Permission.SUPERVISE) || tables.reaches(scope, lines, table.unit());
        var due = due(full ? scope.at(point) : Scope.system(scope.county(), "清点交接时的应办", point), table.unit());
        var waiting = matters.of(Scope.system(scope.county(), "列出等答复的事项", point), Set.of(table.unit())).stream()
                .filter(matter -> matter.raiser().equals(table.unit()) && !matter.handlers().contains(table.unit()))
                .filter(matter -> tables.maySee(scope, lines, matter))
                .map(Handovers::line).toList();
        return new Handover(table, waiting, full ? due : List.of(), full, full ? 0 : due.size());
    }

    private static ResponsibilityTable.OpenLine line(OpenMatters.Open matter) {
        return new ResponsibilityTable.OpenLine(matter.number(), matter.title(), matter.handler(), matter.stage(), matter.due(), null);
    }

    private List<Handover.Due> due(Scope scope, UnitId unit) {
        var day = scope.asOf().on();
        return duties.standings(scope, new Period(day, day.plusDays(1)), unit::equals).stream()
                .filter(standing -> standing.state() == State.OPEN || standing.state() == State.NOT_SEEN)
                .sorted(Comparator.comparing((Standing standing) -> standing.instance().key().period().lastDay()))
                .map(standing -> new Handover.Due(standing.duty().title(), duties.nameOf(scope, standing.instance().key().bearer()),
                        standing.instance().key().period().label(), standing.instance().key().period().lastDay()))
                .toList();
    }
}
