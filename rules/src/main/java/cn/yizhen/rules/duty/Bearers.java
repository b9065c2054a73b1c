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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All bearers of one kind on a day, those that look alike to a condition together: a condition is costly, and a
 * county has many bearers but few kinds of them. Between two changes of the organisation they look alike on every
 * day but for what passes with the days, so most conditions are asked once for each such stretch.
 */
final class Bearers {

    private final List<Bearer> inOrder = new ArrayList<>();
    /** How each of them looks, as the number of a look: the same number for the same views. */
    private final int[] looks;
    private final List<View[]> distinct = new ArrayList<>();

    /** @param day the first of a stretch, or the very day for what passes with the days */
    private record Seen(BearerKind kind, LocalDate day) {}

    private record Falling(Seen seen, Condition condition) {}

    private record UnitsSeen(LocalDate day) {}

    private Bearers(BearerKind kind, Organisation organisation, Map<UnitId, UnitView> units) {
        on(kind, organisation).forEach(inOrder::add);
        this.looks = new int[inOrder.size()];
        Map<List<View>, Integer> numbers = new HashMap<>();
        for (int i = 0; i < looks.length; i++) {
            View[] views = Views.of(inOrder.get(i), organisation, (Unit unit) -> units.get(unit.id()));
            looks[i] = numbers.computeIfAbsent(List.of(views), _ -> {
                distinct.add(views);
                return distinct.size() - 1;
            });
        }
    }

    /** Those a duty falls to on a day, in order of the tree, persons by key. */
    static final class Satisfying {

        private final List<Bearer> inOrder;
        private final Organisation organisation;
        /** For asking about a few units of many: which places in that order are theirs. Made when first asked. */
        private volatile Map<UnitId, List<Integer>> places = Map.of();

        private Satisfying(List<Bearer> inOrder, Organisation organisation) {
            this.inOrder = inOrder;
            this.organisation = organisation;
        }

        /** Those that belong to one of the units. */
        Stream<Bearer> in(Set<UnitId> units) {
            Map<UnitId, List<Integer>> of = places();
            var theirs = new BitSet(inOrder.size());
            (units.size() < of.size() ? units : of.keySet()).stream()
                    .filter(units::contains)
                    .forEach(unit -> of.getOrDefault(unit, List.of()).forEach(theirs::set));
            return theirs.stream().mapToObj(inOrder::get);
        }

        /** All that belong to some unit. */
        Stream<Bearer> inAny() {
            return inOrder.stream().filter(bearer -> !(bearer instanceof Bearer.OfPerson)
                    || unitsOf(bearer, organisation).findAny().isPresent());
        }

        private Map<UnitId, List<Integer>> places() {
            if (places.isEmpty() && !inOrder.isEmpty()) {
                Map<UnitId, List<Integer>> of = new HashMap<>();
                for (int place = 0; place < inOrder.size(); place++) {
                    int here = place;
                    unitsOf(inOrder.get(place), organisation).distinct()
                            .forEach(unit -> of.computeIfAbsent(unit, _ -> new ArrayList<>()).add(here));
                }
                places = of;
            }
            return places;
        }
    }

    /** The units a bearer belongs to: its own, or those of all posts a person holds. */
    static Stream<UnitId> unitsOf(Bearer bearer, Organisation organisation) {
        return bearer instanceof Bearer.OfPerson(var person)
                ? organisation.postsOf(person).stream().flatMap(holding -> organisation.post(holding.post()).stream()).map(Post::unit)
                : organisation.unitOf(bearer).map(Unit::id).stream();
    }

    static Satisfying satisfying(Duty duty, LocalDate day, Timeline timeline) {
        LocalDate since = duty.fallsTo().passesWithDays() ? day : timeline.since(day);
        Seen seen = new Seen(duty.bearer(), since);
        return timeline.once(since, new Falling(seen, duty.fallsTo()), organisation -> new Satisfying(timeline
                .once(since, seen, _ -> new Bearers(duty.bearer(), organisation, units(since, timeline)))
                .satisfying(duty.fallsTo()), organisation));
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
        LocalDate since = timeline.since(day);
        return timeline.once(day, new UnitsSeen(day), organisation -> {
            boolean first = day.equals(since);
            Map<UnitId, UnitView> views = first ? new HashMap<>() : new HashMap<>(units(since, timeline));
            organisation.units().stream()
                    .filter(unit -> first || Views.changesWithDays(unit, organisation))
                    .forEach(unit -> views.put(unit.id(), Views.of(unit, organisation, day)));
            return views;
        });
    }

    private List<Bearer> satisfying(Condition condition) {
        boolean[] holds = new boolean[distinct.size()];
        for (int look = 0; look < holds.length; look++) {
            View[] views = distinct.get(look);
            holds[look] = views.length > 0 && condition.holds(views);
        }
        List<Bearer> found = new ArrayList<>();
        for (int i = 0; i < looks.length; i++) {
            if (holds[looks[i]]) {
                found.add(inOrder.get(i));
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
