package cn.yizhen.rules.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the responsibility table of a day for what nobody answers for and what two do. */
final class ChargeReview {

    private static final Set<UnitKind> LED = EnumSet.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION);
    private static final Set<UnitKind> LOOKED_AFTER = EnumSet.of(UnitKind.TOWNSHIP, UnitKind.VILLAGE, UnitKind.COMMUNITY);
    private static final Set<ResponsibilityKind> LOOKING_AFTER = EnumSet.of(ResponsibilityKind.LIAISES, ResponsibilityKind.LOOKS_AFTER);

    private record Subject(String words, UnitId place) {}

    private final Organisation organisation;
    private final List<ChargeQuestion> found = new ArrayList<>();

    ChargeReview(Organisation organisation) {
        this.organisation = organisation;
    }

    List<ChargeQuestion> questions() {
        organisation.units().stream().filter(unit -> LED.contains(unit.kind()))
                .filter(unit -> from(unit, ResponsibilityKind.IN_CHARGE).isEmpty())
                .forEach(unit -> ask(ChargeQuestion.Kind.NOBODY_IN_CHARGE, unit.name(), place(unit.parent()), List.of()));
        organisation.units().stream().filter(unit -> LOOKED_AFTER.contains(unit.kind()))
                .filter(unit -> LOOKING_AFTER.stream().allMatch(kind -> from(unit, kind).isEmpty()))
                .forEach(unit -> ask(ChargeQuestion.Kind.NOBODY_LOOKS_AFTER, unit.name(), place(unit.parent()), List.of()));
        subjects();
        vacancies();
        return found.stream().sorted(Comparator.comparing(ChargeQuestion::kind)).toList();
    }

    /** Posts outside the unit that are in charge of it; its own deputies are not. */
    private List<Bearer> from(Unit unit, ResponsibilityKind kind) {
        return organisation.responsibilities().stream()
                .filter(line -> line.kind() == kind && unit.id().equals(line.over()) && line.bearer() instanceof Bearer.OfPost(var post)
                        && organisation.post(post).filter(p -> !p.unit().equals(unit.id())).isPresent())
                .map(Responsibility::bearer).distinct().toList();
    }

    private void subjects() {
        var leading = bearers(ResponsibilityKind.LEADS);
        bearers(ResponsibilityKind.SUPPORTS).forEach((subject, supporting) -> {
            if (!leading.containsKey(subject)) {
                ask(ChargeQuestion.Kind.NOBODY_LEADS, subject.words(), subject.place(), supporting);
            }
        });
        leading.forEach((subject, bearers) -> twice(ChargeQuestion.Kind.TWO_LEAD, subject, bearers));
        bearers(ResponsibilityKind.IN_CHARGE).forEach((subject, bearers) -> twice(ChargeQuestion.Kind.TWO_IN_CHARGE, subject, bearers));
        organisation.units().stream().filter(unit -> LED.contains(unit.kind()))
                .forEach(unit -> twice(ChargeQuestion.Kind.TWO_IN_CHARGE, new Subject(unit.name(), place(unit.parent())), from(unit, ResponsibilityKind.IN_CHARGE)));
    }

    /** Who the table names for each subject as a whole, apart for the county and each township. */
    private Map<Subject, List<Bearer>> bearers(ResponsibilityKind kind) {
        return organisation.responsibilities().stream()
                .filter(line -> line.kind() == kind && line.over() == null)
                .collect(Collectors.groupingBy(line -> new Subject(line.subject(), placeOf(line.bearer())), LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.mapping(Responsibility::bearer, Collectors.toList()), all -> all.stream().distinct().toList())));
    }

    private void twice(ChargeQuestion.Kind kind, Subject subject, List<Bearer> bearers) {
        bearers.stream().collect(Collectors.groupingBy(this::village, LinkedHashMap::new, Collectors.toList())).values().stream()
                .filter(beside -> beside.stream().map(this::whom).distinct().count() > 1)
                .forEach(beside -> ask(kind, subject.words(), subject.place(), beside));
    }

    /** One person in several posts is one; a post nobody holds, and a unit, stand for themselves. */
    private Object whom(Bearer bearer) {
        var holders = holders(bearer);
        return holders.isEmpty() ? bearer : holders;
    }

    /** The village it lies in: what two villages each see to is no overlap. */
    private Optional<UnitId> village(Bearer bearer) {
        return organisation.unitOf(bearer).flatMap(unit -> organisation.nearest(unit.id(), UnitKind.VILLAGE).or(() -> organisation.nearest(unit.id(), UnitKind.COMMUNITY)))
                .map(Unit::id);
    }

    private void vacancies() {
        var byPost = organisation.responsibilities().stream().filter(line -> line.bearer() instanceof Bearer.OfPost)
                .collect(Collectors.groupingBy(Responsibility::bearer, LinkedHashMap::new, Collectors.toList()));
        byPost.forEach((bearer, lines) -> {
            if (holders(bearer).isEmpty()) {
                var subjects = lines.stream().map(Responsibility::subject).distinct().limit(5).collect(Collectors.joining("、"));
                ask(ChargeQuestion.Kind.POST_VACANT, subjects, placeOf(bearer), List.of(bearer));
            }
        });
        organisation.responsibilities().stream().filter(line -> line.substitute() != null).forEach(line -> {
            var substitute = new Bearer.OfPost(line.substitute());
            if (holders(substitute).isEmpty()) {
                ask(ChargeQuestion.Kind.SUBSTITUTE_VACANT, line.subject(), placeOf(line.bearer()), List.of(line.bearer(), substitute));
            } else if (holders(substitute).equals(holders(line.bearer()))) {
                ask(ChargeQuestion.Kind.SUBSTITUTE_SAME, line.subject(), placeOf(line.bearer()), List.of(line.bearer(), substitute));
            }
        });
    }

    private Set<PersonId> holders(Bearer bearer) {
        return bearer instanceof Bearer.OfPost(var post)
                ? organisation.holders(post).stream().map(Holding::person).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private UnitId placeOf(Bearer bearer) {
        return place(organisation.unitOf(bearer).map(Unit::id).orElseThrow());
    }

    /** The township it lies in, else the county. */
    private UnitId place(UnitId unit) {
        return organisation.nearest(unit, UnitKind.TOWNSHIP).map(Unit::id).orElseGet(() -> organisation.units().getFirst().id());
    }

    private void ask(ChargeQuestion.Kind kind, String subject, UnitId place, Collection<Bearer> bearers) {
        found.add(new ChargeQuestion(kind, subject, place, bearers.stream()
                .sorted(Comparator.comparingInt(bearer -> organisation.unitOf(bearer).map(unit -> organisation.place(unit.id())).orElse(-1))).toList()));
    }
}
