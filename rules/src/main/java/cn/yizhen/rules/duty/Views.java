package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.BodyView;
import cn.yizhen.rules.institution.PersonView;
import cn.yizhen.rules.institution.PostView;
import cn.yizhen.rules.institution.UnitView;
import cn.yizhen.rules.institution.View;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Strength;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the conditions of the catalogue see of a bearer in the organisation of a day. */
public final class Views {

    private static final View[] NONE = {};

    private Views() {}

    /** The views a condition over this kind of bearer is about; empty where the bearer does not exist. */
    public static View[] of(Bearer bearer, Organisation organisation) {
        return switch (bearer) {
            case Bearer.OfUnit(var id) -> organisation.unit(id).map(unit -> new View[] {of(unit, organisation)}).orElse(NONE);
            case Bearer.OfPost(var id) -> organisation.post(id).flatMap(post -> views(post, organisation)).orElse(NONE);
            case Bearer.OfBody(var id) -> organisation.body(id).flatMap(body -> views(body, organisation)).orElse(NONE);
            case Bearer.OfPerson(var id) -> organisation.person(id).isPresent() ? new View[] {of(id, organisation)} : NONE;
        };
    }

    public static UnitView of(Unit unit, Organisation organisation) {
        Strength assembly = organisation.bodies(unit.id(), BodyKind.BRANCH_ASSEMBLY).stream()
                .findFirst()
                .map(body -> organisation.strength(body.id()))
                .orElse(Strength.UNKNOWN);
        return new UnitView(
                unit.kind().word(),
                parentKind(unit, organisation),
                !organisation.bodies(unit.id(), BodyKind.BRANCH_COMMITTEE).isEmpty(),
                organisation.bodies(unit.id(), BodyKind.PARTY_GROUP).size(),
                assembly.full(),
                assembly.members(),
                marks(unit));
    }

    private static Optional<View[]> views(Post post, Organisation organisation) {
        PostView view = new PostView(post.functions(), !organisation.holders(post.id()).isEmpty());
        return organisation.unit(post.unit()).map(unit -> new View[] {view, of(unit, organisation)});
    }

    private static Optional<View[]> views(Body body, Organisation organisation) {
        BodyView view = new BodyView(body.kind().word(), organisation.strength(body.id()).members());
        return organisation.unit(body.unit()).map(unit -> new View[] {view, of(unit, organisation)});
    }

    private static PersonView of(PersonId person, Organisation organisation) {
        List<Set<String>> functions = organisation.postsOf(person).stream()
                .flatMap(holding -> organisation.post(holding.post()).stream())
                .map(Post::functions)
                .toList();
        return new PersonView(functions.stream().flatMap(Set::stream).collect(Collectors.toSet()));
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
