package cn.yizhen.app.matter;

import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.procedure.Case;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matters as they stood on a day, as far as an act knew: steps taken later or noted later are left out. */
@Component
public class MatterHistory {

    private final Transactions transactions;
    private final MatterStore store;
    private final Actors actors;
    private final Calendars calendars;

    MatterHistory(Transactions transactions, MatterStore store, Actors actors, Calendars calendars) {
        this.transactions = transactions;
        this.store = store;
        this.actors = actors;
        this.calendars = calendars;
    }

    /**
     * A matter then.
     *
     * @param origin the row of an issued table it was opened for, or null
     */
    public record Then(Matter matter, @Nullable UUID origin) {}

    /** Which steps were known: per matter the number of its steps, absent where the matter itself was not. */
    private record Known(Map<UUID, Integer> steps, Map<UUID, UUID> origins) {}

    /** Every matter in reach that existed on the scope's day, by when it was opened. */
    public List<Then> inReach(Scope scope) {
        return transactions.reading(scope, sql -> {
            var known = known(sql, scope.asOf().known());
            var all = scope.has(Permission.SUPERVISE) ? store.all(sql) : store.with(sql, actors.units(scope));
            return all.stream().flatMap(matter -> then(scope, matter, known)).toList();
        });
    }

    /** Every matter the row policies show, as it stood on the scope's day with what was known at its act. */
    public List<Matter> visible(Scope scope) {
        return transactions.reading(scope, sql -> {
            var known = known(sql, scope.asOf().known());
            return store.all(sql).stream().flatMap(matter -> then(scope, matter, known)).map(Then::matter).toList();
        });
    }

    /** By when it was to be done: the end of its lead's own clock, as it stood on the scope's day. */
    public Optional<LocalDate> due(Scope scope, Matter matter) {
        var here = matter.here();
        return here.timings(scope.asOf().on().atTime(23, 59), calendars.calendar(scope)).stream()
                .filter(timing -> timing.rule().extension().isPresent())
                .flatMap(timing -> Optional.ofNullable(timing.reckoning().due()).stream()).map(due -> due.day()).findFirst();
    }

    private static Stream<Then> then(Scope scope, Matter matter, Known known) {
        var steps = known.steps().get(matter.id().value());
        var on = scope.asOf().on();
        if (steps == null || matter.openedAt().toLocalDate().isAfter(on)) {
            return Stream.empty();
        }
        var journal = matter.here().journal().stream().limit(steps).takeWhile(entry -> !entry.at().toLocalDate().isAfter(on)).toList();
        var then = Case.replayed(matter.here().procedure(), matter.here().opening(), journal);
        return Stream.of(new Then(matter.with(then), known.origins().get(matter.id().value())));
    }

    private static Known known(JdbcClient sql, long known) {
        var steps = new HashMap<UUID, Integer>();
        var origins = new HashMap<UUID, UUID>();
        sql.sql("""
                select m.id, m.origin, (select count(*) from matter_step s left join act_order o on o.act = s.act
                                        where s.matter = m.id and (:all or o.number <= :known)) as steps
                from matter m left join act_order o on o.act = m.act where :all or o.number <= :known
                """)
                .param("all", known == AsOf.LATEST).param("known", known)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    steps.put(id, row.getInt("steps"));
                    Optional.ofNullable(row.getObject("origin", UUID.class)).ifPresent(origin -> origins.put(id, origin));
                    return id;
                }).list();
        return new Known(steps, origins);
    }
}
