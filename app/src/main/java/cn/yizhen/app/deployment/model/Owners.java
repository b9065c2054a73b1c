package cn.yizhen.app.deployment.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proposes who answers for a row: units the text names, else what the responsibility table says, else a
 * question. It never guesses: two units that match equally well are both named and neither is chosen.
 */
public final class Owners {

    private static final int MOST_SUPPORTING = 3;

    private final ChargeTable table;

    public Owners(ChargeTable table) {
        this.table = table;
    }

    /**
     * @param wording the row's words
     * @param named   units the text names for it, the lead first
     */
    public Assignment propose(String wording, List<String> named) {
        var units = new ArrayList<Party.One>();
        var groups = new LinkedHashSet<Party>();
        var unknown = new ArrayList<String>();
        for (var name : named) {
            table.unit(name).ifPresentOrElse(units::add,
                    () -> table.group(name).ifPresentOrElse(groups::add, () -> unknown.add(name)));
        }
        if (!units.isEmpty()) {
            return fromText(units, groups, unknown);
        }
        var proposed = fromTable(wording);
        if (!groups.isEmpty()) {
            return collected(proposed, groups);
        }
        return unknown.isEmpty() ? proposed : Assignment.question(
                "文中点名“" + String.join("、", unknown) + "”，机构表中没有这个单位，请选定。" + (proposed.open() ? "" : proposed.reason()));
    }

    private Assignment fromText(List<Party.One> units, Set<Party> groups, List<String> unknown) {
        var lead = units.getFirst();
        var supporting = new LinkedHashSet<Party>(units.subList(1, units.size()));
        supporting.remove(lead);
        supporting.addAll(groups);
        var reason = "文中点名" + units.stream().map(Party.One::name).collect(Collectors.joining("、"))
                + (unknown.isEmpty() ? "。" : "；“" + String.join("、", unknown) + "”在机构表中没有，请核对。");
        return new Assignment(lead, List.copyOf(supporting), table.leaders().get(lead.unit()), reason, false);
    }

    /** 各乡镇、各部门 are asked through one lead that collects. */
    private Assignment collected(Assignment proposed, Set<Party> groups) {
        var names = groups.stream().map(Party::name).collect(Collectors.joining("、"));
        var supporting = new LinkedHashSet<>(proposed.supporting());
        supporting.addAll(groups);
        var lead = proposed.lead();
        if (lead == null) {
            return new Assignment(null, List.copyOf(supporting), null,
                    "文中要求" + names + "，请选定一个汇总的牵头单位。" + proposed.reason(), false);
        }
        return new Assignment(lead, List.copyOf(supporting), proposed.leader(),
                proposed.reason() + "文中要求" + names + "，由牵头单位汇总。", false);
    }

    private Assignment fromTable(String wording) {
        var matches = matches(wording);
        if (matches.isEmpty()) {
            return Assignment.question("分工表中没有找到对应的职责，请选定牵头单位。");
        }
        var best = matches.getFirst();
        var rivals = matches.stream().filter(m -> m.weight() == best.weight()).toList();
        if (rivals.size() > 1) {
            return Assignment.question(rivals.stream().map(m -> m.unit().name()).collect(Collectors.joining("、"))
                    + "的分工都涉及“" + best.words() + "”，请选定牵头单位。");
        }
        var supporting = matches.stream().skip(1)
                .filter(m -> m.weight() * 2 >= best.weight() && m.addsTo(best))
                .limit(MOST_SUPPORTING)
                .<Party>map(Match::unit)
                .toList();
        return new Assignment(best.unit(), supporting, table.leaders().get(best.unit().unit()), best.reason(), false);
    }

    /** Units whose charges name words of the row, best first; each unit once. */
    private List<Match> matches(String wording) {
        Map<Party.One, Match> byUnit = new LinkedHashMap<>();
        for (var charge : table.charges()) {
            var found = longest(charge.keywords().stream().filter(wording::contains).toList());
            if (!found.isEmpty()) {
                byUnit.merge(charge.unit(), new Match(charge, found), (a, b) -> a.weight() >= b.weight() ? a : b);
            }
        }
        return byUnit.values().stream().sorted(Comparator.comparingInt(Match::weight).reversed()).toList();
    }

    /** Without words that are only part of another one found. */
    private static List<String> longest(List<String> words) {
        return words.stream().filter(w -> words.stream().noneMatch(o -> !o.equals(w) && o.contains(w))).toList();
    }

    private record Match(Charge charge, List<String> found) {

        Party.One unit() {
            return charge.unit();
        }

        /** Longer words say more; a supporting charge says a little less than a leading one. */
        int weight() {
            int sum = found.stream().mapToInt(word -> word.length() * word.length()).sum();
            return charge.leads() ? sum * 2 : sum;
        }

        boolean addsTo(Match best) {
            return found.stream().anyMatch(word -> best.found.stream().noneMatch(known -> known.contains(word)));
        }

        String words() {
            return String.join("、", found);
        }

        String reason() {
            return "分工表：" + unit().name() + (charge.leads() ? "牵头“" : "配合“") + charge.subject() + "”，本条写有“" + words() + "”（"
                    + charge.basis() + "）。";
        }
    }
}
