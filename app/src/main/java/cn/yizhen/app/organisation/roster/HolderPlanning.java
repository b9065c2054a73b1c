package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.organisation.roster.Roster.PostLine;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Holders of a post against those known. One row for a post with one holder names the successor; where there are
 * several on either side, whoever is no longer named is a proposed ending.
 */
final class HolderPlanning {

    private final Drafting draft;
    private final UnitPlanning units;
    private final People people;

    HolderPlanning(Drafting draft, UnitPlanning units, People people) {
        this.draft = draft;
        this.units = units;
        this.people = people;
    }

    void plan(List<PostLine> lines, PostId post, String label) {
        var held = draft.known.holdings().getOrDefault(post, List.of());
        var named = lines.stream().filter(line -> !Objects.requireNonNullElse(line.person(), "").isEmpty()).toList();
        if (named.isEmpty()) {
            held.forEach(fact -> draft.edits.end(draft.edits.holdings, fact));
            held.forEach(fact -> draft.changes("任职", label, people.nameOf(fact.value().person()) + "不再任职，岗位空缺"));
            return;
        }
        var wanted = resolve(named, held, label);
        if (wanted.size() < named.size()) {
            return;
        }
        var gone = held.stream().filter(fact -> !wanted.containsKey(fact.value().person())).toList();
        boolean succeeded = held.size() == 1 && wanted.size() == 1 && gone.size() == 1;
        wanted.forEach((person, line) -> note(new Holding(person, post, line.kind()), held, label, succeeded ? gone : List.of()));
        if (!succeeded) {
            gone.forEach(fact -> draft.mayEnd("holding:" + fact.id(), "任职", label + " " + people.nameOf(fact.value().person()),
                    edits -> edits.end(edits.holdings, fact)));
        }
    }

    /** Shorter than the rows where one of them is at fault. */
    private Map<PersonId, PostLine> resolve(List<PostLine> lines, List<Fact<Holding>> held, String label) {
        var there = held.stream().map(fact -> fact.value().person()).toList();
        var wanted = new LinkedHashMap<PersonId, PostLine>();
        for (var line : lines) {
            people.resolve(new People.Mention(line.place(), line.unit(), Objects.requireNonNull(line.person()), line.id(), line.kind() == HoldingKind.CONCURRENT, label), there)
                    .ifPresent(person -> {
                        var twin = wanted.putIfAbsent(person, line);
                        if (twin != null) {
                            draft.fault(line.place(), "holder-twice", "“" + label + "”把" + line.person() + "写了两行，另一行在" + twin.place() + "。",
                                    "请删去一行；确是同名两人的，在“人员”表里各给一个标识，再填到这两行。");
                        }
                    });
        }
        return wanted;
    }

    private void note(Holding wanted, List<Fact<Holding>> held, String label, List<Fact<Holding>> before) {
        var name = people.nameOf(wanted.person());
        var same = held.stream().filter(fact -> fact.value().person().equals(wanted.person())).findFirst();
        if (same.isPresent()) {
            if (!same.get().value().equals(wanted)) {
                draft.edits.change(draft.edits.holdings, same.get(), wanted);
                draft.changes("任职", label, name + "由" + same.get().value().kind().chinese() + "改为" + wanted.kind().chinese());
            }
            return;
        }
        before.forEach(fact -> draft.edits.end(draft.edits.holdings, fact));
        draft.edits.begin(draft.edits.holdings, wanted);
        var how = wanted.kind() == HoldingKind.HOLDS ? "" : "（" + wanted.kind().chinese() + "）";
        var others = people.othersOf(wanted.person(), label);
        var who = name + how + (others.isEmpty() ? "" : "，与" + String.join("、", others) + "是同一人");
        if (before.isEmpty()) {
            draft.adds("任职", label, who);
        } else {
            draft.changes("任职", label, who + "，接替" + before.stream().map(fact -> people.nameOf(fact.value().person())).collect(Collectors.joining("、")));
        }
    }
}
