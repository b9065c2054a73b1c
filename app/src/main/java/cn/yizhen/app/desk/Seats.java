package cn.yizhen.app.desk;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Under which of the asker's posts a duty is there to be done. What falls to a unit or one of its bodies is
 * for those who lead it or keep its papers, not for everyone in it; a village's clerk keeps the papers of its
 * branch as well.
 */
record Seats(Scope scope, Organisation organisation) {

    private static final Set<String> LEADING = Set.of("secretary", "head", "director", "deputy-secretary");
    private static final Set<String> KEEPING = Set.of("recorder", "contact", "office", "organisation-member");
    private static final Set<UnitKind> HOUSES = Set.of(UnitKind.VILLAGE, UnitKind.COMMUNITY);

    Optional<HeldPost> of(Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfPerson(var person) ->
                person.equals(scope.person()) ? scope.posts().stream().findFirst() : Optional.empty();
            case Bearer.OfPost(var post) -> scope.posts().stream().filter(held -> held.post().equals(post)).findFirst();
            case Bearer.OfUnit _, Bearer.OfBody _ -> organisation.unitOf(bearer).flatMap(unit ->
                    first(held -> held.unit().equals(unit.id()) && serves(held, LEADING, KEEPING))
                            .or(() -> first(held -> isHouseOf(held, unit) && serves(held, KEEPING)))
                            .or(() -> nobodyDoes(unit.id()) ? first(held -> held.unit().equals(unit.id())) : Optional.empty()));
        };
    }

    /** Whether anything of the unit could be on the asker's desk: the first, coarse look. */
    boolean concerns(UnitId unit) {
        return scope.posts().stream().anyMatch(held -> held.unit().equals(unit))
                || organisation.unit(unit).filter(u -> scope.posts().stream().anyMatch(held -> isHouseOf(held, u))).isPresent();
    }

    private Optional<HeldPost> first(Predicate<HeldPost> those) {
        return scope.posts().stream().filter(those).findFirst();
    }

    private boolean isHouseOf(HeldPost held, Unit unit) {
        return held.unit().equals(unit.parent()) && isBranchOf(organisation, unit);
    }

    /** Whether it is the branch of the village or community right above it. */
    static boolean isBranchOf(Organisation organisation, Unit unit) {
        return unit.kind() == UnitKind.BRANCH && unit.parent() != null
                && organisation.unit(unit.parent()).map(Unit::kind).filter(HOUSES::contains).isPresent();
    }

    @SafeVarargs
    private boolean serves(HeldPost held, Set<String>... functions) {
        return organisation.post(held.post()).filter(post -> serves(post, functions)).isPresent();
    }

    @SafeVarargs
    private static boolean serves(Post post, Set<String>... functions) {
        return Stream.of(functions).flatMap(Set::stream).anyMatch(post::serves);
    }

    private boolean nobodyDoes(UnitId unit) {
        return organisation.posts(unit).stream().noneMatch(post -> serves(post, LEADING, KEEPING));
    }
}
