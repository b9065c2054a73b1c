package cn.yizhen.app.matter;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.organisation.ChannelKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which cases a post's unit opens itself: a village its decisions, a department what the government has to decide, a unit with accounts the messages left there. */
@Component
class OwnCases {

    private final Organisations organisations;

    OwnCases(Organisations organisations) {
        this.organisations = organisations;
    }

    /** A way to open a case. */
    record Way(MatterKind kind, HeldPost post) {

        String address() {
            return "/posts/" + post.post() + "/cases/new?kind=" + kind.name();
        }

        String label() {
            return kind.offer();
        }
    }

    /** At most one of each kind, under the first post whose unit can. */
    List<Way> ways(Scope scope) {
        return Stream.of(MatterKind.VILLAGE_DECISION, MatterKind.MAJOR_DECISION, MatterKind.MESSAGE)
                .flatMap(kind -> scope.posts().stream().filter(post -> mayOpen(scope, kind, post.unit())).limit(1).map(post -> new Way(kind, post)))
                .toList();
    }

    boolean mayOpen(Scope scope, MatterKind kind, UnitId unit) {
        Organisation organisation = organisations.asOf(scope);
        return switch (kind) {
            case VILLAGE_DECISION -> village(organisation, unit).isPresent();
            case MAJOR_DECISION -> government(organisation).filter(government -> prepares(organisation, government, unit)).isPresent();
            case MESSAGE -> organisation.channels(unit).stream().anyMatch(channel -> channel.kind() != ChannelKind.WORK_GROUP);
            default -> false;
        };
    }

    /** A department of the government says whether its decision is lawful; the one that prepares it may be the same. */
    boolean mayExamine(Scope scope, UnitId unit) {
        Organisation organisation = organisations.asOf(scope);
        return government(organisation).filter(government -> !government.id().equals(unit) && prepares(organisation, government, unit)).isPresent();
    }

    /**
     * The government itself and its departments prepare its decisions; those of the Party committee do not. Departments
     * of both stand below the county, and whose they are is told by who is in charge of them.
     */
    private static boolean prepares(Organisation organisation, Unit government, UnitId unit) {
        if (government.id().equals(unit)) {
            return true;
        }
        var inCharge = organisation.responsibilities().stream()
                .filter(line -> line.kind() == ResponsibilityKind.IN_CHARGE && unit.equals(line.over()))
                .flatMap(line -> organisation.unitOf(line.bearer()).stream()).map(Unit::id).filter(of -> !of.equals(unit)).toList();
        return organisation.unit(unit).filter(one -> one.kind() == UnitKind.DEPARTMENT).isPresent()
                && (inCharge.isEmpty() || inCharge.contains(government.id()));
    }

    /** Who decides, and who says whether it is lawful. */
    Map<String, UnitId> decisionParties(Scope scope, UnitId legal) {
        return government(organisations.asOf(scope)).map(unit -> Map.of("government", unit.id(), "legal", legal)).orElse(Map.of());
    }

    private static Optional<Unit> government(Organisation organisation) {
        return organisation.units().stream().filter(unit -> unit.kind() == UnitKind.GOVERNMENT).findFirst();
    }

    /** The village, its branch and its township, each with its role. */
    Map<String, UnitId> villageParties(Scope scope, UnitId unit) {
        Organisation organisation = organisations.asOf(scope);
        Map<String, UnitId> parties = new HashMap<>();
        village(organisation, unit).ifPresent(village -> {
            parties.put("village", village.id());
            branch(organisation, village).ifPresent(branch -> parties.put("branch", branch.id()));
            organisation.nearest(village.id(), UnitKind.TOWNSHIP).ifPresent(township -> parties.put("township", township.id()));
        });
        return parties;
    }

    private static Optional<Unit> branch(Organisation organisation, Unit village) {
        return organisation.children(village.id()).stream().filter(child -> child.kind() == UnitKind.BRANCH).findFirst();
    }

    /** The village itself, or the one whose own branch or committee the unit is. */
    private static Optional<Unit> village(Organisation organisation, UnitId id) {
        return organisation.unit(id).flatMap(unit -> switch (unit.kind()) {
            case VILLAGE -> Optional.of(unit);
            case BRANCH, VILLAGERS_COMMITTEE -> Optional.ofNullable(unit.parent()).flatMap(organisation::unit)
                    .filter(parent -> parent.kind() == UnitKind.VILLAGE);
            default -> Optional.empty();
        });
    }
}
