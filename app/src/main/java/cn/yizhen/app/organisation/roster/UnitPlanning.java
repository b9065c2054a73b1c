package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.organisation.roster.Roster.UnitLine;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Units of a roster against units known: new, renamed, moved, missing. */
final class UnitPlanning {

    private final Drafting draft;
    private final Map<String, UnitLine> lines = new LinkedHashMap<>();
    private final Map<String, UnitId> ids = new HashMap<>();

    UnitPlanning(Drafting draft) {
        this.draft = draft;
    }

    void plan() {
        draft.once(draft.roster.units(), "单位", UnitLine::code, UnitLine::place).forEach(line -> lines.put(line.code(), line));
        draft.known.units().forEach((code, fact) -> ids.put(code, fact.value().id()));
        lines.keySet().forEach(code -> ids.computeIfAbsent(code, _ -> new UnitId(draft.edits.id())));
        lines.values().forEach(this::checkParent);
        checkRings();
        checkRoot();
        int rank = 0;
        for (var line : lines.values()) {
            rank++;
            plan(line, line.rank() != null ? line.rank() : rank);
        }
        missing();
    }

    /** The unit with this code once the plan is carried out. */
    Optional<UnitId> id(String code) {
        return Optional.ofNullable(ids.get(code));
    }

    String nameOf(String code) {
        var line = lines.get(code);
        var unit = draft.known.unit(code);
        return line != null ? line.name() : unit != null ? unit.name() : code;
    }

    /** The village, township, department or firm that people mean when two rows name the same person. */
    String home(String code) {
        var at = code;
        var seen = new HashSet<String>();
        while (seen.add(at) && belongsTo(kind(at)) && parent(at) != null) {
            at = Objects.requireNonNull(parent(at));
        }
        return at;
    }

    private static boolean belongsTo(@Nullable UnitKind kind) {
        return kind == UnitKind.BRANCH || kind == UnitKind.COOPERATIVE || kind == UnitKind.VILLAGERS_COMMITTEE || kind == UnitKind.RESIDENTS_COMMITTEE;
    }

    private @Nullable UnitKind kind(String code) {
        var line = lines.get(code);
        var unit = draft.known.unit(code);
        return line != null ? line.kind() : unit != null ? unit.kind() : null;
    }

    private @Nullable String parent(String code) {
        var line = lines.get(code);
        if (line != null) {
            return line.parent().isEmpty() ? null : line.parent();
        }
        var unit = draft.known.unit(code);
        return unit == null || unit.parent() == null ? null : draft.known.organisation().unit(unit.parent()).map(Unit::code).orElse(null);
    }

    private void plan(UnitLine line, int rank) {
        var parent = line.parent().isEmpty() ? null : ids.get(line.parent());
        var known = draft.known.units().get(line.code());
        if (known == null) {
            draft.edits.begin(draft.edits.units, new Unit(ids.get(line.code()), line.code(), line.name(), line.shortName(), line.kind(), parent, rank, line.phone().isEmpty() ? Map.of() : Map.of(Unit.PHONE, line.phone())));
            draft.adds("单位", line.name(), line.kind().chinese() + "，编码" + line.code() + (parent == null ? "" : "，上级" + nameOf(line.parent())));
            return;
        }
        var old = known.value();
        var keptRank = line.rank() == null ? old.rank() : line.rank();
        var shortName = line.shortName().isEmpty() && !old.shortName().equals(old.name()) ? old.shortName() : line.shortName();
        var now = new Unit(old.id(), old.code(), line.name(), shortName, line.kind(), parent, keptRank, attributes(old, line));
        if (!now.equals(old)) {
            draft.edits.change(draft.edits.units, known, now);
            draft.changes("单位", line.name(), difference(old, now, line));
        }
    }

    /** A cell left empty says nothing: the number that was noted stays. */
    private static Map<String, String> attributes(Unit old, UnitLine line) {
        if (line.phone().isEmpty()) {
            return old.attributes();
        }
        var attributes = new HashMap<>(old.attributes());
        attributes.put(Unit.PHONE, line.phone());
        return attributes;
    }

    private String difference(Unit old, Unit now, UnitLine line) {
        var said = new ArrayList<String>();
        if (!old.name().equals(now.name())) {
            said.add("改名，原名“" + old.name() + "”");
        }
        if (!Objects.equals(old.parent(), now.parent())) {
            said.add("上级由" + (old.parent() == null ? "无" : draft.known.nameOf(old.parent())) + "改为" + nameOf(line.parent()));
        }
        if (old.kind() != now.kind()) {
            said.add("类别由" + old.kind().chinese() + "改为" + now.kind().chinese());
        }
        if (!old.shortName().equals(now.shortName())) {
            said.add("简称改为“" + now.shortName() + "”");
        }
        if (!old.phone().equals(now.phone())) {
            said.add("办公电话改为“" + now.phone() + "”");
        }
        if (old.rank() != now.rank()) {
            said.add("排序由" + old.rank() + "改为" + now.rank());
        }
        return String.join("；", said);
    }

    private void checkParent(UnitLine line) {
        if (!line.parent().isEmpty() && !ids.containsKey(line.parent())) {
            draft.fault(line.place(), "parent-unknown", "“" + line.name() + "”的上级单位编码“" + line.parent() + "”在名册和本表里都没有。",
                    "请核对编码，或在“单位”表里补上这个上级单位。");
        }
    }

    private void checkRings() {
        for (var line : lines.values()) {
            var path = new ArrayList<String>();
            @Nullable String at = line.code();
            while (at != null && !path.contains(at)) {
                path.add(at);
                at = parent(at);
            }
            if (line.code().equals(at)) {
                draft.fault(line.place(), "unit-ring", "上下级绕成了圈：" + String.join(" → ", path.stream().map(this::nameOf).toList()) + " → " + nameOf(at) + "。",
                        "请改正其中一个单位的上级单位编码。");
            }
        }
    }

    private void checkRoot() {
        var roots = lines.values().stream().filter(line -> line.parent().isEmpty()).toList();
        var known = draft.known.organisation().units();
        for (var line : roots) {
            boolean isRoot = known.isEmpty() ? line == roots.getFirst() : known.getFirst().code().equals(line.code());
            if (!isRoot) {
                draft.fault(line.place(), "second-root", "“" + line.name() + "”没有填上级单位，而最上一级只能有一个。", "请填写它的上级单位编码。");
            }
        }
    }

    private void missing() {
        boolean units = draft.roster.has(Sheets.UNITS.sheet());
        boolean villages = draft.roster.has(Sheets.VILLAGES.sheet());
        List<Unit> gone = draft.known.organisation().units().stream()
                .filter(unit -> !lines.containsKey(unit.code()) && unit.parent() != null)
                .filter(unit -> Sheets.PLACES.contains(unit.kind()) ? villages : units)
                .toList();
        gone.forEach(unit -> draft.mayEnd("unit:" + unit.code(), "单位", unit.name() + "（" + unit.code() + "）",
                edits -> edits.end(edits.units, draft.known.units().get(unit.code()))));
    }
}
