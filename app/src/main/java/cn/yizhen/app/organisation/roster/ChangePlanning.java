package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Finding;
import cn.yizhen.app.document.reading.Place;
import cn.yizhen.app.organisation.roster.Roster.ChangeLine;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rows of 变更: mergers, splits, new names and moves, each from its own day, in the order of those days. One
 * that the history already holds is passed over, so that the same workbook can come in again.
 */
final class ChangePlanning {

    private final OrganisationHistory history;
    private final Roster roster;
    private final Supplier<UUID> ids;
    private final List<OrganisationHistory> carried = new ArrayList<>();
    final List<Plan.Step> steps = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    ChangePlanning(OrganisationHistory history, Roster roster, Supplier<UUID> ids) {
        this.history = history;
        this.roster = roster;
        this.ids = ids;
    }

    /** The facts the rows make, all together. */
    OrganisationHistory plan() {
        roster.changes().stream().sorted(Comparator.comparing(ChangeLine::day)).forEach(this::plan);
        return Edits.joined(carried);
    }

    /** The first day any of them touches. */
    LocalDate firstDay() {
        return roster.changes().stream().map(ChangeLine::day).min(LocalDate::compareTo).filter(roster.day()::isAfter).orElse(roster.day());
    }

    private void plan(ChangeLine line) {
        if (line.day().isAfter(roster.day())) {
            fault(line.place(), Reason.of("change-after-roster", "变更日期 " + line.day() + " 晚于名册截至日期 " + roster.day() + "。", "请核对变更日期或“封面”的截至日期。"));
            return;
        }
        var soFar = Edits.joined(Stream.concat(Stream.of(history), carried.stream()).toList());
        if (alreadySo(line, soFar)) {
            return;
        }
        var planned = switch (line.kind()) {
            case MERGER -> reorganisation(SuccessionKind.MERGER, line, soFar);
            case SPLIT -> reorganisation(SuccessionKind.SPLIT, line, soFar);
            case RENAMING, MOVE -> alteration(line, soFar);
        };
        switch (planned) {
            case Outcome.Refused<OrganisationHistory>(var reasons) -> reasons.forEach(reason -> fault(line.place(), reason));
            case Outcome.Done<OrganisationHistory>(var facts) -> {
                carried.add(facts);
                steps.add(new Plan.Step(Plan.Step.Kind.CHANGE, "变更", line.day() + " " + line.kind().chinese(), words(line, soFar)));
            }
        }
    }

    private Outcome<OrganisationHistory> reorganisation(SuccessionKind kind, ChangeLine line, OrganisationHistory soFar) {
        if (line.after().size() != line.name().size()) {
            return Outcome.refused(Reason.of("names-and-codes-differ", "新单位编码有 " + line.after().size() + " 个，新单位名称有 " + line.name().size() + " 个。",
                    "请一一对应填写，多个用顿号分开。"));
        }
        var named = new ArrayList<Reorganisation.Named>();
        for (int i = 0; i < line.after().size(); i++) {
            named.add(new Reorganisation.Named(line.after().get(i), line.name().get(i)));
        }
        return new Reorganisation(kind, line.day(), line.basis(), line.before(), named).plan(soFar, ids);
    }

    private Outcome<OrganisationHistory> alteration(ChangeLine line, OrganisationHistory soFar) {
        boolean renames = line.kind() == UnitChange.RENAMING;
        if (line.before().size() != 1 || renames && line.name().size() != 1 || !renames && line.parent().isEmpty()) {
            return Outcome.refused(Reason.of("change-shape", renames ? "更名要有一个原单位编码和一个新单位名称。" : "改变隶属要有一个原单位编码和一个新上级单位编码。", "请补齐这一行。"));
        }
        var known = Known.on(line.day(), soFar);
        var fact = known.units().get(line.before().getFirst());
        var parent = renames ? null : known.unit(line.parent());
        if (fact == null || !renames && parent == null) {
            var missing = fact == null ? line.before().getFirst() : line.parent();
            return Outcome.refused(Reason.of("unit-not-then", line.day() + " 这一天没有编码为“" + missing + "”的单位。", "请核对编码和日期。"));
        }
        var edits = new Edits(line.day(), ids);
        alter(edits, fact, renames ? renamed(fact.value(), line.name().getFirst()) : moved(fact.value(), parent));
        var against = Planning.against(soFar, edits.facts(), line.day());
        return against.isEmpty() ? Outcome.done(edits.facts()) : Outcome.refused(against);
    }

    private static void alter(Edits edits, Fact<Unit> known, Unit now) {
        edits.change(edits.units, known, now);
    }

    private static Unit renamed(Unit unit, String name) {
        return new Unit(unit.id(), unit.code(), name, unit.shortName().equals(unit.name()) ? name : unit.shortName(), unit.kind(), unit.parent(), unit.rank(), unit.attributes());
    }

    private static Unit moved(Unit unit, Unit parent) {
        return new Unit(unit.id(), unit.code(), unit.name(), unit.shortName(), unit.kind(), parent.id(), unit.rank(), unit.attributes());
    }

    private static boolean alreadySo(ChangeLine line, OrganisationHistory soFar) {
        var then = soFar.asOf(AsOf.on(line.day()));
        var before = line.before().stream().map(then::unit).toList();
        return switch (line.kind()) {
            case MERGER, SPLIT -> !line.after().isEmpty() && line.after().stream().allMatch(code -> then.unit(code).isPresent())
                    && soFar.successionsBetween(line.day(), line.day(), AsOf.LATEST).stream().anyMatch(fact -> line.after().stream()
                            .allMatch(code -> fact.value().successors().contains(then.unit(code).orElseThrow().id())));
            case RENAMING -> before.stream().allMatch(unit -> unit.isPresent() && line.name().contains(unit.get().name()));
            case MOVE -> before.stream().allMatch(unit -> unit.isPresent() && unit.get().parent() != null
                    && then.unit(unit.get().parent()).orElseThrow().code().equals(line.parent()));
        };
    }

    private static String words(ChangeLine line, OrganisationHistory soFar) {
        var then = soFar.asOf(AsOf.on(line.day().minusDays(1)));
        var names = line.before().stream().map(code -> then.unit(code).map(Unit::name).orElse(code)).toList();
        var to = line.kind() == UnitChange.MOVE ? "改归" + then.unit(line.parent()).map(Unit::name).orElse(line.parent()) : "→ " + String.join("、", line.name());
        return String.join("、", names) + " " + to + "（" + line.basis() + "）";
    }

    private void fault(Place place, Reason reason) {
        findings.add(Finding.fault(place, reason));
    }
}
