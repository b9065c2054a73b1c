package cn.yizhen.rules.organisation;

import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds units that stand below themselves; each ring is named once, with all its units. */
final class Cycles {

    private Cycles() {}

    static List<Reason> in(Map<UnitId, Unit> byId) {
        List<Reason> reasons = new ArrayList<>();
        Set<UnitId> settled = new HashSet<>();
        byId.values().stream().sorted(Comparator.comparing(Unit::code)).forEach(unit -> {
            List<Unit> ring = climb(unit, byId, settled);
            if (!ring.isEmpty()) {
                reasons.add(OrganisationReasons.cycle(ring));
            }
        });
        return reasons;
    }

    private static List<Unit> climb(Unit start, Map<UnitId, Unit> byId, Set<UnitId> settled) {
        List<Unit> path = new ArrayList<>();
        Set<UnitId> onPath = new HashSet<>();
        @Nullable Unit at = start;
        while (at != null && settled.add(at.id())) {
            path.add(at);
            onPath.add(at.id());
            at = at.parent() == null ? null : byId.get(at.parent());
        }
        return at != null && onPath.contains(at.id()) ? path.subList(path.indexOf(at), path.size()) : List.of();
    }
}
