package cn.yizhen.app.desk;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.matter.DeskItem;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.web.Modules;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The week of each unit the asker holds a post in, whoever in it is to do what: for the wall. */
@Component
class Weeks {

    private final Organisations organisations;
    private final DutyRows duties;
    private final MatterRows matters;
    private final Modules modules;

    Weeks(Organisations organisations, DutyRows duties, MatterRows matters, Modules modules) {
        this.organisations = organisations;
        this.duties = duties;
        this.matters = matters;
        this.modules = modules;
    }

    /** One for each unit; a branch stands in the week of the village it belongs to. */
    List<Week> of(Scope scope) {
        var organisation = organisations.asOf(scope);
        var items = (modules.isOn("matter") ? matters.items(scope) : List.<DeskItem>of()).stream().filter(item -> item.place() == DeskItem.Place.TO_DO).toList();
        return houses(scope, organisation).stream().map(house -> week(scope, organisation, house, items)).toList();
    }

    private Week week(Scope scope, Organisation organisation, HeldPost house, List<DeskItem> items) {
        var units = household(organisation, house.unit());
        List<DutyRows.Placed> placed = new ArrayList<>(modules.isOn("duty") ? duties.ofUnits(scope, organisation, units, house) : List.of());
        items.stream().filter(item -> units.contains(item.post().unit()))
                .map(item -> matters.toDo(item, scope.asOf().on(), organisation).of(item.post().unitName()))
                .forEach(placed::add);
        return Week.of(house.unitName(), DutyRows.grouped(placed));
    }

    private static List<HeldPost> houses(Scope scope, Organisation organisation) {
        var own = scope.posts().stream().map(HeldPost::unit).collect(Collectors.toSet());
        var first = scope.posts().stream().collect(Collectors.toMap(HeldPost::unit, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        return first.values().stream()
                .filter(post -> organisation.unit(post.unit()).filter(unit -> own.contains(unit.parent()) && Seats.isBranchOf(organisation, unit)).isEmpty())
                .toList();
    }

    private static Set<UnitId> household(Organisation organisation, UnitId house) {
        return Stream.concat(Stream.of(house), organisation.children(house).stream().filter(unit -> Seats.isBranchOf(organisation, unit)).map(Unit::id))
                .collect(Collectors.toSet());
    }
}
