package cn.yizhen.app.upward;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Rollups;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.institution.Rulebook;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.rollup.Rollup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Counts the rows of a return at the scope's two points in time. Every period of every duty that ends in the quarter
 * is in exactly one return, whatever its cadence. Duties of persons have no total and are not in.
 */
@Component
class ReturnCounting {

    /** Of fewer units of a kind a total would be about one of them (docs/decisions/0056); they stand together. */
    private static final int FEWEST = 3;

    private static final Area OTHER = new Area(Area.Kind.UNIT_KIND, "other", "其他类别（合计）");

    private final Rollups rollups;
    private final Institutions institutions;
    private final Organisations organisations;

    ReturnCounting(Rollups rollups, Institutions institutions, Organisations organisations) {
        this.rollups = rollups;
        this.institutions = institutions;
        this.organisations = organisations;
    }

    List<ReturnRow> rows(Scope scope, Period quarter) {
        Rollup rollup = rollups.of(scope, quarter.from());
        Rulebook rulebook = institutions.rulebook(scope);
        Map<LocalDate, Shape> shapes = new HashMap<>();
        List<ReturnRow> rows = new ArrayList<>();
        for (Institution institution : rulebook.catalogue().institutions()) {
            for (Duty duty : institution.duties()) {
                rollup.periods(duty.id()).stream().filter(period -> quarter.contains(period.lastDay())).forEach(period -> {
                    LocalDate seen = earlier(period.lastDay(), scope.asOf().on());
                    Shape shape = shapes.computeIfAbsent(seen,
                            day -> new Shape(organisations.asOf(scope, new AsOf(day, scope.asOf().known()))));
                    shape.count(unit -> rollup.tally(unit, duty.id(), period)).forEach(counted -> rows.add(new ReturnRow(rows.size(), counted.area(),
                            institution.pillar().chinese(), institution.title(), duty.id().value(), duty.title(), period, counted.tally())));
                });
            }
        }
        return List.copyOf(rows);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private record Counted(Area area, Tally tally) {}

    private interface Count {
        /** Of the unit and everything below it. */
        Tally of(UnitId unit);
    }

    /** The tree of one day, cut into areas. */
    private static final class Shape {

        private final Unit county;
        private final Map<UnitId, List<Unit>> below;
        private final Map<UnitKind, Long> kinds;

        Shape(Organisation organisation) {
            this.county = organisation.units().getFirst();
            this.below = organisation.units().stream().filter(unit -> unit.parent() != null)
                    .collect(Collectors.groupingBy(unit -> Objects.requireNonNull(unit.parent())));
            this.kinds = organisation.units().stream().collect(Collectors.groupingBy(Unit::kind, Collectors.counting()));
        }

        List<Counted> count(Count count) {
            Tally whole = count.of(county.id());
            List<Counted> counted = new ArrayList<>();
            add(counted, new Area(Area.Kind.COUNTY, county.code(), "全县"), whole);
            Tally rest = whole;
            for (Unit unit : children(county)) {
                if (unit.kind() == UnitKind.TOWNSHIP) {
                    Tally tally = count.of(unit.id());
                    rest = rest.minus(tally);
                    add(counted, new Area(Area.Kind.TOWNSHIP, unit.code(), unit.shortName()), tally);
                }
            }
            add(counted, new Area(Area.Kind.COUNTY_LEVEL, county.code(), "县级班子和县直单位（合计）"), rest);
            byKind(count).forEach((area, tally) -> add(counted, area, tally));
            return counted;
        }

        private static void add(List<Counted> counted, Area area, Tally tally) {
            if (tally.enumerated() > 0) {
                counted.add(new Counted(area, tally));
            }
        }

        private Map<Area, Tally> byKind(Count count) {
            Map<UnitKind, Tally> own = new EnumMap<>(UnitKind.class);
            collect(county, count.of(county.id()), count, own);
            Map<Area, Tally> areas = new java.util.LinkedHashMap<>();
            Tally other = Tally.NONE;
            for (var entry : own.entrySet()) {
                if (kinds.getOrDefault(entry.getKey(), 0L) < FEWEST) {
                    other = other.plus(entry.getValue());
                } else {
                    areas.put(new Area(Area.Kind.UNIT_KIND, entry.getKey().word(), entry.getKey().chinese()), entry.getValue());
                }
            }
            areas.put(OTHER, other);
            return areas;
        }

        /** What falls to the unit itself is what its subtree has and those of its children have not. */
        private void collect(Unit unit, Tally subtree, Count count, Map<UnitKind, Tally> own) {
            Tally itself = subtree;
            for (Unit child : children(unit)) {
                Tally under = count.of(child.id());
                if (under.enumerated() > 0) {
                    itself = itself.minus(under);
                    collect(child, under, count, own);
                }
            }
            if (itself.enumerated() > 0) {
                own.merge(unit.kind(), itself, Tally::plus);
            }
        }

        private List<Unit> children(Unit unit) {
            return below.getOrDefault(unit.id(), List.of());
        }
    }
}
