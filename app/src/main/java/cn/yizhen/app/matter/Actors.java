package cn.yizhen.app.matter;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Actor;
import cn.yizhen.rules.procedure.Case;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who an asker is in a matter: one post's unit, and the units whose place it took. */
@Component
class Actors {

    private final Organisations organisations;

    Actors(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Under the one post of the scope. */
    Actor of(Scope scope) {
        return of(scope, scope.post());
    }

    /** Whoever may supervise has the role {@code office} in every matter. */
    Actor of(Scope scope, HeldPost post) {
        var standing = post.permissions().contains(Permission.SUPERVISE) ? Set.of("office") : Set.<String>of();
        return new Actor(scope.name(), post.post(), post.unit(), standing, predecessors(organisations.history(scope), post.unit(), scope));
    }

    /** The post under which the asker sees a case: the first with a role in it, else the first of all. */
    PostId seat(Scope scope, Case here) {
        return scope.posts().stream().filter(post -> !here.rolesOf(of(scope, post)).isEmpty()).findFirst().orElse(scope.posts().getFirst()).post();
    }

    /** Every unit the asker's posts answer for. */
    Set<UnitId> units(Scope scope) {
        var history = organisations.history(scope);
        return scope.posts().stream().map(HeldPost::unit).distinct()
                .flatMap(unit -> Stream.concat(Stream.of(unit), predecessors(history, unit, scope).stream()))
                .collect(Collectors.toSet());
    }

    private static Set<UnitId> predecessors(OrganisationHistory history, UnitId unit, Scope scope) {
        var found = new LinkedHashSet<UnitId>();
        var open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            var next = open.pop();
            history.successions().stream()
                    .filter(fact -> !fact.valid().from().isAfter(scope.asOf().on()) && fact.value().successors().contains(next))
                    .flatMap(fact -> fact.value().predecessors().stream())
                    .filter(old -> !old.equals(unit) && found.add(old)).forEach(open::add);
        }
        return found;
    }
}
