package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.View;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who a duty can fall to in one period: those who exist on the day that counts and satisfy its condition,
 * and those who did until they ended within the period.
 */
record Candidates(Duty duty, Period period, LocalDate seenOn, Timeline timeline) {

    /** @param predecessors whose records of the period count for it as well */
    record Present(Bearer bearer, List<Bearer> predecessors) {}

    /**
     * @param since the first day it no longer exists
     * @param heirs the names of those who came out of it, "" where nobody did
     */
    record Gone(Bearer bearer, LocalDate since, String heirs) {}

    static Candidates of(Duty duty, Period period, Timeline timeline, LocalDate today) {
        LocalDate seenOn = today.isBefore(period.lastDay()) ? today : period.lastDay();
        return new Candidates(duty, period, seenOn, timeline);
    }

    Stream<Present> present(Set<UnitId> units) {
        Bearers.Satisfying satisfying = Bearers.satisfying(duty, seenOn, timeline);
        Organisation now = timeline.on(seenOn);
        return (units == timeline.units() ? satisfying.inAny() : satisfying.in(units))
                .map(bearer -> new Present(bearer, Predecessors.of(bearer, now, period, seenOn, timeline)));
    }

    /** The day a bearer came into being, where that was within the period. */
    Optional<LocalDate> foundedWithin(Bearer bearer) {
        return timeline.lifeOf(bearer).map(Valid::from).filter(founded -> founded.isAfter(period.from()));
    }

    Stream<Gone> gone(Set<UnitId> units) {
        if (!period.from().isBefore(seenOn)) {
            return Stream.empty();
        }
        return timeline.endedBetween(period.from(), seenOn).stream()
                .filter(bearer -> Bearers.kindOf(bearer) == duty.bearer())
                .flatMap(bearer -> timeline.lifeOf(bearer)
                        .map(Valid::until)
                        .flatMap(until -> gone(bearer, until, units))
                        .stream());
    }

    private Optional<Gone> gone(Bearer bearer, LocalDate until, Set<UnitId> units) {
        Organisation last = timeline.on(until.minusDays(1));
        return Bearers.unitsOf(bearer, last).anyMatch(units::contains) && satisfies(bearer, last, until.minusDays(1))
                ? Optional.of(new Gone(bearer, until, heirs(bearer, last)))
                : Optional.empty();
    }

    private String heirs(Bearer bearer, Organisation last) {
        return last.unitOf(bearer)
                .map(unit -> timeline.heirsOf(unit.id(), period.from(), seenOn).stream()
                        .filter(heir -> !heir.equals(unit.id()))
                        .flatMap(heir -> timeline.on(seenOn).unit(heir).stream())
                        .map(Unit::name)
                        .sorted()
                        .collect(Collectors.joining("、")))
                .orElse("");
    }

    private boolean satisfies(Bearer bearer, Organisation organisation, LocalDate day) {
        View[] views = Views.of(bearer, organisation, day);
        return views.length > 0 && duty.fallsTo().holds(views);
    }
}
