package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.Succession;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what the page of a unit shows. */
@Component
class UnitViews {

    private static final int MOST_FOUND = 50;

    private final Organisations organisations;

    UnitViews(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The unit at that point; empty for one never noted. */
    Optional<UnitView> of(Scope scope, UnitId id, AsOf point) {
        var history = organisations.history(scope);
        var organisation = organisations.asOf(scope, point);
        return organisation.unit(id).or(() -> lastKnown(history, id, point)).map(unit -> view(scope, history, organisation, unit));
    }

    /** Units and posts whose name, title or holder's name contains the words, in the order of the organisation. */
    List<Unit> search(Organisation organisation, String words) {
        return organisation.units().stream()
                .filter(unit -> unit.name().contains(words) || unit.shortName().contains(words) || unit.code().startsWith(words)
                        || organisation.posts(unit.id()).stream().anyMatch(post -> (unit.shortName() + post.title()).contains(words) || PostNames.of(organisation, post).contains(words)
                                || holders(organisation, post).stream().anyMatch(name -> name.startsWith(words))))
                .limit(MOST_FOUND)
                .toList();
    }

    private UnitView view(Scope scope, OrganisationHistory history, Organisation organisation, Unit unit) {
        var point = organisation.asOf();
        var life = history.lifeOf(new Bearer.OfUnit(unit.id()), point.known());
        return new UnitView(unit, organisation.unit(unit.id()).isPresent(),
                life.map(days -> days.from()).orElse(null), life.map(days -> days.until()).orElse(null),
                organisation.above(unit.id()).reversed(), organisation.children(unit.id()),
                organisation.posts(unit.id()).stream().map(post -> new UnitView.PostLine(post.id(), post.title(), holders(organisation, post))).toList(),
                bodies(scope, organisation, unit), charges(organisation, unit),
                organisation.responsibilitiesOver(unit.id()).stream().map(line -> charge(organisation, line)).toList(),
                relatives(history, point, Succession::successors, Succession::predecessors, unit.id()),
                relatives(history, point, Succession::predecessors, Succession::successors, unit.id()), days(history, point, unit.id()));
    }

    private static Optional<Unit> lastKnown(OrganisationHistory history, UnitId id, AsOf point) {
        return OrganisationHistory.standing(history.units(), point.known()).stream()
                .filter(fact -> fact.value().id().equals(id))
                .max(Comparator.comparing(fact -> fact.valid().from()))
                .map(Fact::value);
    }

    static List<String> holders(Organisation organisation, Post post) {
        return organisation.holders(post.id()).stream()
                .map(held -> PostsHeld.title(organisation.person(held.person()).map(Person::name).orElse(""), held.kind()))
                .toList();
    }

    private List<UnitView.BodyLine> bodies(Scope scope, Organisation organisation, Unit unit) {
        var bodies = organisation.bodies(unit.id());
        var persons = bodies.stream().flatMap(body -> organisation.members(body.id()).stream()).map(Membership::person).distinct().toList();
        var names = organisations.names(scope, persons);
        return bodies.stream().map(body -> body(organisation, body, names)).toList();
    }

    private static UnitView.BodyLine body(Organisation organisation, Body body, Map<PersonId, String> names) {
        var strength = organisation.strength(body.id());
        var words = !strength.known() ? "人数未录入" : strength.full() + "人"
                + (strength.probationary() > 0 ? "，预备" + strength.probationary() + "人" : "")
                + (strength.voting() != strength.full() ? "，有表决权" + strength.voting() + "人" : "");
        var members = organisation.members(body.id());
        var seen = members.stream().map(member -> names.get(member.person())).filter(Objects::nonNull).toList();
        return new UnitView.BodyLine(body.name(), words, seen, members.size() - seen.size());
    }

    private static List<UnitView.ChargeLine> charges(Organisation organisation, Unit unit) {
        var own = organisation.posts(unit.id()).stream().flatMap(post -> organisation.responsibilities(new Bearer.OfPost(post.id())).stream());
        return Stream.concat(organisation.responsibilities(new Bearer.OfUnit(unit.id())).stream(), own)
                .map(line -> charge(organisation, line))
                .toList();
    }

    private static UnitView.ChargeLine charge(Organisation organisation, Responsibility line) {
        var who = switch (line.bearer()) {
            case Bearer.OfPost(var post) -> called(organisation, post);
            default -> organisation.unitOf(line.bearer()).map(Unit::shortName).orElse("");
        };
        var over = line.over() == null ? null : organisation.unit(line.over()).orElse(null);
        return new UnitView.ChargeLine(who, line.kind().chinese(), line.subject(), over,
                line.substitute() == null ? "" : called(organisation, line.substitute()), line.basis());
    }

    private static String called(Organisation organisation, PostId id) {
        return organisation.post(id)
                .map(post -> PostNames.of(organisation, post) + " "
                        + String.join("、", holders(organisation, post)))
                .orElse("");
    }

    private static List<UnitView.Relative> relatives(OrganisationHistory history, AsOf point, Function<Succession, Set<UnitId>> here,
            Function<Succession, Set<UnitId>> there, UnitId unit) {
        return OrganisationHistory.standing(history.successions(), point.known()).stream()
                .filter(fact -> here.apply(fact.value()).contains(unit))
                .flatMap(fact -> there.apply(fact.value()).stream().flatMap(id -> lastKnown(history, id, point).stream())
                        .map(other -> new UnitView.Relative(other, fact.valid().from(), fact.value().kind().chinese(), fact.value().basis())))
                .toList();
    }

    private static List<LocalDate> days(OrganisationHistory history, AsOf point, UnitId unit) {
        var posts = history.posts().stream().filter(fact -> fact.value().unit().equals(unit)).map(fact -> fact.value().id()).toList();
        return Stream.concat(
                        OrganisationHistory.standing(history.units(), point.known()).stream().filter(fact -> fact.value().id().equals(unit)),
                        OrganisationHistory.standing(history.holdings(), point.known()).stream().filter(fact -> posts.contains(fact.value().post())))
                .flatMap(fact -> Stream.of(fact.valid().from(), fact.valid().until()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
