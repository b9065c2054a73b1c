package cn.yizhen.rules.organisation;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The units of a day in preorder: whatever stands below a unit is the slice right after it. */
final class UnitTree {

    private static final Comparator<Unit> SIBLINGS = Comparator.comparingInt(Unit::rank).thenComparing(Unit::code);

    private final List<Unit> preorder;
    private final Map<UnitId, Integer> place;
    private final int[] end;

    private UnitTree(List<Unit> preorder, Map<UnitId, Integer> place, int[] end) {
        this.preorder = List.copyOf(preorder);
        this.place = Map.copyOf(place);
        this.end = end;
    }

    /** The tree of these units, or every reason why they are none. */
    static Outcome<UnitTree> of(Collection<Unit> units) {
        Map<UnitId, Unit> byId = new HashMap<>();
        List<Reason> reasons = new ArrayList<>();
        for (Unit unit : units) {
            if (byId.put(unit.id(), unit) != null) {
                reasons.add(OrganisationReasons.unitTwice(unit));
            }
        }
        reasons.addAll(missingParents(byId));
        reasons.addAll(Cycles.in(byId));
        reasons.addAll(surplusRoots(byId));
        return reasons.isEmpty() ? Outcome.done(build(byId)) : Outcome.refused(reasons);
    }

    private static List<Reason> missingParents(Map<UnitId, Unit> byId) {
        return byId.values().stream()
                .filter(unit -> unit.parent() != null && !byId.containsKey(unit.parent()))
                .sorted(SIBLINGS)
                .map(OrganisationReasons::parentMissing)
                .toList();
    }

    private static List<Reason> surplusRoots(Map<UnitId, Unit> byId) {
        return byId.values().stream()
                .filter(unit -> unit.parent() == null)
                .sorted(SIBLINGS)
                .skip(1)
                .map(OrganisationReasons::secondRoot)
                .toList();
    }

    private static UnitTree build(Map<UnitId, Unit> byId) {
        Map<@Nullable UnitId, List<Unit>> children = new HashMap<>();
        byId.values().forEach(unit -> children.computeIfAbsent(unit.parent(), _ -> new ArrayList<>()).add(unit));
        children.values().forEach(siblings -> siblings.sort(SIBLINGS));
        List<Unit> preorder = new ArrayList<>(byId.size());
        Map<UnitId, Integer> place = HashMap.newHashMap(byId.size());
        int[] end = new int[byId.size()];
        children.getOrDefault(null, List.of()).forEach(root -> visit(root, children, preorder, place, end));
        return new UnitTree(preorder, place, end);
    }

    private static void visit(
            Unit unit, Map<@Nullable UnitId, List<Unit>> children, List<Unit> preorder, Map<UnitId, Integer> place, int[] end) {
        int here = preorder.size();
        preorder.add(unit);
        place.put(unit.id(), here);
        children.getOrDefault(unit.id(), List.of()).forEach(child -> visit(child, children, preorder, place, end));
        end[here] = preorder.size();
    }

    List<Unit> preorder() {
        return preorder;
    }

    @Nullable Unit find(UnitId id) {
        Integer at = place.get(id);
        return at == null ? null : preorder.get(at);
    }

    /** The unit and all below it, in preorder; empty for a unit that does not exist on the day. */
    List<Unit> subtree(UnitId id) {
        Integer at = place.get(id);
        return at == null ? List.of() : preorder.subList(at, end[at]);
    }

    boolean reaches(UnitId ancestor, UnitId unit) {
        Integer above = place.get(ancestor);
        Integer below = place.get(unit);
        return above != null && below != null && above <= below && below < end[above];
    }

    int place(UnitId id) {
        Integer at = place.get(id);
        return at == null ? -1 : at;
    }
}
