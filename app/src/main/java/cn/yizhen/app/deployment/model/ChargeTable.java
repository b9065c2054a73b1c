package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.organisation.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Units, their charges and the leaders over them on one day: all an owner may be proposed from.
 *
 * @param units   every unit that can lead, under each of its names
 * @param charges in the order of the responsibility table
 * @param leaders the county leader in charge, by unit
 * @param groups  how many units each group has
 */
public record ChargeTable(
        Map<String, Party.One> units, List<Charge> charges, Map<UnitId, Leader> leaders, Map<Party.GroupKind, Integer> groups) {

    private static final Pattern EVERYONE = Pattern.compile("各级.*|各乡镇.*各?(部门|单位).*|全县各.*|各地各部门.*");
    private static final Pattern TOWNSHIPS = Pattern.compile("各(乡镇|镇|乡|街道)[^部单]*");
    private static final Pattern VILLAGES = Pattern.compile("各(村|社区|基层).*");
    private static final Pattern DEPARTMENTS = Pattern.compile("(县直)?各?(有关|相关|职能|县直)*(部门|单位|机关).*");

    public ChargeTable {
        units = Map.copyOf(units);
        charges = List.copyOf(charges);
        leaders = Map.copyOf(leaders);
        groups = Map.copyOf(groups);
    }

    /** The unit a document means by this name: its full or short name, or the one unit whose name ends so. */
    public Optional<Party.One> unit(String named) {
        var exact = units.get(named);
        if (exact != null) {
            return Optional.of(exact);
        }
        var bare = named.replaceAll("部门$", "部");
        if (bare.matches("县?(委|政府|党委|党组)")) {
            return Optional.empty();
        }
        var ends = units.entrySet().stream()
                .filter(unit -> bare.length() >= 2 && unit.getKey().endsWith(bare))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return ends.size() == 1 ? Optional.of(ends.getFirst()) : Optional.empty();
    }

    /** The group a document means, under the words it uses. */
    public Optional<Party.Group> group(String named) {
        var kind = EVERYONE.matcher(named).matches() ? Party.GroupKind.EVERYONE
                : TOWNSHIPS.matcher(named).matches() ? Party.GroupKind.TOWNSHIPS
                : VILLAGES.matcher(named).matches() ? Party.GroupKind.VILLAGES
                : DEPARTMENTS.matcher(named).matches() ? Party.GroupKind.DEPARTMENTS
                : null;
        return Optional.ofNullable(kind).map(k -> new Party.Group(k, named, groups.getOrDefault(k, 0)));
    }
}
