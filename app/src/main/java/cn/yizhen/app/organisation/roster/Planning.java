package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Finding;
import cn.yizhen.app.document.reading.Place;
import cn.yizhen.app.document.reading.Workbook;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a workbook would change in the organisation, with every fault at its row, all at once. */
public final class Planning {

    private Planning() {}

    /** @param ids makes keys for what is new */
    public static Plan of(OrganisationHistory history, Workbook workbook, Supplier<UUID> ids) {
        var read = RosterReader.read(workbook);
        var findings = new ArrayList<>(read.findings());
        var day = read.roster().day();
        findings.addAll(tooEarly(history, day));
        boolean readable = findings.stream().noneMatch(finding -> finding.fault() && finding.place().sheet().equals(Sheets.COVER.sheet()));
        if (!readable) {
            return new Plan(day, day, "", List.of(), List.of(), findings, OrganisationHistory.EMPTY);
        }
        var changes = new ChangePlanning(history, read.roster(), ids);
        var changed = changes.plan();
        findings.addAll(changes.findings);
        var draft = drafted(Edits.joined(List.of(history, changed)), read.roster(), ids);
        findings.addAll(draft.findings);
        var steps = Stream.concat(changes.steps.stream(), draft.steps.stream()).toList();
        var facts = Edits.joined(List.of(changed, draft.edits.facts()));
        var plan = new Plan(day, changes.firstDay(), read.roster().basis(), steps, draft.endings, findings, facts);
        return plan.sound() ? withFaultsOf(plan, history) : plan;
    }

    private static Drafting drafted(OrganisationHistory history, Roster roster, Supplier<UUID> ids) {
        var draft = new Drafting(Known.on(roster.day(), history), roster, ids);
        var units = new UnitPlanning(draft);
        units.plan();
        var people = new People(draft, units);
        people.plan();
        var posts = new PostPlanning(draft, units, people);
        posts.plan();
        var bodies = new BodyPlanning(draft, units);
        bodies.plan();
        new MemberPlanning(draft, units, bodies, people).plan();
        people.finish();
        new ChargePlanning(draft, units, posts).plan();
        return draft;
    }

    /**
     * Every reason why the organisation could not be so on some day from {@code day} on; empty if it could.
     * Days before are not touched.
     */
    public static List<Reason> against(OrganisationHistory history, OrganisationHistory facts, LocalDate day) {
        var then = Edits.joined(List.of(history, facts));
        var reasons = new LinkedHashSet<Reason>();
        Stream.concat(Stream.of(day), then.changeDays(AsOf.LATEST).stream().filter(change -> change.isAfter(day)))
                .map(AsOf::on)
                .forEach(point -> {
                    if (then.at(point) instanceof Outcome.Refused<Organisation>(var refused)) {
                        reasons.addAll(refused);
                    }
                });
        return List.copyOf(reasons);
    }

    private static Plan withFaultsOf(Plan plan, OrganisationHistory history) {
        var findings = new ArrayList<>(plan.findings());
        against(history, plan.facts(), plan.firstDay()).forEach(reason -> findings.add(Finding.fault(Place.of(Sheets.UNITS.sheet()), reason)));
        return new Plan(plan.day(), plan.firstDay(), plan.basis(), plan.steps(), plan.endings(), findings, plan.facts());
    }

    private static List<Finding> tooEarly(OrganisationHistory history, LocalDate day) {
        var cover = Place.of(Sheets.COVER.sheet());
        if (day.equals(LocalDate.EPOCH)) {
            return List.of(Finding.fault(cover, Reason.of("day-missing", "没有读到“截至日期”。", "请在“封面”表填写这份名册截至哪一天，如 2026-03-01。")));
        }
        var founded = history.units().stream()
                .filter(fact -> fact.value().parent() == null)
                .map(fact -> fact.valid().from())
                .min(LocalDate::compareTo);
        return founded.filter(day::isBefore)
                .map(first -> List.of(Finding.fault(cover, Reason.of("day-before-county",
                        "截至日期 " + day + " 早于本县建立的日期 " + first + "。", "请核对“封面”表的截至日期。"))))
                .orElse(List.of());
    }
}
