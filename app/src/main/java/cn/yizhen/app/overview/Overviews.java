package cn.yizhen.app.overview;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.duty.Rollups;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Ground;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Pillar;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.rollup.Rollup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Counts for the pages of 履行情况. Everything is asked of a roll-up; single instances are asked of {@link Duties}, which decides who may see them. */
@Component
class Overviews {

    private final Rollups rollups;
    private final Institutions institutions;
    private final Organisations organisations;
    private final Duties duties;

    Overviews(Rollups rollups, Institutions institutions, Organisations organisations, Duties duties) {
        this.rollups = rollups;
        this.institutions = institutions;
        this.organisations = organisations;
        this.duties = duties;
    }

    Overview of(Scope scope, Asked asked) {
        Scope then = scope.at(asked.asOf());
        Rollup rollup = rollups.of(then, asked.span().from());
        Map<Pillar, List<Overview.Line>> pillars = new EnumMap<>(Pillar.class);
        int longer = 0;
        int single = 0;
        var seeing = seeing(then);
        for (Institution institution : institutions.rulebook(then).catalogue().institutions()) {
            for (Duty duty : institution.duties()) {
                List<Period> periods = within(rollup, duty, asked.span());
                longer += periods.isEmpty() && !rollup.periods(duty.id()).isEmpty() ? 1 : 0;
                Overview.Counts counts = counts(rollup, asked.unit().id(), duty, periods);
                if (seeing.single(institution, asked.unit(), counts.tally(), periods)) {
                    single++;
                } else if (counts.tally().enumerated() > 0) {
                    pillars.computeIfAbsent(institution.pillar(), _ -> new ArrayList<>())
                            .add(new Overview.Line(institution, duty, periods, counts));
                }
            }
        }
        return new Overview(pillars, longer, single);
    }

    /** One duty by period and place, with its instances where the asker may see them. */
    Optional<DutyOverview> of(Scope scope, Asked asked, String id) {
        Scope then = scope.at(asked.asOf());
        var catalogue = institutions.rulebook(then).catalogue();
        return catalogue.duties().filter(duty -> duty.id().value().equals(id) && duty.bearer() != BearerKind.PERSON).findFirst()
                .map(duty -> of(then, asked, catalogue.institutionOf(duty.id()).orElseThrow(), duty));
    }

    private DutyOverview of(Scope then, Asked asked, Institution institution, Duty duty) {
        Rollup rollup = rollups.of(then, asked.span().from());
        List<Period> periods = within(rollup, duty, asked.span());
        UnitId unit = asked.unit().id();
        if (seeing(then).single(institution, asked.unit(), counts(rollup, unit, duty, periods).tally(), periods)) {
            return DutyOverview.withheld(institution, duty);
        }
        List<DutyOverview.ByPeriod> byPeriod = periods.stream()
                .map(period -> new DutyOverview.ByPeriod(period, counts(rollup, unit, duty, List.of(period))))
                .toList();
        List<Duties.Listed> seen = periods.isEmpty() ? List.of() : duties.listed(then, institution, duty, asked.span(), unit).stream()
                .filter(one -> periods.contains(one.key().period()))
                .toList();
        return new DutyOverview(institution, duty, false, byPeriod, places(then, asked, rollup, institution, duty, periods), seen);
    }

    /** The year's months, this year and the year before, of the one part of the tree asked about. */
    YearPicture year(Scope scope, Asked asked) {
        Scope then = scope.at(asked.asOf());
        return new YearPicture(months(then, asked, asked.asOf().on()), months(then, asked, asked.asOf().on().minusYears(1)));
    }

    private List<YearPicture.Month> months(Scope then, Asked asked, LocalDate inYear) {
        Rollup rollup = rollups.of(then, inYear);
        List<Duty> all = institutions.rulebook(then).catalogue().duties().toList();
        Period year = Cadence.YEAR.containing(inYear);
        return Cadence.MONTH.touching(year.from(), year.until()).stream()
                .map(month -> new YearPicture.Month(month, all.stream()
                        .flatMap(duty -> rollup.periods(duty.id()).stream()
                                .filter(period -> month.contains(period.lastDay()))
                                .map(period -> rollup.tally(asked.unit().id(), duty.id(), period)))
                        .reduce(Tally.NONE, Tally::plus)))
                .toList();
    }

    private List<DutyOverview.ByPlace> places(Scope then, Asked asked, Rollup rollup, Institution institution, Duty duty, List<Period> periods) {
        Organisation organisation = organisations.asOf(then);
        var seeing = seeing(then);
        Unit unit = asked.unit();
        boolean county = unit.parent() == null;
        Predicate<Unit> alone = county ? below -> below.kind() == UnitKind.TOWNSHIP : Asking.inReach(then, organisation, organisations);
        boolean withheld = false;
        List<DutyOverview.ByPlace> places = new ArrayList<>();
        Tally rest = counts(rollup, unit.id(), duty, periods).tally();
        for (Unit below : organisation.children(unit.id())) {
            Tally tally = counts(rollup, below.id(), duty, periods).tally();
            if (alone.test(below) && seeing.single(institution, below, tally, periods)) {
                withheld = true;
            } else if (alone.test(below) && tally.enumerated() > 0) {
                places.add(new DutyOverview.ByPlace(below.shortName(), below.id().toString(), tally));
                rest = rest.minus(tally);
            }
        }
        if (!places.isEmpty() && rest.enumerated() > 0) {
            places.add(new DutyOverview.ByPlace(!county ? "本级和其他（合计）" : withheld ? "县级班子、县直单位和只有一件的乡镇（合计）" : "县级班子和县直单位（合计）",
                    "", rest));
        }
        return places;
    }

    private static List<Period> within(Rollup rollup, Duty duty, Period span) {
        return rollup.periods(duty.id()).stream()
                .filter(period -> !period.from().isBefore(span.from()) && !period.until().isAfter(span.until()))
                .toList();
    }

    private static Overview.Counts counts(Rollup rollup, UnitId unit, Duty duty, List<Period> periods) {
        Map<Ground, Integer> none = Map.of();
        return periods.stream()
                .map(period -> new Overview.Counts(rollup.tally(unit, duty.id(), period), rollup.grounds(unit, duty.id(), period)))
                .reduce(new Overview.Counts(Tally.NONE, none), Overview.Counts::plus);
    }

    private Seeing seeing(Scope then) {
        return new Seeing(then.kinds(), Asking.inReach(then, organisations.asOf(then), organisations));
    }

    /** Of which places the asker may see instances; of any other place a total of one in each period is not told (red line 5). */
    private record Seeing(Set<String> kinds, Predicate<Unit> reached) {

        boolean single(Institution institution, Unit unit, Tally tally, List<Period> periods) {
            return unit.parent() != null && tally.enumerated() > 0 && tally.enumerated() <= periods.size()
                    && !reached.test(unit) && institution.records().stream().noneMatch(record -> kinds.contains(record.kind()));
        }
    }
}
