package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.organisation.roster.Roster.PostLine;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Posts of a roster against those known. Rows with the same code, unit and title are one post held by several. */
final class PostPlanning {

    private final Drafting draft;
    private final UnitPlanning units;
    private final HolderPlanning holders;
    private final Map<String, PostId> ids = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();

    PostPlanning(Drafting draft, UnitPlanning units, People people) {
        this.draft = draft;
        this.units = units;
        this.holders = new HolderPlanning(draft, units, people);
    }

    void plan() {
        var byCode = draft.roster.posts().stream().collect(Collectors.groupingBy(PostLine::code, LinkedHashMap::new, Collectors.toList()));
        draft.known.posts().forEach((code, fact) -> ids.put(code, fact.value().id()));
        byCode.values().forEach(this::planPost);
        missing(byCode.keySet());
    }

    Optional<PostId> id(String code) {
        return Optional.ofNullable(ids.get(code));
    }

    private void planPost(List<PostLine> lines) {
        var line = lines.getFirst();
        int rank = ranks.merge(line.unit(), 1, Integer::sum);
        if (units.id(line.unit()).isEmpty()) {
            lines.forEach(one -> draft.fault(one.place(), "unit-unknown", "“" + one.title() + "”的所在单位编码“" + one.unit() + "”在名册和本表里都没有。",
                    "请核对编码，或在“单位”“村社区”表里补上这个单位。"));
        } else if (areOnePost(lines) && (line.person() != null || draft.known.posts().containsKey(line.code()))) {
            plan(lines, rank);
        }
    }

    /** The same code for another unit or title is a slip; the same code again for a further holder is not. */
    private boolean areOnePost(List<PostLine> lines) {
        var first = lines.getFirst();
        if (lines.stream().allMatch(line -> line.unit().equals(first.unit()) && line.title().equals(first.title()))) {
            return true;
        }
        draft.sameCode(lines, "岗位", PostLine::code, PostLine::place,
                "是同一个岗位由几个人担任的，单位和职务要写得一样；是几个岗位的，给其中一个换编码。");
        return false;
    }

    private void plan(List<PostLine> lines, int rank) {
        var line = lines.getFirst();
        var unit = units.id(line.unit()).orElseThrow();
        var label = units.nameOf(line.unit()) + line.title();
        var functions = lines.stream().flatMap(one -> one.functions().stream()).collect(Collectors.toUnmodifiableSet());
        var known = draft.known.posts().get(line.code());
        if (known == null) {
            var post = new Post(new PostId(draft.edits.id()), line.code(), unit, line.title(), functions, rank);
            ids.put(line.code(), post.id());
            draft.edits.begin(draft.edits.posts, post);
            draft.adds("岗位", label, "编码" + line.code());
        } else {
            change(line, known, functions, label);
        }
        if (line.person() != null) {
            tellShared(lines, label);
            holders.plan(lines, ids.get(line.code()), label);
        }
    }

    /** Two rows of one post may be two holders or a slip; whoever filled them in is told how they were taken. */
    private void tellShared(List<PostLine> lines, String label) {
        int held = draft.known.holdings().getOrDefault(ids.get(lines.getFirst().code()), List.of()).size();
        if (lines.size() > Math.max(1, held)) {
            var places = lines.stream().map(one -> one.place().toString()).collect(Collectors.joining("、"));
            draft.notice(lines.getLast().place(), "post-shared", "岗位编码“" + lines.getFirst().code() + "”有 " + lines.size() + " 行（" + places + "），按“" + label
                    + "”一个岗位由几个人担任处理。", "确是几个人担任的，不用改；是几个岗位的，给其中一个换编码；重复填了的，删去一行。");
        }
    }

    private void change(PostLine line, Fact<Post> known, Set<String> functions, String label) {
        var old = known.value();
        var kept = functions.isEmpty() || line.person() == null ? old.functions() : functions;
        var now = new Post(old.id(), old.code(), units.id(line.unit()).orElseThrow(), line.title(), kept, old.rank());
        if (!now.equals(old)) {
            draft.edits.change(draft.edits.posts, known, now);
            draft.changes("岗位", label, "原为" + draft.known.nameOf(old.unit()) + old.title());
        }
    }

    /** With 岗位 every post is covered, with 领导 alone only those of leaders. */
    private void missing(Set<String> named) {
        boolean all = draft.roster.has(Sheets.POSTS.sheet());
        var ended = draft.endings.stream().map(Plan.Ending::key).collect(Collectors.toSet());
        var gone = new ArrayList<Fact<Post>>();
        draft.known.posts().forEach((code, fact) -> {
            boolean covered = all || draft.roster.has(Sheets.LEADERS.sheet()) && fact.value().serves("leader");
            var unit = draft.known.organisation().unit(fact.value().unit()).orElseThrow();
            if (covered && !named.contains(code) && !ended.contains("unit:" + unit.code())) {
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
