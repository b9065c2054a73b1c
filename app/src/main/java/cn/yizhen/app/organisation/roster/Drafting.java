package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Finding;
import cn.yizhen.app.document.reading.Place;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The plan while it is being made. */
final class Drafting {

    final Known known;
    final Roster roster;
    final Edits edits;
    final List<Plan.Step> steps = new ArrayList<>();
    final List<Plan.Ending> endings = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    private final Supplier<UUID> ids;

    Drafting(Known known, Roster roster, Supplier<UUID> ids) {
        this.known = known;
        this.roster = roster;
        this.ids = ids;
        this.edits = new Edits(roster.day(), ids);
    }

    void adds(String what, String label, String detail) {
        steps.add(new Plan.Step(Plan.Step.Kind.ADDITION, what, label, detail));
    }

    void changes(String what, String label, String detail) {
        steps.add(new Plan.Step(Plan.Step.Kind.CHANGE, what, label, detail));
    }

    void mayEnd(String key, String what, String label, Consumer<Edits> ending) {
        var own = new Edits(roster.day(), ids);
        ending.accept(own);
        endings.add(new Plan.Ending(key, what, label, own.facts()));
    }

    void notice(Place place, String code, String text, String next) {
        findings.add(Finding.notice(place, Reason.of(code, text, next)));
    }

    void fault(Place place, String code, String text, String next) {
        findings.add(Finding.fault(place, Reason.of(code, text, next)));
    }

    /** Lines by code; of two with the same code each is told where the other stands, and neither is taken. */
    <T> List<T> once(List<T> lines, String what, Function<T, String> code, Function<T, Place> place) {
        Map<String, List<T>> byCode = new HashMap<>();
        lines.forEach(line -> byCode.computeIfAbsent(code.apply(line), _ -> new ArrayList<>()).add(line));
        byCode.values().stream().filter(same -> same.size() > 1).forEach(same -> sameCode(same, what, code, place,
                "每个" + what + "只填一行；是两个" + what + "的，给其中一个换编码。"));
        return lines.stream().filter(line -> byCode.get(code.apply(line)).size() == 1).toList();
    }

    /** Tells each of the rows where the others with its code stand. */
    <T> void sameCode(List<T> same, String what, Function<T, String> code, Function<T, Place> place, String next) {
        same.forEach(line -> {
            var others = same.stream().filter(other -> other != line).map(other -> place.apply(other).toString()).toList();
            fault(place.apply(line), "code-twice-in-workbook", what + "编码“" + code.apply(line) + "”与" + String.join("、", others) + "重复。", next);
        });
    }
}
