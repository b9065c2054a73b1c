package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whose instances somebody may see one by one: those of the own units and of what stands below them, and all
 * of an institution for the department that keeps it. The county as a whole sees totals (red line 5).
 */
record Reach(Scope scope, Organisation organisation) {

    Predicate<UnitId> of(Institution institution) {
        if (scope.isSystem() || institution.records().stream().anyMatch(record -> scope.kinds().contains(record.kind()))) {
            return _ -> true;
        }
        Set<UnitId> roots = scope.roots().stream()
                .filter(root -> organisation.unit(root).map(Unit::kind).filter(kind -> kind != UnitKind.COUNTY).isPresent())
                .collect(Collectors.toSet());
        return unit -> roots.stream().anyMatch(root -> organisation.reaches(root, unit));
    }
}
