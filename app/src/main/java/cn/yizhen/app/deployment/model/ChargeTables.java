package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the responsibility table of a day for what an owner may be proposed from. */
public final class ChargeTables {

    private static final Set<UnitKind> CAN_LEAD =
            Set.of(UnitKind.COUNTY, UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION, UnitKind.TOWNSHIP);

    private ChargeTables() {}

    public static ChargeTable of(Organisation organisation) {
        var names = new HashMap<String, Party.One>();
        for (var unit : leadable(organisation)) {
            names.put(unit.name(), party(unit));
            names.put(unit.shortName(), party(unit));
        }
        return new ChargeTable(names, charges(organisation), leaders(organisation), groups(organisation));
    }

    /** Units that can stand in a row, in the order of the administrative division. */
    public static List<Unit> leadable(Organisation organisation) {
        return organisation.units().stream().filter(unit -> CAN_LEAD.contains(unit.kind()) && unit.parent() != null).toList();
    }

    /** The units a group means on the day. */
    public static List<Unit> members(Organisation organisation, Party.GroupKind group) {
        var kinds = switch (group) {
            case TOWNSHIPS -> Set.of(UnitKind.TOWNSHIP);
            case DEPARTMENTS -> Set.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION);
            case VILLAGES -> Set.of(UnitKind.VILLAGE, UnitKind.COMMUNITY);
            case EVERYONE -> Set.of(UnitKind.TOWNSHIP, UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION);
        };
        return organisation.units().stream().filter(unit -> kinds.contains(unit.kind())).toList();
    }

    /** Which of these names, as a table prints its parties, mean the unit among others: 各乡镇 for a township. */
    public static Set<String> groups(Organisation organisation, Collection<String> names, String unit) {
        var table = of(organisation);
        return names.stream().distinct()
                .filter(name -> table.group(name).filter(group -> members(organisation, group.kind()).stream()
                        .anyMatch(member -> member.shortName().equals(unit) || member.name().equals(unit))).isPresent())
                .collect(Collectors.toSet());
    }

    public static Party.One party(Unit unit) {
        return new Party.One(unit.id(), unit.shortName());
    }

    private static List<Charge> charges(Organisation organisation) {
        var charges = new ArrayList<Charge>();
        for (var line : organisation.responsibilities()) {
            boolean leads = line.kind() == ResponsibilityKind.LEADS;
            if (line.bearer() instanceof Bearer.OfUnit(var id) && (leads || line.kind() == ResponsibilityKind.SUPPORTS)) {
                organisation.unit(id).ifPresent(unit -> charges.add(charge(unit, leads, line)));
            }
        }
        return charges;
    }

    private static Charge charge(Unit unit, boolean leads, Responsibility line) {
        var words = Stream.concat(Stream.of(line.subject()), line.keywords().stream()).toList();
        return new Charge(party(unit), leads, line.subject(), words, line.basis());
    }

    /** The leader over a unit stands outside it; a deputy of its own is none. */
    private static Map<UnitId, Leader> leaders(Organisation organisation) {
        var leaders = new HashMap<UnitId, Leader>();
        for (var line : organisation.responsibilities()) {
            var over = line.over();
            if (over != null && line.kind() == ResponsibilityKind.IN_CHARGE && line.bearer() instanceof Bearer.OfPost(var post)) {
                organisation.post(post).filter(p -> !p.unit().equals(over)).ifPresent(p -> leaders.putIfAbsent(over, leader(organisation, p)));
            }
        }
        return leaders;
    }

    public static Leader leader(Organisation organisation, Post post) {
        var holder = organisation.holders(post.id()).stream()
                .flatMap(holding -> organisation.person(holding.person()).stream())
                .map(person -> person.name() + " ")
                .collect(Collectors.joining("、"));
        return new Leader(post.id(), holder + post.title());
    }

    private static Map<Party.GroupKind, Integer> groups(Organisation organisation) {
        var sizes = new EnumMap<Party.GroupKind, Integer>(Party.GroupKind.class);
        for (var group : Party.GroupKind.values()) {
            sizes.put(group, members(organisation, group).size());
        }
        return sizes;
    }

    /** Every unit an assignment asks, groups resolved for the day, the lead first. */
    public static List<UnitId> asked(Organisation organisation, Assignment assignment) {
        var lead = Optional.ofNullable(assignment.lead()).map(Party.One::unit).stream();
        var others = assignment.supporting().stream().flatMap(party -> switch (party) {
            case Party.One(var unit, _) -> Stream.of(unit);
            case Party.Group(var kind, _, _) -> members(organisation, kind).stream().map(Unit::id);
        });
        return Stream.concat(lead, others).distinct().toList();
    }
}
