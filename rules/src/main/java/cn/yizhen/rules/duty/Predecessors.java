package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose records of a period count for a bearer as well: after a merger or a split those of the units it
 * came out of, and of their bodies of the same kind and posts of the same title. Of units that were gone before the
 * period too: a paper may come months after its day, and what was noted under the old name until then happened.
 */
final class Predecessors {

    private Predecessors() {}

    /** @param now the organisation of the day the period is seen on */
    static List<Bearer> of(Bearer bearer, Organisation now, Period period, LocalDate seenOn, Timeline timeline) {
        return now.unitOf(bearer).map(Unit::id).filter(timeline::cameOfOthers).stream()
                .flatMap(unit -> Stream.concat(timeline.originsOf(unit, period.from(), seenOn).stream(), gone(unit, period.from(), timeline))
                        .filter(origin -> !origin.equals(unit))
                        .distinct()
                        .sorted((a, b) -> a.value().compareTo(b.value())))
                .flatMap(origin -> likewise(bearer, now, lastSeen(origin, seenOn, timeline), origin))
                .toList();
    }

    /** Those of its origins that were gone by the day. */
    private static Stream<UnitId> gone(UnitId unit, LocalDate day, Timeline timeline) {
        return timeline.originsOf(unit, LocalDate.MIN, day).stream()
                .filter(origin -> timeline.lifeOf(new Bearer.OfUnit(origin)).map(Valid::until).filter(until -> !until.isAfter(day)).isPresent());
    }

    /** The organisation of the last day on which the unit existed. */
    private static Organisation lastSeen(UnitId unit, LocalDate seenOn, Timeline timeline) {
        return timeline.on(timeline.lifeOf(new Bearer.OfUnit(unit))
                .map(Valid::until)
                .map(until -> until.minusDays(1))
                .filter(last -> last.isBefore(seenOn))
                .orElse(seenOn));
    }

    private static Stream<Bearer> likewise(Bearer bearer, Organisation now, Organisation then, UnitId origin) {
        return switch (bearer) {
            case Bearer.OfUnit _ -> Stream.of(new Bearer.OfUnit(origin));
            case Bearer.OfBody(var id) -> now.body(id).stream()
                    .flatMap(body -> then.bodies(origin, body.kind()).stream())
                    .map(body -> new Bearer.OfBody(body.id()));
            case Bearer.OfPost(var id) -> now.post(id).stream()
                    .flatMap(post -> then.posts(origin).stream().filter(other -> other.title().equals(post.title())))
                    .map(post -> new Bearer.OfPost(post.id()));
            case Bearer.OfPerson _ -> Stream.empty();
        };
    }
}
