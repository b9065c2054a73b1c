package cn.yizhen.rules.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.yizhen.rules.cases.DutyCase.Expected;
import cn.yizhen.rules.cases.DutyCase.RecordFacts;
import cn.yizhen.rules.cases.DutyCase.UnitFacts;
import cn.yizhen.rules.cases.DutyCase.Vote;
import cn.yizhen.rules.duty.Enumeration;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.duty.Periods;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.Standings;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.FormRule;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.calendar.Period;

/** Runs a case through the same enumeration and standings that the program uses. */
public final class CaseRunner {

    private final Catalogue catalogue;

    public CaseRunner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is wrong with the case: that it cannot be run, or that something else comes out; empty where it holds. */
    public Optional<String> wrong(InstitutionCase example) {
        return switch (example) {
            case DutyCase duty -> wrong(duty);
            case LimitCase limit -> wrong(limit);
            case FormCase form -> wrong(form);
            case ProcedureCase procedure -> wrong(procedure);
        };
    }

    private Optional<String> wrong(LimitCase example) {
        return catalogue.limits().filter(limit -> limit.id().equals(example.rule())).findFirst().map(limit -> differs(
                example.expected().chinese(), limit.judge(example.demand(), example.amount(), example.lastYear(), example.on()).chinese()))
                .orElseGet(() -> noSuch("总量控制", example));
    }

    private Optional<String> wrong(FormCase example) {
        return catalogue.forms().filter(form -> form.id().equals(example.rule())).findFirst()
                .map(form -> unknownWords(example.unit(), Optional.empty()).or(() -> differs(example.expected().chinese(),
                        outcome(form, example).chinese())))
                .orElseGet(() -> noSuch("报表", example));
    }

    private static FormCase.Expected outcome(FormRule form, FormCase example) {
        if (form.on(example.on()).isEmpty()) {
            return FormCase.Expected.NOT_YET;
        }
        return form.refusals(World.view(example.unit()), example.asked(), example.lastAsked(), example.on()).isEmpty()
                ? FormCase.Expected.MAY_BE_ASKED : FormCase.Expected.MAY_NOT_BE_ASKED;
    }

    private Optional<String> wrong(ProcedureCase example) {
        return catalogue.institutions().stream().filter(it -> it.id().value().equals(example.rule())).findFirst()
                .flatMap(Institution::procedure).map(procedure -> new ProcedureRun(procedure, example).wrong())
                .orElseGet(() -> Optional.of("没有带程序的制度“" + example.rule() + "”，请核对标识"));
    }

    private static Optional<String> noSuch(String sort, InstitutionCase example) {
        return Optional.of("没有“" + example.rule() + "”这项" + sort + "，请核对标识");
    }

    private static Optional<String> differs(String expected, String found) {
        return expected.equals(found) ? Optional.empty() : Optional.of("应为“" + expected + "”，算出来是“" + found + "”");
    }

    private Optional<String> wrong(DutyCase example) {
        var duty = catalogue.duty(example.duty());
        if (duty.isEmpty()) {
            return noSuch("职责", example);
        }
        return unknownWords(example.facts().unit(), example.facts().body())
                .or(() -> differs(example.expected().chinese(), outcome(duty.get(), example).chinese()));
    }

    private static Optional<String> unknownWords(UnitFacts unit, Optional<String> body) {
        if (UnitKind.of(unit.kind()).isEmpty() || UnitKind.of(unit.parentKind()).isEmpty()) {
            return Optional.of("没有“" + unit.kind() + "”或“" + unit.parentKind() + "”这个单位类别");
        }
        return body.filter(kind -> BodyKind.of(kind).isEmpty()).map(kind -> "没有“" + kind + "”这个班子类别");
    }

    private Expected outcome(Duty duty, DutyCase example) {
        return example.facts().vote().map(vote -> vote(duty, example, vote)).orElseGet(() -> standing(duty, example));
    }

    private static Expected vote(Duty duty, DutyCase example, Vote vote) {
        return duty.on(example.on()).filter(terms -> terms.passes().stream()
                        .allMatch(threshold -> threshold.reachedBy(vote.yes(), vote.whole())))
                .map(terms -> Expected.PASSED).orElse(Expected.NOT_PASSED);
    }

    private Expected standing(Duty duty, DutyCase example) {
        var world = World.of(example.facts());
        var institution = catalogue.institutionOf(duty.id()).orElseThrow();
        var day = new Period(example.periodOf(), example.periodOf().plusDays(1));
        var enumeration = new Enumeration(catalogue, Map.of(institution.id(), example.facts().inUse().orElse(duty.begins())),
                world.timeline(), List.of(), example.on());
        var instance = enumeration.instances(institution, duty, day, enumeration.timeline().units()).stream()
                .filter(candidate -> candidate.key().bearer().equals(world.bearer())).findFirst();
        return instance.map(found -> switch (found) {
            case Instance.CountedOut out -> Expected.COUNTED_OUT;
            case Instance.Expected expected -> asked(expected, duty, example, world);
        }).orElse(Expected.NOT_ASKED);
    }

    private Expected asked(Instance.Expected instance, Duty duty, DutyCase example, World world) {
        var happened = example.facts().records().stream().map(record -> happened(record, duty, world)).toList();
        Standing standing = Standings.of(catalogue, List.of(instance), happened, Map.of(), example.on()).getFirst();
        return switch (standing.state()) {
            case MET -> Expected.MET;
            case MET_LATE -> Expected.MET_LATE;
            case OPEN -> Expected.OPEN;
            case NOT_SEEN, EXEMPT -> standing.overdue() ? Expected.OVERDUE : Expected.NOT_SEEN;
        };
    }

    private static Happened happened(RecordFacts record, Duty duty, World world) {
        var makesUpFor = record.makesUpFor().flatMap(day -> Periods.containing(duty, day)).map(Periods.Governed::period);
        return new Happened(new UUID(1, record.on().toEpochDay()), record.kind(), record.on(), record.on(),
                List.of(world.bearer()), new RecordView(record.kind(), record.topics(), record.ledBy(), record.hours()),
                makesUpFor.orElse(null), record.attendance());
    }
}
