package cn.yizhen.app.matter;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Case;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was open with some units on a day, as far as an act knew it: for their responsibility tables. */
@Component
public class OpenMatters {

    private final Transactions transactions;
    private final MatterStore store;
    private final Calendars calendars;
    private final UnitNames names;

    OpenMatters(Transactions transactions, MatterStore store, Calendars calendars, UnitNames names) {
        this.transactions = transactions;
        this.store = store;
        this.calendars = calendars;
        this.names = names;
    }

    /**
     * A matter as it stood at the end of the day.
     *
     * @param handlers who leads or answers it
     * @param handler  their names
     * @param parties  every unit with a role in it, the handlers and the raiser among them
     * @param raiser   who raised it
     * @param due      when the next clock ends, or null
     */
    public record Open(MatterId id, String number, String kind, String title, Set<UnitId> handlers, String handler, Set<UnitId> parties,
            UnitId raiser, String stage, @Nullable LocalDate due) {}

    /** Matters open at the scope's two points in time in which one of the units has a role, the next due first. */
    public List<Open> of(Scope scope, Set<UnitId> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        var on = scope.asOf().on();
        return transactions.reading(scope, sql -> store.with(sql, units, scope.asOf().known())).stream()
                .filter(matter -> !matter.openedAt().toLocalDate().isAfter(on))
                .map(matter -> matter.with(then(matter.here(), on)))
                .filter(matter -> !matter.here().over())
                .map(matter -> open(scope, matter))
                .filter(open -> open.parties().stream().anyMatch(units::contains))
                .sorted(Comparator.comparing(Open::due, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Open::number))
                .toList();
    }

    private static Case then(Case now, LocalDate on) {
        return Case.replayed(now.procedure(), now.opening(), now.journal().stream().filter(entry -> !entry.at().toLocalDate().isAfter(on)).toList());
    }

    private Open open(Scope scope, Matter matter) {
        var here = matter.here();
        var handlers = here.party("lead").isEmpty() ? here.party("asked") : here.party("lead");
        var parties = new LinkedHashSet<>(Set.of(matter.raiser()));
        here.parties().values().forEach(parties::addAll);
        var due = here.awaited(scope.asOf().on().atTime(LocalTime.NOON), calendars.calendar(scope)).stream().findFirst()
                .map(timing -> timing.reckoning().due()).map(end -> end.day()).orElse(null);
        return new Open(matter.id(), matter.number(), matter.kind().chinese(), matter.title(), handlers, names.of(scope, handlers), Set.copyOf(parties),
                matter.raiser(), here.standing().title(), due);
    }
}
