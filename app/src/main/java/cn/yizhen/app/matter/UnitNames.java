package cn.yizhen.app.matter;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names units on pages, dissolved ones too, and says which units a matter may be given to. */
@Component
public class UnitNames {

    private static final Set<UnitKind> ADDRESSED = Set.of(UnitKind.DEPARTMENT, UnitKind.TOWNSHIP, UnitKind.PUBLIC_INSTITUTION,
            UnitKind.PEOPLES_CONGRESS, UnitKind.CONSULTATIVE_CONFERENCE, UnitKind.GOVERNMENT);
    private static final Set<UnitKind> BELOW = Set.of(UnitKind.VILLAGE, UnitKind.COMMUNITY);

    private final Organisations organisations;

    UnitNames(Organisations organisations) {
        this.organisations = organisations;
    }

    /** A unit to choose. */
    public record Choice(UnitId unit, String name) {}

    String of(Scope scope, UnitId unit) {
        return organisations.asOf(scope).unit(unit).map(Unit::shortName).orElseGet(() -> past(scope, unit));
    }

    String of(Scope scope, Collection<UnitId> units) {
        var organisation = organisations.asOf(scope);
        return units.stream().sorted(Comparator.comparingInt(organisation::place)).map(unit -> of(scope, unit)).collect(Collectors.joining("、"));
    }

    /** Departments and townships, and the villages below the asker's own unit, in the order of the division. */
    public List<Choice> choices(Scope scope) {
        var organisation = organisations.asOf(scope);
        var own = scope.post().unit();
        return Stream.concat(organisation.units().stream().filter(unit -> ADDRESSED.contains(unit.kind())),
                        organisation.subtree(own).stream().filter(unit -> BELOW.contains(unit.kind())))
                .filter(unit -> !unit.id().equals(own)).distinct()
                .map(unit -> new Choice(unit.id(), unit.shortName())).toList();
    }

    private String past(Scope scope, UnitId unit) {
        return organisations.history(scope).units().stream().map(Fact::value).filter(known -> known.id().equals(unit))
                .reduce((_, later) -> later).map(known -> known.shortName() + "（已撤并）").orElse("（单位不详）");
    }
}
