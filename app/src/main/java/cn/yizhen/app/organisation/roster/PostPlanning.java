package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.organisation.roster.Roster.PostLine;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts and holders of a roster against those known. */
final class PostPlanning {

    private final Drafting draft;
    private final UnitPlanning units;
    private final People people;
    private final Map<String, PostId> ids = new HashMap<>();

    PostPlanning(Drafting draft, UnitPlanning units) {
        this.draft = draft;
        this.units = units;
        this.people = new People(draft, units);
    }

    void plan() {
        var lines = draft.once(draft.roster.posts(), "岗位", PostLine::code, PostLine::place);
        draft.known.posts().forEach((code, fact) -> ids.put(code, fact.value().id()));
        var ranks = new HashMap<String, Integer>();
        for (var line : lines) {
            int rank = ranks.merge(line.unit(), 1, Integer::sum);
            if (units.id(line.unit()).isEmpty()) {
                draft.fault(line.place(), "unit-unknown", "“" + line.title() + "”的所在单位编码“" + line.unit() + "”在名册和本表里都没有。",
                        "请核对编码，或在“单位”“村社区”表里补上这个单位。");
            } else if (line.person() != null || draft.known.posts().containsKey(line.code())) {
                plan(line, rank);
            }
        }
        missing(new HashSet<>(lines.stream().map(PostLine::code).toList()));
    }

    Optional<PostId> id(String code) {
        return Optional.ofNullable(ids.get(code));
    }

    private void plan(PostLine line, int rank) {
        var unit = units.id(line.unit()).orElseThrow();
        var label = units.nameOf(line.unit()) + line.title();
        var known = draft.known.posts().get(line.code());
        if (known == null) {
            var post = new Post(new PostId(draft.edits.id()), line.code(), unit, line.title(), line.functions(), rank);
            ids.put(line.code(), post.id());
            draft.edits.begin(draft.edits.posts, post);
            draft.adds("岗位", label, "编码" + line.code());
        } else {
            var old = known.value();
            var functions = line.functions().isEmpty() || line.person() == null ? old.functions() : line.functions();
            var now = new Post(old.id(), old.code(), unit, line.title(), functions, old.rank());
            if (!now.equals(old)) {
                draft.edits.change(draft.edits.posts, known, now);
                draft.changes("岗位", label, "原为" + draft.known.nameOf(old.unit()) + old.title());
            }
        }
        if (line.person() != null) {
            planHolder(line, ids.get(line.code()), label, line.person());
        }
    }

    private void planHolder(PostLine line, PostId post, String label, String name) {
        var held = draft.known.holdings().getOrDefault(post, List.of());
        if (name.isEmpty()) {
            held.forEach(fact -> draft.edits.end(draft.edits.holdings, fact));
            held.forEach(fact -> draft.changes("任职", label, people.nameOf(fact.value().person()) + "不再任职，岗位空缺"));
            return;
        }
        var person = people.resolve(line, name, held);
        if (person.isEmpty()) {
            return;
        }
        var wanted = new Holding(person.get(), post, line.kind());
        var same = held.stream().filter(fact -> fact.value().person().equals(person.get())).findFirst();
        if (same.isPresent() && same.get().value().equals(wanted)) {
            return;
        }
        if (same.isPresent()) {
            draft.edits.change(draft.edits.holdings, same.get(), wanted);
            draft.changes("任职", label, name + "由" + same.get().value().kind().chinese() + "改为" + line.kind().chinese());
            return;
        }
        held.forEach(fact -> draft.edits.end(draft.edits.holdings, fact));
        draft.edits.begin(draft.edits.holdings, wanted);
        var how = line.kind() == HoldingKind.HOLDS ? "" : "（" + line.kind().chinese() + "）";
        var others = people.othersOf(person.get(), label);
        var who = name + how + (others.isEmpty() ? "" : "，与" + String.join("、", others) + "是同一人");
        if (held.isEmpty()) {
            draft.adds("任职", label, who);
        } else {
            draft.changes("任职", label, who + "，接替" + String.join("、", held.stream().map(fact -> people.nameOf(fact.value().person())).toList()));
        }
    }

    /** With 岗位 every post is covered, with 领导 alone only those of leaders. */
    private void missing(HashSet<String> named) {
        boolean all = draft.roster.has(Sheets.POSTS.sheet());
        var units = new HashSet<>(draft.endings.stream().map(Plan.Ending::key).toList());
        var gone = new ArrayList<Fact<Post>>();
        draft.known.posts().forEach((code, fact) -> {
            boolean covered = all || draft.roster.has(Sheets.LEADERS.sheet()) && fact.value().serves("leader");
            var unit = draft.known.organisation().unit(fact.value().unit()).orElseThrow();
            if (covered && !named.contains(code) && !units.contains("unit:" + unit.code())) {
                gone.add(fact);
            }
        });
        gone.forEach(fact -> draft.mayEnd("post:" + fact.value().code(), "岗位",
                draft.known.nameOf(fact.value().unit()) + fact.value().title() + "（" + fact.value().code() + "）", edits -> {
                    edits.end(edits.posts, fact);
                    draft.known.holdings().getOrDefault(fact.value().id(), List.of()).forEach(held -> edits.end(edits.holdings, held));
                }));
    }
}
