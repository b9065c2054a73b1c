package cn.yizhen.app.organisation.roster;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Succession;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A merger (合并) or split (拆分) as somebody enters it. The old units end on the day and the new ones begin;
 * each new unit gets the old one's posts, vacant, and its bodies without a count. Where each old unit has a
 * branch of its own, the branches merge or split with it; other units below go to the first new one.
 *
 * @param day           first day of the new units
 * @param basis         title and number of the paper
 * @param predecessors  codes of the units that end: two or more for a merger, one for a split
 * @param successors    the new units: one for a merger, two or more for a split
 */
public record Reorganisation(
        SuccessionKind kind, LocalDate day, String basis, List<String> predecessors, List<Named> successors) {

    /** A new unit: its code and its name. */
    public record Named(String code, String name) {}

    public Reorganisation {
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
    }

    /** What it changes, or every reason against it. */
    public Outcome<OrganisationHistory> plan(OrganisationHistory history, Supplier<UUID> ids) {
        var reasons = new ArrayList<>(wrongShape());
        var known = Known.on(day, history);
        predecessors.stream().filter(code -> known.unit(code) == null).forEach(code -> reasons.add(Reason.of(
                "predecessor-unknown", day + " 这一天没有编码为“" + code + "”的单位。", "请核对编码和日期。")));
        successors.stream().filter(named -> known.unit(named.code()) != null).forEach(named -> reasons.add(Reason.of(
                "successor-code-taken", "编码“" + named.code() + "”已经用于“" + known.unit(named.code()).name() + "”。", "请给新单位一个新的编码。")));
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        var facts = new Carrying(known, new Edits(day, ids)).carryOut();
        var against = Planning.against(history, facts, day);
        return against.isEmpty() ? Outcome.done(facts) : Outcome.refused(against);
    }

    private List<Reason> wrongShape() {
        var reasons = new ArrayList<Reason>();
        boolean merger = kind == SuccessionKind.MERGER;
        if (merger && (new HashSet<>(predecessors).size() < 2 || successors.size() != 1)) {
            reasons.add(Reason.of("merger-shape", "合并要有两个以上的原单位和一个新单位。", "请核对原单位和新单位。"));
        }
        if (!merger && (predecessors.size() != 1 || successors.size() < 2)) {
            reasons.add(Reason.of("split-shape", "拆分要有一个原单位和两个以上的新单位。", "请核对原单位和新单位。"));
        }
        if (successors.stream().anyMatch(named -> named.code().isBlank() || named.name().isBlank())) {
            reasons.add(Reason.of("successor-unnamed", "新单位要有编码和名称。", "请一行填一个新单位：编码 名称。"));
        }
        if (basis.isBlank()) {
            reasons.add(Reason.of("basis-missing", "没有填批复文件。", "请填批复的标题和文号。"));
        }
        return reasons;
    }

    /** Carries the plan out, fact by fact. */
    private final class Carrying {

        private final Known known;
        private final Edits edits;

        private Carrying(Known known, Edits edits) {
            this.known = known;
            this.edits = edits;
        }

        OrganisationHistory carryOut() {
            var old = predecessors.stream().map(code -> Objects.requireNonNull(known.unit(code))).toList();
            var fresh = successors.stream().map(named -> found(named.code(), named.name(), old.getFirst(), old.getFirst().parent())).toList();
            old.forEach(this::dissolve);
            edits.begin(edits.successions, new Succession(kind, ids(old), Set.copyOf(fresh), basis));
            var branches = old.stream().flatMap(unit -> branch(unit).stream()).toList();
            boolean together = branches.size() == old.size();
            if (together) {
                var freshBranches = new ArrayList<UnitId>();
                for (int i = 0; i < fresh.size(); i++) {
                    var named = successors.get(i);
                    freshBranches.add(found(named.code() + VillageRows.BRANCH, named.name() + "党支部", branches.getFirst(), fresh.get(i)));
                }
                branches.forEach(this::dissolve);
                edits.begin(edits.successions, new Succession(kind, ids(branches), Set.copyOf(freshBranches), basis));
            }
            old.stream().flatMap(unit -> known.organisation().children(unit.id()).stream())
                    .filter(child -> !together || !branches.contains(child))
                    .forEach(child -> move(child, fresh.getFirst()));
            return edits.facts();
        }

        private UnitId found(String code, String name, Unit like, UnitId parent) {
            var unit = new Unit(new UnitId(edits.id()), code, name, name, like.kind(), parent, like.rank(), like.attributes());
            edits.begin(edits.units, unit);
            int number = 1;
            for (var post : known.organisation().posts(like.id())) {
                edits.begin(edits.posts, new Post(new PostId(edits.id()), "%s-%02d".formatted(code, number++), unit.id(), post.title(), post.functions(), post.rank()));
            }
            for (var body : known.organisation().bodies(like.id())) {
                edits.begin(edits.bodies, new Body(new BodyId(edits.id()), unit.id(), body.kind(), body.name(), body.rank()));
            }
            return unit.id();
        }

        private void dissolve(Unit unit) {
            edits.end(edits.units, known.units().get(unit.code()));
        }

        private void move(Unit child, UnitId parent) {
            edits.change(edits.units, known.units().get(child.code()),
                    new Unit(child.id(), child.code(), child.name(), child.shortName(), child.kind(), parent, child.rank(), child.attributes()));
        }

        private List<Unit> branch(Unit unit) {
            var branches = known.organisation().children(unit.id()).stream().filter(child -> child.kind() == UnitKind.BRANCH).toList();
            return branches.size() == 1 ? branches : List.of();
        }

        private Set<UnitId> ids(List<Unit> units) {
            return units.stream().map(Unit::id).collect(Collectors.toUnmodifiableSet());
        }
    }
}
