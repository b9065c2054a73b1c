package cn.yizhen.app.overview.charges;

import cn.yizhen.app.organisation.PostNames;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The lines of one day put into words: with whom, who steps in. */
record Lines(Organisation organisation, List<Fact<Responsibility>> charges) {

    List<ResponsibilityTable.Line> of(Bearer bearer) {
        return charges.stream().filter(fact -> fact.value().bearer().equals(bearer))
                .sorted(Comparator.comparing((Fact<Responsibility> fact) -> fact.value().kind()).thenComparing(fact -> fact.value().over() != null))
                .map(fact -> line(fact, "")).toList();
    }

    /** Lines of the unit's own posts; its name need not be said. */
    List<ResponsibilityTable.Line> ofPosts(UnitId unit) {
        return organisation.posts(unit).stream().flatMap(post -> charges.stream()
                        .filter(fact -> fact.value().bearer().equals(new Bearer.OfPost(post.id())))
                        .map(fact -> line(fact, post.title() + (holders(post).isEmpty() ? "（空缺）" : " " + holders(post))))).toList();
    }

    /** Lines that name their bearer, in the order of the organisation. */
    List<ResponsibilityTable.Line> named(Predicate<Responsibility> which) {
        return charges.stream().filter(fact -> which.test(fact.value())).map(fact -> line(fact, called(fact.value().bearer()))).toList();
    }

    /** Lines in which the post steps in; that it does need not be said in each. */
    List<ResponsibilityTable.Line> substituting(PostId post) {
        return named(line -> post.equals(line.substitute())).stream().map(line -> new ResponsibilityTable.Line(line.fact(), line.who(), line.kind(),
                line.subject(), line.with(), "", line.basis(), line.since())).toList();
    }

    private ResponsibilityTable.Line line(Fact<Responsibility> fact, String who) {
        var line = fact.value();
        var over = line.over() == null ? "" : organisation.unit(line.over()).map(Unit::shortName).orElse("");
        var subject = over.isEmpty() || over.equals(line.subject()) ? line.subject() : line.subject() + "（" + over + "）";
        return new ResponsibilityTable.Line(fact.id(), who, line.kind().chinese(), subject, with(line),
                line.substitute() == null ? "" : called(new Bearer.OfPost(line.substitute())), line.basis(), fact.valid().from());
    }

    /** Who stands beside: others with the same subject, the leader over a unit that leads, the units that lead a leader's subject. */
    private String with(Responsibility line) {
        var said = new LinkedHashSet<String>();
        charges.stream().map(Fact::value).filter(other -> !other.bearer().equals(line.bearer()) && !onePerson(other.bearer(), line.bearer()) && other.subject().equals(line.subject()) && sameOver(other, line) && inOnePlace(other, line))
                .forEach(other -> said.add(other.kind().chinese() + " " + called(other.bearer())));
        if (line.bearer() instanceof Bearer.OfUnit(var unit) && line.kind() == ResponsibilityKind.LEADS) {
            leaders(unit).forEach(leader -> said.add("分管领导 " + leader));
        }
        return said.stream().limit(4).collect(Collectors.joining("；"));
    }

    private static boolean sameOver(Responsibility one, Responsibility other) {
        return one.over() == null || other.over() == null || one.over().equals(other.over());
    }

    /** Whoever holds both posts stands beside nobody. */
    private boolean onePerson(Bearer one, Bearer other) {
        var holders = persons(one);
        return !holders.isEmpty() && holders.equals(persons(other));
    }

    private Set<PersonId> persons(Bearer bearer) {
        return bearer instanceof Bearer.OfPost(var post)
                ? organisation.holders(post).stream().map(Holding::person).collect(Collectors.toSet()) : Set.of();
    }

    /** A subject of one township says nothing about the same subject in another, nor does a village's about the next one's. */
    private boolean inOnePlace(Responsibility one, Responsibility other) {
        var village = village(one.bearer());
        var next = village(other.bearer());
        return place(one.bearer()).equals(place(other.bearer())) && (village.isEmpty() || next.isEmpty() || village.equals(next));
    }

    private Optional<UnitId> village(Bearer bearer) {
        return organisation.unitOf(bearer).flatMap(unit -> organisation.nearest(unit.id(), UnitKind.VILLAGE).or(() -> organisation.nearest(unit.id(), UnitKind.COMMUNITY)))
                .map(Unit::id);
    }

    private String place(Bearer bearer) {
        return organisation.unitOf(bearer).flatMap(unit -> organisation.nearest(unit.id(), UnitKind.TOWNSHIP)).map(Unit::code).orElse("");
    }

    /** Leaders outside the unit who are in charge of it. */
    private List<String> leaders(UnitId unit) {
        var leaders = new ArrayList<String>();
        charges.stream().map(Fact::value).filter(line -> line.kind() == ResponsibilityKind.IN_CHARGE && unit.equals(line.over()) && outside(line.bearer(), unit))
                .forEach(line -> leaders.add(called(line.bearer())));
        return leaders;
    }

    boolean outside(Bearer bearer, UnitId unit) {
        return organisation.unitOf(bearer).filter(own -> !own.id().equals(unit)).isPresent();
    }

    /** 副县长 王芳, 县财政局; a post says its unit where its title alone would not. */
    String called(Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfPost(var id) -> organisation.post(id).map(this::called).orElse("");
            default -> organisation.unitOf(bearer).map(Unit::shortName).orElse("");
        };
    }

    String called(Post post) {
        var unit = organisation.unit(post.unit()).map(Unit::shortName).orElse("");
        var title = post.title().startsWith("县") ? post.title() : unit.equals("县政府") || unit.equals("县委") ? post.title() : PostNames.of(organisation, post);
        var names = holders(post);
        return title + (names.isEmpty() ? "（空缺）" : " " + names);
    }

    String holders(Post post) {
        return organisation.holders(post.id()).stream()
                .map(held -> organisation.person(held.person()).map(Person::name).orElse("") + switch (held.kind()) {
                    case HOLDS, CONCURRENT -> "";
                    default -> "（" + held.kind().chinese() + "）";
                })
                .collect(Collectors.joining("、"));
    }
}
