package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose records of a period count for a bearer as well: after a merger or a split those of the units it
 * came out of, and of their bodies of the same kind and posts of the same title.
 */
final class Predecessors {

    private Predecessors() {}

    static List<Bearer> of(Bearer bearer, Period period, LocalDate seenOn, Timeline timeline) {
        Organisation now = timeline.on(seenOn);
        return now.unitOf(bearer).stream()
                .flatMap(unit -> timeline.originsOf(unit.id(), period.from(), seenOn).stream()
                        .filter(origin -> !origin.equals(unit.id()))
                        .sorted((a, b) -> a.value().compareTo(b.value())))
                .flatMap(origin -> likewise(bearer, now, lastSeen(origin, seenOn, timeline), origin))
                .toList();
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
