package cn.yizhen.app.organisation;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Holdings;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Answers {@code access} from the organisation: who holds which posts, how far each reaches and what it
 * allows. A post reaches its unit and everything below; what it allows are its functions.
 */
@Component
class PostsHeld implements Holdings {

    /** The attribute of a department that lists the record kinds whose institution it keeps. */
    private static final String KEEPS = "keeps";

    private static final Set<UnitKind> OVERSEEING = Set.of(UnitKind.PARTY_COMMITTEE, UnitKind.GOVERNMENT);

    /** Units below which other units lie, so that a post in them sees more than its own. */
    private static final Set<UnitKind> WITH_UNITS_BELOW = Set.of(UnitKind.COUNTY, UnitKind.TOWNSHIP, UnitKind.STANDING_COMMITTEE,
            UnitKind.PARTY_COMMITTEE, UnitKind.PEOPLES_CONGRESS, UnitKind.GOVERNMENT, UnitKind.CONSULTATIVE_CONFERENCE);

    private final Organisations organisations;
    private final Clock clock;

    PostsHeld(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public List<HeldPost> heldBy(String county, PersonId person, AsOf asOf) {
        var organisation = organisations.asOf(Scope.system(county, "核对任职", asOf));
        return organisation.postsOf(person).stream()
                .sorted(Comparator.comparing(Holding::kind).thenComparingInt(holding -> place(organisation, holding)))
                .map(holding -> held(organisation, holding))
                .toList();
    }

    @Override
    public String nameOf(String county, PersonId person) {
        return organisations.history(Scope.system(county, "核对姓名", AsOf.on(LocalDate.now(clock)))).persons().stream()
                .map(Fact::value)
                .filter(known -> known.id().equals(person) && !known.name().equals(PersonNames.ERASED))
                .map(Person::name)
                .findFirst()
                .orElse("");
    }

    @Override
    public Optional<HeldPost> post(String county, PostId post, AsOf asOf) {
        var organisation = organisations.asOf(Scope.system(county, "核对岗位", asOf));
        return organisation.post(post).map(found -> held(organisation, found, found.title()));
    }

    private static HeldPost held(Organisation organisation, Holding holding) {
        var post = organisation.post(holding.post()).orElseThrow();
        return held(organisation, post, title(post.title(), holding.kind()));
    }

    private static HeldPost held(Organisation organisation, Post post, String title) {
        var unit = organisation.unit(post.unit()).orElseThrow();
        var permissions = permissions(post, unit);
        var kinds = kinds(unit);
        var wide = WITH_UNITS_BELOW.contains(unit.kind()) || !permissions.isEmpty() || !kinds.isEmpty();
        return new HeldPost(post.id(), unit.id(), title, unit.shortName(),
                permissions, Set.of(unit.id()), kinds, wide);
    }

    /** What its functions allow; a leader in the county's committee or government oversees the county. */
    private static Set<Permission> permissions(Post post, Unit unit) {
        Set<Permission> permissions = PostFunction.permissions(post.functions());
        if (OVERSEEING.contains(unit.kind()) && post.serves(PostFunction.LEADER.word())) {
            permissions.add(Permission.OVERSEE);
        }
        return permissions;
    }

    /** As people print it: a seconded or caretaking holder is named as such. */
    static String title(String title, HoldingKind kind) {
        return switch (kind) {
            case HOLDS, CONCURRENT -> title;
            case SECONDED, IN_CHARGE, ACTING -> title + "（" + kind.chinese() + "）";
        };
    }

    private static int place(Organisation organisation, Holding holding) {
        return organisation.post(holding.post()).map(post -> organisation.place(post.unit())).orElse(Integer.MAX_VALUE);
    }

    private static Set<String> kinds(Unit unit) {
        return Stream.of(unit.attributes().getOrDefault(KEEPS, "").split(","))
                .filter(kind -> !kind.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }
}
