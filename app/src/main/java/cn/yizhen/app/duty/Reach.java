package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose instances somebody may see one by one: those of the own units and of what stands below them, and all
 * of an institution for the department that keeps it. The county as a whole sees totals (red line 5).
 *
 * @param roots the asker's units of today, or what they came out of, as they stood on the scope's day
 */
record Reach(Scope scope, Timeline timeline, Set<UnitId> roots) {

    static Reach of(Scope scope, Timeline timeline, Organisations organisations) {
        return new Reach(scope, timeline, scope.roots().stream().flatMap(root -> organisations.then(scope, root).stream()).collect(Collectors.toSet()));
    }

    /** Of the units that satisfy the question, those whose instances of the institution may be seen. */
    Set<UnitId> of(Institution institution, Predicate<UnitId> units) {
        return whole(institution) ? timeline.units().stream().filter(units).collect(Collectors.toSet()) : own(units);
    }

    /** Whether the instances of every unit may be seen. */
    boolean whole(Institution institution) {
        return scope.isSystem() || institution.records().stream().anyMatch(record -> scope.kinds().contains(record.kind()));
    }

    /** The same for an institution somebody else keeps. */
    Set<UnitId> own(Predicate<UnitId> units) {
        Organisation organisation = timeline.on(scope.asOf().on());
        Set<UnitId> mine = roots.stream()
                .filter(root -> organisation.unit(root).map(Unit::kind).filter(kind -> kind != UnitKind.COUNTY).isPresent())
                .collect(Collectors.toSet());
        return timeline.units().stream().filter(units).filter(unit -> mine.stream().anyMatch(root -> stands(root, unit)))
                .collect(Collectors.toSet());
    }

    /** Whether a unit stands in a part of the tree on the day; one that is gone stands where it last stood, and with its heirs. */
    boolean stands(UnitId root, UnitId unit) {
        LocalDate on = scope.asOf().on();
        Organisation organisation = timeline.on(on);
        return organisation.unit(unit).isPresent()
                ? organisation.reaches(root, unit)
                : unit.equals(root) || afterItsEnd(unit, on).anyMatch(next -> stands(root, next));
    }

    private Stream<UnitId> afterItsEnd(UnitId unit, LocalDate on) {
        return timeline.lifeOf(new Bearer.OfUnit(unit)).map(Valid::until).filter(until -> !until.isAfter(on)).stream()
                .flatMap(until -> Stream.concat(
                        timeline.on(until.minusDays(1)).unit(unit).map(Unit::parent).stream(),
                        timeline.heirsOf(unit, until, on).stream().filter(heir -> !heir.equals(unit))));
    }
}
