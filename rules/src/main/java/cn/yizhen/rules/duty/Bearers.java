package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.institution.Condition;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.UnitView;
import cn.yizhen.rules.institution.View;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All bearers of one kind on a day, those that look alike to a condition together: a condition is costly, and a
 * county has many bearers but few kinds of them.
 */
final class Bearers {

    private final List<Bearer> inOrder;
    private final Map<Bearer, List<View>> looks;

    /** A term of office has lasted so many months on one day and not on another, so the day is part of it. */
    private record Seen(BearerKind kind, LocalDate day) {}

    private record Falling(Seen seen, Condition condition) {}

    private record UnitsSeen(LocalDate day) {}

    private Bearers(BearerKind kind, Organisation organisation, Map<UnitId, UnitView> units) {
        this.inOrder = on(kind, organisation).toList();
        Map<List<View>, List<View>> distinct = new LinkedHashMap<>();
        this.looks = LinkedHashMap.newLinkedHashMap(inOrder.size());
        for (Bearer bearer : inOrder) {
            List<View> views = List.of(Views.of(bearer, organisation, (Unit unit) -> units.get(unit.id())));
            looks.put(bearer, distinct.computeIfAbsent(views, same -> same));
        }
    }

    /**
     * Those a duty falls to on a day, in order of the tree, persons by key; and for asking about a few units of many,
     * which places in that order are theirs.
     */
    record Satisfying(List<Bearer> inOrder, Map<UnitId, List<Integer>> placesOf) {

        private static Satisfying of(List<Bearer> bearers, Organisation organisation) {
            Map<UnitId, List<Integer>> places = new HashMap<>();
            for (int place = 0; place < bearers.size(); place++) {
                int here = place;
                unitsOf(bearers.get(place), organisation).distinct()
                        .forEach(unit -> places.computeIfAbsent(unit, _ -> new ArrayList<>()).add(here));
            }
            return new Satisfying(List.copyOf(bearers), places);
        }

        /** Those that belong to one of the units. */
        Stream<Bearer> in(Set<UnitId> units) {
            var theirs = new BitSet(inOrder.size());
            (units.size() < placesOf.size() ? units : placesOf.keySet()).stream()
                    .filter(units::contains)
                    .forEach(unit -> placesOf.getOrDefault(unit, List.of()).forEach(theirs::set));
            return theirs.stream().mapToObj(inOrder::get);
        }
    }

    /** The units a bearer belongs to: its own, or those of all posts a person holds. */
    static Stream<UnitId> unitsOf(Bearer bearer, Organisation organisation) {
        return bearer instanceof Bearer.OfPerson(var person)
                ? organisation.postsOf(person).stream().flatMap(holding -> organisation.post(holding.post()).stream()).map(Post::unit)
                : organisation.unitOf(bearer).map(Unit::id).stream();
    }

    static Satisfying satisfying(Duty duty, LocalDate day, Timeline timeline) {
        Seen seen = new Seen(duty.bearer(), day);
        return timeline.once(day, new Falling(seen, duty.fallsTo()), _ -> Satisfying.of(timeline
                .once(day, seen, organisation -> new Bearers(duty.bearer(), organisation, units(day, timeline)))
                .satisfying(duty.fallsTo()), timeline.on(day)));
    }

    static BearerKind kindOf(Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfUnit _ -> BearerKind.UNIT;
            case Bearer.OfPost _ -> BearerKind.POST;
            case Bearer.OfBody _ -> BearerKind.BODY;
            case Bearer.OfPerson _ -> BearerKind.PERSON;
        };
    }

    /** How the units look on a day; posts and bodies are looked at with their unit, so each is worked out once for all. */
    private static Map<UnitId, UnitView> units(LocalDate day, Timeline timeline) {
        return timeline.once(day, new UnitsSeen(day), organisation -> organisation.units().stream()
                .collect(Collectors.toMap(Unit::id, unit -> Views.of(unit, organisation, day))));
    }

    private List<Bearer> satisfying(Condition condition) {
        Map<List<View>, Boolean> holds = new IdentityHashMap<>();
        List<Bearer> found = new ArrayList<>();
        for (Bearer bearer : inOrder) {
            List<View> views = looks.getOrDefault(bearer, List.of());
            if (!views.isEmpty() && holds.computeIfAbsent(views, looks -> condition.holds(looks.toArray(View[]::new)))) {
                found.add(bearer);
            }
        }
        return List.copyOf(found);
    }

    private static Stream<Bearer> on(BearerKind kind, Organisation organisation) {
        return switch (kind) {
            case UNIT -> organisation.units().stream().map(unit -> new Bearer.OfUnit(unit.id()));
            case POST -> organisation.units().stream()
                    .flatMap(unit -> organisation.posts(unit.id()).stream()).map(post -> new Bearer.OfPost(post.id()));
            case BODY -> organisation.units().stream()
                    .flatMap(unit -> organisation.bodies(unit.id()).stream()).map(body -> new Bearer.OfBody(body.id()));
            case PERSON -> organisation.persons().stream()
                    .map(Person::id)
                    .sorted(Comparator.comparing(person -> person.value()))
                    .map(Bearer.OfPerson::new);
        };
    }
}
