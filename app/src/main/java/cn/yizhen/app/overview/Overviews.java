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
        for (Institution institution : institutions.rulebook(then).catalogue().institutions()) {
            for (Duty duty : institution.duties()) {
                List<Period> periods = within(rollup, duty, asked.span());
                longer += periods.isEmpty() && !rollup.periods(duty.id()).isEmpty() ? 1 : 0;
                Overview.Counts counts = counts(rollup, asked.unit().id(), duty, periods);
                if (counts.tally().enumerated() > 0) {
                    pillars.computeIfAbsent(institution.pillar(), _ -> new ArrayList<>())
                            .add(new Overview.Line(institution, duty, periods, counts));
                }
            }
        }
        return new Overview(pillars, longer);
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
        List<DutyOverview.ByPeriod> byPeriod = periods.stream()
                .map(period -> new DutyOverview.ByPeriod(period, counts(rollup, unit, duty, List.of(period))))
                .toList();
        List<Duties.Listed> seen = periods.isEmpty() ? List.of() : duties.listed(then, institution, duty, asked.span(), unit).stream()
                .filter(one -> periods.contains(one.key().period()))
                .toList();
        return new DutyOverview(institution, duty, byPeriod, places(then, asked, rollup, duty, periods),
                seen);
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

    private List<DutyOverview.ByPlace> places(Scope then, Asked asked, Rollup rollup, Duty duty, List<Period> periods) {
        Organisation organisation = organisations.asOf(then);
        Unit unit = asked.unit();
        boolean county = unit.parent() == null;
        Predicate<Unit> single = county ? below -> below.kind() == UnitKind.TOWNSHIP : Asking.inReach(then, organisation);
        List<DutyOverview.ByPlace> places = new ArrayList<>();
        Tally rest = counts(rollup, unit.id(), duty, periods).tally();
        for (Unit below : organisation.children(unit.id())) {
            Tally tally = counts(rollup, below.id(), duty, periods).tally();
            if (single.test(below) && tally.enumerated() > 0) {
                places.add(new DutyOverview.ByPlace(below.shortName(), below.id().toString(), tally));
                rest = rest.minus(tally);
            }
        }
        if (!places.isEmpty() && rest.enumerated() > 0) {
            places.add(new DutyOverview.ByPlace(county ? "县级班子和县直单位（合计）" : "本级和其他（合计）", "", rest));
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
}
