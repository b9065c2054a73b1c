package cn.yizhen.rules.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.yizhen.rules.cases.InstitutionCase.Expected;
import cn.yizhen.rules.cases.InstitutionCase.RecordFacts;
import cn.yizhen.rules.cases.InstitutionCase.Vote;
import cn.yizhen.rules.duty.Enumeration;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.duty.Periods;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.Standings;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
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
        var duty = catalogue.duty(example.duty());
        if (duty.isEmpty()) {
            return Optional.of("没有“" + example.duty() + "”这项职责，请核对标识");
        }
        return unknownWords(example).or(() -> {
            var outcome = outcome(duty.get(), example);
            return outcome == example.expected() ? Optional.empty()
                    : Optional.of("应为“" + example.expected().chinese() + "”，算出来是“" + outcome.chinese() + "”");
        });
    }

    private static Optional<String> unknownWords(InstitutionCase example) {
        var unit = example.facts().unit();
        if (UnitKind.of(unit.kind()).isEmpty() || UnitKind.of(unit.parentKind()).isEmpty()) {
            return Optional.of("没有“" + unit.kind() + "”或“" + unit.parentKind() + "”这个单位类别");
        }
        return example.facts().body().filter(kind -> BodyKind.of(kind).isEmpty()).map(kind -> "没有“" + kind + "”这个班子类别");
    }

    private Expected outcome(Duty duty, InstitutionCase example) {
        return example.facts().vote().map(vote -> vote(duty, example, vote)).orElseGet(() -> standing(duty, example));
    }

    private static Expected vote(Duty duty, InstitutionCase example, Vote vote) {
        return duty.on(example.on()).filter(terms -> terms.passes().stream()
                        .allMatch(threshold -> threshold.reachedBy(vote.yes(), vote.whole())))
                .map(terms -> Expected.PASSED).orElse(Expected.NOT_PASSED);
    }

    private Expected standing(Duty duty, InstitutionCase example) {
        var world = World.of(example.facts());
        var institution = catalogue.institutionOf(duty.id()).orElseThrow();
        var day = new Period(example.periodOf(), example.periodOf().plusDays(1));
        var enumeration = new Enumeration(catalogue, Map.of(institution.id(), example.facts().inUse().orElse(duty.begins())),
                world.timeline(), List.of(), example.on());
        var instance = enumeration.instances(institution, duty, day, unit -> true).stream()
                .filter(candidate -> candidate.key().bearer().equals(world.bearer())).findFirst();
        return instance.map(found -> switch (found) {
            case Instance.CountedOut out -> Expected.COUNTED_OUT;
            case Instance.Expected expected -> asked(expected, duty, example, world);
        }).orElse(Expected.NOT_ASKED);
    }

    private Expected asked(Instance.Expected instance, Duty duty, InstitutionCase example, World world) {
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
                List.of(world.bearer()), new RecordView(record.kind(), record.topics(), record.ledBy()),
                makesUpFor.orElse(null), record.attendance());
    }
}
