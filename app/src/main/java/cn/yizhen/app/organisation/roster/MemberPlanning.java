package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.organisation.roster.Roster.MemberLine;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Members of a roster against those known, body by body; a body the sheet does not name keeps its members. */
final class MemberPlanning {

    private record Wanted(MemberLine line, Membership membership) {}

    private final Drafting draft;
    private final UnitPlanning units;
    private final BodyPlanning bodies;
    private final People people;

    MemberPlanning(Drafting draft, UnitPlanning units, BodyPlanning bodies, People people) {
        this.draft = draft;
        this.units = units;
        this.bodies = bodies;
        this.people = people;
    }

    void plan() {
        draft.roster.members().stream()
                .collect(Collectors.groupingBy(line -> line.unit() + "\t" + line.body() + "\t" + line.bodyName(), LinkedHashMap::new, Collectors.toList()))
                .values().forEach(this::planBody);
    }

    private void planBody(List<MemberLine> lines) {
        var first = lines.getFirst();
        var body = units.id(first.unit()).flatMap(unit -> bodies.id(unit, first.body(), first.bodyName()));
        if (body.isEmpty()) {
            lines.forEach(line -> draft.fault(line.place(), "body-unknown", "编码“" + line.unit() + "”的单位没有名为“" + line.bodyName() + "”的" + line.body().chinese() + "。",
                    "请核对单位编码和班子名称，或先在“班子”表里写上这个班子。"));
            return;
        }
        var known = draft.known.memberships().getOrDefault(body.get(), List.of());
        var label = units.nameOf(first.unit()) + first.bodyName();
        var wanted = resolve(lines, body.get(), known, label);
        wanted.values().forEach(one -> note(one.membership(), known, label));
        if (wanted.size() == lines.size()) {
            known.stream().filter(fact -> !wanted.containsKey(fact.value().person())).forEach(fact -> draft.mayEnd("member:" + fact.id(), "成员",
                    label + " " + people.nameOf(fact.value().person()), edits -> edits.end(edits.memberships, fact)));
        }
    }

    private Map<PersonId, Wanted> resolve(List<MemberLine> lines, BodyId body, List<Fact<Membership>> known, String label) {
        var there = known.stream().map(fact -> fact.value().person()).toList();
        var wanted = new LinkedHashMap<PersonId, Wanted>();
        for (var line : lines) {
            people.resolve(new People.Mention(line.place(), line.unit(), line.name(), line.id(), false, label), there).ifPresent(person -> {
                var twin = wanted.putIfAbsent(person, new Wanted(line, new Membership(person, body, line.kind(), line.voting())));
                if (twin != null) {
                    draft.fault(line.place(), "member-twice", label + "把" + line.name() + "写了两行，另一行在" + twin.line().place() + "。",
                            "请删去一行；确是同名两人的，在“人员”表里各给一个标识，再填到这两行。");
                }
            });
        }
        return wanted;
    }

    private void note(Membership wanted, List<Fact<Membership>> known, String label) {
        var same = known.stream().filter(fact -> fact.value().person().equals(wanted.person())).findFirst();
        var name = people.nameOf(wanted.person());
        if (same.isEmpty()) {
            draft.edits.begin(draft.edits.memberships, wanted);
            draft.adds("成员", label, name + words(wanted));
        } else if (!same.get().value().equals(wanted)) {
            draft.edits.change(draft.edits.memberships, same.get(), wanted);
            draft.changes("成员", label, name + "改为" + wanted.kind().chinese() + "、" + (wanted.voting() ? "有" : "无") + "表决权");
        }
    }

    private static String words(Membership membership) {
        return (membership.voting() ? "" : "（" + membership.kind().chinese() + "，无表决权）");
    }
}
