package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.SlipHolders;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers {@code access} whom a township may hand a slip to: the holders in the units its posts reach. */
@Component
class HoldersBelow implements SlipHolders {

    private final Organisations organisations;

    HoldersBelow(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Holder> below(Scope scope, String words) {
        var organisation = organisations.asOf(scope);
        return units(scope, organisation)
                .flatMap(unit -> organisation.posts(unit.id()).stream()
                        .flatMap(post -> organisation.holders(post.id()).stream()
                                .flatMap(holding -> holder(organisation, unit, post, holding).stream())))
                .filter(holder -> matches(holder, words))
                .toList();
    }

    @Override
    public List<Holder> holding(Scope scope, String postCode) {
        var organisation = organisations.asOf(scope);
        return organisation.post(postCode).stream()
                .flatMap(post -> organisation.unit(post.unit()).stream().flatMap(unit -> organisation.holders(post.id()).stream()
                        .flatMap(holding -> holder(organisation, unit, post, holding).stream())))
                .toList();
    }

    private static Stream<Unit> units(Scope scope, Organisation organisation) {
        return scope.has(Permission.SECURITY)
                ? organisation.units().stream()
                : scope.posts().stream()
                        .filter(post -> post.permissions().contains(Permission.ISSUE_SLIPS))
                        .flatMap(post -> organisation.subtree(post.unit()).stream());
    }

    private static Optional<Holder> holder(Organisation organisation, Unit unit, Post post, Holding holding) {
        return organisation.person(holding.person())
                .map(person -> new Holder(post.id(), unit.shortName(), PostsHeld.title(post.title(), holding.kind()),
                        person.id(), person.name()));
    }

    private static boolean matches(Holder holder, String words) {
        return words.isEmpty() || (holder.unitName() + holder.title() + holder.personName()).contains(words);
    }
}
