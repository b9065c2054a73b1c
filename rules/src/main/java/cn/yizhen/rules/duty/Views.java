package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.BodyView;
import cn.yizhen.rules.institution.PersonView;
import cn.yizhen.rules.institution.PostView;
import cn.yizhen.rules.institution.UnitView;
import cn.yizhen.rules.institution.View;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.ChannelKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Strength;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the conditions of the catalogue see of a bearer in the organisation of a day. */
public final class Views {

    private static final View[] NONE = {};

    private Views() {}

    /** The views a condition over this kind of bearer is about; empty where the bearer does not exist. */
    public static View[] of(Bearer bearer, Organisation organisation) {
        return of(bearer, organisation, organisation.asOf().on());
    }

    /**
     * The same as of a later day in which the organisation is still what it was.
     *
     * @param day what months of a term and days of dissolution are counted to
     */
    static View[] of(Bearer bearer, Organisation organisation, LocalDate day) {
        return of(bearer, organisation, unit -> of(unit, organisation, day));
    }

    /**
     * The same where the units' own views are at hand.
     *
     * @param ofUnit how a unit of the organisation looks
     */
    static View[] of(Bearer bearer, Organisation organisation, Function<Unit, UnitView> ofUnit) {
        return switch (bearer) {
            case Bearer.OfUnit(var id) -> organisation.unit(id).map(unit -> new View[] {ofUnit.apply(unit)}).orElse(NONE);
            case Bearer.OfPost(var id) -> organisation.post(id).flatMap(post -> views(post, organisation, ofUnit)).orElse(NONE);
            case Bearer.OfBody(var id) -> organisation.body(id).flatMap(body -> views(body, organisation, ofUnit)).orElse(NONE);
            case Bearer.OfPerson(var id) -> organisation.person(id).isPresent() ? new View[] {of(id, organisation)} : NONE;
        };
    }

    static UnitView of(Unit unit, Organisation organisation, LocalDate day) {
        Strength assembly = assembly(unit, organisation);
        List<Unit> branches = branches(unit, organisation);
        var channels = organisation.channels(unit.id());
        var groups = channels.stream().filter(channel -> channel.kind() == ChannelKind.WORK_GROUP).toList();
        return new UnitView(
                unit.kind().word(),
                parentKind(unit, organisation),
                !organisation.bodies(unit.id(), BodyKind.BRANCH_COMMITTEE).isEmpty(),
                organisation.bodies(unit.id(), BodyKind.PARTY_GROUP).size(),
                assembly.full(),
                assembly.members(),
                marks(unit),
                branch(unit, organisation, branches),
                partyMembers(unit, organisation, branches),
                organisation.joinedTo(unit.code()),
                termMonths(unit, organisation, day),
                channels.size() - groups.size(),
                groups.size(),
                (int) groups.stream().filter(group -> group.pastOn(day)).count());
    }

    /** Whether the unit can look different on a later day of the same stretch. */
    static boolean changesWithDays(Unit unit, Organisation organisation) {
        return organisation.particular(unit.id(), Particular.Sort.TERM_BEGAN).isPresent()
                || organisation.channels(unit.id()).stream().anyMatch(channel -> channel.kind() == ChannelKind.WORK_GROUP);
    }

    private static Strength assembly(Unit branch, Organisation organisation) {
        return organisation.bodies(branch.id(), BodyKind.BRANCH_ASSEMBLY).stream()
                .findFirst()
                .map(body -> organisation.strength(body.id()))
                .orElse(Strength.UNKNOWN);
    }

    private static List<Unit> branches(Unit unit, Organisation organisation) {
        return organisation.children(unit.id()).stream().filter(child -> child.kind() == UnitKind.BRANCH).toList();
    }

    private static String branch(Unit unit, Organisation organisation, List<Unit> branches) {
        boolean joint = organisation.particular(unit.id(), Particular.Sort.JOINT_BRANCH).isPresent();
        return !branches.isEmpty() ? "own" : joint ? "joint" : "none";
    }

    private static int partyMembers(Unit unit, Organisation organisation, List<Unit> branches) {
        return branches.isEmpty()
                ? organisation.particular(unit.id(), Particular.Sort.PARTY_MEMBERS).map(Particular::number).orElse(0)
                : branches.stream().mapToInt(branch -> assembly(branch, organisation).full()).sum();
    }

    private static int termMonths(Unit unit, Organisation organisation, LocalDate day) {
        return organisation.particular(unit.id(), Particular.Sort.TERM_BEGAN)
                .flatMap(Particular::day)
                .map(began -> (int) Math.max(0, ChronoUnit.MONTHS.between(began, day)))
                .orElse(0);
    }

    private static Optional<View[]> views(Post post, Organisation organisation, Function<Unit, UnitView> ofUnit) {
        PostView view = new PostView(post.functions(), !organisation.holders(post.id()).isEmpty());
        return organisation.unit(post.unit()).map(unit -> new View[] {view, ofUnit.apply(unit)});
    }

    private static Optional<View[]> views(Body body, Organisation organisation, Function<Unit, UnitView> ofUnit) {
        BodyView view = new BodyView(body.kind().word(), organisation.strength(body.id()).members());
        return organisation.unit(body.unit()).map(unit -> new View[] {view, ofUnit.apply(unit)});
    }

    private static PersonView of(PersonId person, Organisation organisation) {
        List<Post> posts = organisation.postsOf(person).stream()
                .flatMap(holding -> organisation.post(holding.post()).stream())
                .toList();
        return new PersonView(
                posts.stream().flatMap(post -> post.functions().stream()).collect(Collectors.toSet()),
                posts.stream().flatMap(post -> organisation.unit(post.unit()).stream())
                        .map(unit -> unit.kind().word()).collect(Collectors.toSet()));
    }

    private static String parentKind(Unit unit, Organisation organisation) {
        UnitId parent = unit.parent();
        return parent == null ? "" : organisation.unit(parent).map(above -> above.kind().word()).orElse("");
    }

    private static Set<String> marks(Unit unit) {
        return unit.attributes().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.toSet());
    }
}
