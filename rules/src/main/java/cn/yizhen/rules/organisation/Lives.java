package cn.yizhen.rules.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From when until when everything that can bear something exists. */
final class Lives {

    private Lives() {}

    static Map<Bearer, Valid> of(OrganisationHistory history, long known) {
        Map<Bearer, Valid> lives = new LinkedHashMap<>();
        collect(lives, OrganisationHistory.standing(history.units(), known), unit -> new Bearer.OfUnit(unit.id()));
        Map<Bearer, Valid> units = Map.copyOf(lives);
        collect(lives, within(OrganisationHistory.standing(history.posts(), known), Post::unit, units),
                post -> new Bearer.OfPost(post.id()));
        collect(lives, within(OrganisationHistory.standing(history.bodies(), known), Body::unit, units),
                body -> new Bearer.OfBody(body.id()));
        collect(lives, OrganisationHistory.standing(history.persons(), known), person -> new Bearer.OfPerson(person.id()));
        return lives;
    }

    private static <T> void collect(Map<Bearer, Valid> lives, List<Fact<T>> facts, Function<T, Bearer> whose) {
        facts.forEach(fact -> lives.merge(whose.apply(fact.value()), fact.valid(), Lives::together));
    }

    /** The facts cut to the life of the unit they belong to. */
    private static <T> List<Fact<T>> within(List<Fact<T>> facts, Function<T, UnitId> unit, Map<Bearer, Valid> units) {
        return facts.stream()
                .map(fact -> Optional.ofNullable(units.get(new Bearer.OfUnit(unit.apply(fact.value()))))
                        .flatMap(life -> common(fact.valid(), life))
                        .map(days -> new Fact<>(fact.id(), fact.value(), days, fact.act(), fact.supersedes())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Valid> common(Valid a, Valid b) {
        LocalDate from = a.from().isAfter(b.from()) ? a.from() : b.from();
        LocalDate until = earlier(a.until(), b.until());
        return until != null && !until.isAfter(from) ? Optional.empty() : Optional.of(new Valid(from, until));
    }

    static Valid together(Valid a, Valid b) {
        LocalDate from = a.from().isBefore(b.from()) ? a.from() : b.from();
        boolean open = a.until() == null || b.until() == null;
        return new Valid(from, open ? null : a.until().isAfter(b.until()) ? a.until() : b.until());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
