package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.organisation.roster.Roster.BodyLine;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.MemberCount;
import cn.yizhen.rules.organisation.UnitId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bodies of a roster and how many belong to them, against what is known. A body is known by unit, kind and name. */
final class BodyPlanning {

    private final Drafting draft;
    private final UnitPlanning units;
    private final Set<BodyId> named = new HashSet<>();
    private final Map<List<Object>, BodyId> fresh = new HashMap<>();

    BodyPlanning(Drafting draft, UnitPlanning units) {
        this.draft = draft;
        this.units = units;
    }

    void plan() {
        var lines = draft.once(draft.roster.bodies(), "班子", line -> line.unit() + "·" + line.kind().chinese() + "·" + line.name(), BodyLine::place);
        lines.forEach(line -> units.id(line.unit()).ifPresentOrElse(unit -> plan(line, unit), () -> draft.fault(
                line.place(), "unit-unknown", "“" + line.name() + "”的单位编码“" + line.unit() + "”在名册和本表里都没有。", "请核对编码。")));
        if (draft.roster.has(Sheets.BODIES.sheet())) {
            missing();
        }
    }

    /** The body of that unit once the plan is carried out. */
    Optional<BodyId> id(UnitId unit, BodyKind kind, String name) {
        return known(unit, kind, name).map(Body::id).or(() -> Optional.ofNullable(fresh.get(List.of(unit, kind, name))));
    }

    private Optional<Body> known(UnitId unit, BodyKind kind, String name) {
        return draft.known.bodies().getOrDefault(unit, List.of()).stream()
                .map(Fact::value)
                .filter(body -> body.kind() == kind && body.name().equals(name))
                .findFirst();
    }

    private void plan(BodyLine line, UnitId unit) {
        var label = units.nameOf(line.unit()) + line.name();
        var same = known(unit, line.kind(), line.name());
        var count = line.count();
        if (same.isEmpty()) {
            int rank = 1 + (int) draft.known.bodies().getOrDefault(unit, List.of()).stream().filter(fact -> fact.value().kind() == line.kind()).count();
            var body = new Body(new BodyId(draft.edits.id()), unit, line.kind(), line.name(), rank);
            draft.edits.begin(draft.edits.bodies, body);
            fresh.put(List.of(unit, line.kind(), line.name()), body.id());
            draft.adds("班子", label, count == null ? "" : words(count.full(), count.probationary()));
            if (count != null) {
                draft.edits.begin(draft.edits.counts, new MemberCount(body.id(), count.full(), count.probationary(), count.voting()));
            }
            return;
        }
        named.add(same.get().id());
        if (count != null && draft.known.organisation().members(same.get().id()).isEmpty()) {
            recount(label, draft.known.counts().get(same.get().id()),
                    new MemberCount(same.get().id(), count.full(), count.probationary(), count.voting()));
        }
    }

    private void recount(String label, @Nullable Fact<MemberCount> known, MemberCount now) {
        if (known == null) {
            draft.edits.begin(draft.edits.counts, now);
            draft.adds("班子", label, words(now.full(), now.probationary()));
        } else if (!Objects.equals(known.value(), now)) {
            draft.edits.change(draft.edits.counts, known, now);
            draft.changes("班子", label, words(now.full(), now.probationary()) + "，原" + words(known.value().full(), known.value().probationary()));
        }
    }

    private static String words(int full, int probationary) {
        return full + "人" + (probationary == 0 ? "" : "、预备" + probationary + "人");
    }

    private void missing() {
        draft.known.bodies().values().stream().flatMap(List::stream)
                .filter(fact -> !named.contains(fact.value().id()) && draft.known.organisation().body(fact.value().id()).isPresent())
                .forEach(fact -> draft.mayEnd("body:" + fact.value().id(), "班子",
                        draft.known.nameOf(fact.value().unit()) + fact.value().name(), edits -> edits.end(edits.bodies, fact)));
    }
}
