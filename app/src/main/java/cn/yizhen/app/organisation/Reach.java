package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.UnitId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who reaches whom for the row policies: a unit is reached from every unit it ever stood under, and from
 * the units that took its place and those above them, since a successor answers for what was done.
 */
final class Reach {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<UnitId, Set<UnitId>> upwards = new HashMap<>();

    Reach(OrganisationHistory... parts) {
        Stream.of(parts).flatMap(part -> part.units().stream()).forEach(fact -> {
            var above = upwards.computeIfAbsent(fact.value().id(), _ -> new LinkedHashSet<>());
            if (fact.value().parent() != null) {
                above.add(fact.value().parent());
            }
        });
        Stream.of(parts).flatMap(part -> part.successions().stream()).forEach(fact -> fact.value().predecessors().forEach(
                old -> upwards.computeIfAbsent(old, _ -> new LinkedHashSet<>()).addAll(fact.value().successors())));
    }

    /** The unit itself and everything that reaches it. */
    Set<UnitId> reaching(UnitId unit) {
        var found = new LinkedHashSet<UnitId>();
        var open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (found.add(next)) {
                open.addAll(upwards.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    void note(Writing writing) {
        writing.sql().sql("""
                insert into unit_reach (unit, ancestor, county)
                select unit, ancestor, :county from jsonb_to_recordset(cast(:pairs as jsonb)) as pair(unit uuid, ancestor uuid)
                on conflict do nothing
                """)
                .param("county", writing.scope().county())
                .param("pairs", pairs())
                .update();
    }

    /** Takes back every reach these facts do not give: something was noted wrongly. */
    void takeBack(Writing writing) {
        writing.sql().sql("""
                delete from unit_reach r where not exists (
                  select from jsonb_to_recordset(cast(:pairs as jsonb)) as pair(unit uuid, ancestor uuid)
                  where pair.unit = r.unit and pair.ancestor = r.ancestor)
                """)
                .param("pairs", pairs())
                .update();
    }

    private String pairs() {
        var pairs = new ArrayList<Map<String, Object>>();
        upwards.keySet().forEach(unit -> reaching(unit).forEach(
                ancestor -> pairs.add(Map.of("unit", unit.value(), "ancestor", ancestor.value()))));
        return JSON.writeValueAsString(pairs);
    }
}
