package cn.yizhen.app.record;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may note for which unit: its own posts, those of the house it belongs to, and who enters for those below. */
final class Authority {

    /** Units whose posts look after what is directly below them as their own. */
    private static final Set<UnitKind> HOUSES =
            Set.of(UnitKind.VILLAGE, UnitKind.COMMUNITY, UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION, UnitKind.SCHOOL);

    private Authority() {}

    static boolean mayNote(HeldPost post, UnitId unit, Organisation organisation) {
        return atHome(post.unit(), unit, organisation)
                || post.permissions().contains(Permission.ENTER_FOR_BELOW)
                        && post.roots().stream().anyMatch(root -> organisation.reaches(root, unit));
    }

    /** The same for a unit of the past: whoever may note for one that answers for it today. */
    static boolean mayCorrect(HeldPost post, List<UnitId> answering, Organisation organisation) {
        return answering.stream().anyMatch(unit -> mayNote(post, unit, organisation));
    }

    /** The post to act under for a unit: one of its own, one of its house, one that enters for those below. */
    static Optional<HeldPost> postFor(Scope scope, List<UnitId> answering, Organisation organisation) {
        return answering.stream().flatMap(unit -> postFor(scope, unit, organisation).stream()).findFirst();
    }

    private static Optional<HeldPost> postFor(Scope scope, UnitId unit, Organisation organisation) {
        return scope.posts().stream().filter(post -> post.unit().equals(unit)).findFirst()
                .or(() -> scope.posts().stream().filter(post -> atHome(post.unit(), unit, organisation)).findFirst())
                .or(() -> scope.posts().stream().filter(post -> mayNote(post, unit, organisation)).findFirst());
    }

    /** Whether the unit is the post's own or stands in its house; otherwise what is noted is 代为登记. */
    static boolean atHome(UnitId own, UnitId unit, Organisation organisation) {
        if (own.equals(unit)) {
            return true;
        }
        return organisation.unit(own).map(Unit::kind).filter(HOUSES::contains).isPresent()
                && organisation.unit(unit).map(Unit::parent).filter(own::equals).isPresent();
    }
}
