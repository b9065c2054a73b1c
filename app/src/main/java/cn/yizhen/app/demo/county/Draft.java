package cn.yizhen.app.demo.county;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Channel;
import cn.yizhen.rules.organisation.ChannelKind;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.MemberCount;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.MembershipKind;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Succession;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The county as it is being invented: facts are noted one after the other, chapter by chapter. */
final class Draft {

    static final String BASIS = "云岭县领导班子成员和部门工作分工（云岭办〔2021〕3号）";

    private static final Set<UnitKind> OFFICES = Set.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION, UnitKind.TOWNSHIP, UnitKind.VILLAGE, UnitKind.COMMUNITY);

    private final SplittableRandom random;
    private final long stamp;
    private final List<Fact<Unit>> units = new ArrayList<>();
    private final List<Fact<Person>> persons = new ArrayList<>();
    private final List<Fact<Post>> posts = new ArrayList<>();
    private final List<Fact<Holding>> holdings = new ArrayList<>();
    private final List<Fact<Body>> bodies = new ArrayList<>();
    private final List<Fact<Membership>> memberships = new ArrayList<>();
    private final List<Fact<MemberCount>> counts = new ArrayList<>();
    private final List<Fact<Responsibility>> responsibilities = new ArrayList<>();
    private final List<Fact<Succession>> successions = new ArrayList<>();
    private final List<Fact<Particular>> particulars = new ArrayList<>();
    private final List<Fact<Channel>> channels = new ArrayList<>();
    private final Map<UnitId, String> codes = new HashMap<>();
    private final Map<Object, Integer> ranks = new HashMap<>();
    final Names names;
    private LocalDate since;
    private long act = 1;

    Draft(long seed, LocalDate since) {
        this.random = new SplittableRandom(seed);
        this.names = new Names(seed);
        this.since = since;
        this.stamp = since.atStartOfDay(ZoneOffset.ofHours(8)).toInstant().toEpochMilli();
    }

    /** What follows was noted by a later act and holds from that day. */
    void chapter(LocalDate day) {
        since = day;
        act++;
    }

    void since(LocalDate day) {
        since = day;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    UnitId unit(String code, String name, String shortName, UnitKind kind, @Nullable UnitId parent, int rank) {
        return unit(code, name, shortName, kind, parent, rank, Map.of());
    }

    UnitId unit(
            String code, String name, String shortName, UnitKind kind, @Nullable UnitId parent, int rank, Map<String, String> attributes) {
        var unit = new Unit(new UnitId(id()), code, name, shortName, kind, parent, rank, withPhone(kind, attributes));
        note(units, unit);
        codes.put(unit.id(), code);
        return unit.id();
    }

    /** An invented number for whoever has an office: nowhere in the country does one begin like this. */
    private Map<String, String> withPhone(UnitKind kind, Map<String, String> attributes) {
        if (!OFFICES.contains(kind)) {
            return attributes;
        }
        var more = new HashMap<>(attributes);
        more.put(Unit.PHONE, "0000-555%04d".formatted(codes.size()));
        return more;
    }

    PostId post(UnitId unit, String title, String... functions) {
        int rank = ranks.merge(unit, 1, Integer::sum);
        var code = "%s-%02d".formatted(codes.get(unit), rank);
        var post = new Post(new PostId(id()), code, unit, title, Set.of(functions), rank);
        note(posts, post);
        return post.id();
    }

    PersonId person() {
        var person = new Person(new PersonId(id()), names.person());
        note(persons, person);
        return person.id();
    }

    void hold(PersonId person, PostId post) {
        hold(person, post, HoldingKind.HOLDS);
    }

    void hold(PersonId person, PostId post, HoldingKind kind) {
        note(holdings, new Holding(person, post, kind));
    }

    PersonId appoint(PostId post) {
        var person = person();
        hold(person, post);
        return person;
    }

    BodyId body(UnitId unit, BodyKind kind, String name) {
        int rank = ranks.merge(List.of(unit, kind), 1, Integer::sum);
        var body = new Body(new BodyId(id()), unit, kind, name, rank);
        note(bodies, body);
        return body.id();
    }

    void member(BodyId body, PersonId person) {
        note(memberships, new Membership(person, body, MembershipKind.FULL, true));
    }

    void probationer(BodyId body, PersonId person) {
        note(memberships, new Membership(person, body, MembershipKind.PROBATIONARY, false));
    }

    void count(BodyId body, int full, int probationary, int voting) {
        note(counts, new MemberCount(body, full, probationary, voting));
    }

    void charge(Bearer bearer, ResponsibilityKind kind, Lists.Theme theme, @Nullable UnitId over, @Nullable PostId substitute) {
        note(responsibilities, new Responsibility(bearer, kind, theme.subject(), theme.keywords(), over, substitute, BASIS));
    }

    void particular(UnitId unit, Particular.Sort sort, String value) {
        note(particulars, new Particular(unit, sort, value));
    }

    /** @param owner the post that looks after it, and reviews what is published */
    void channel(UnitId unit, ChannelKind kind, String name, String purpose, PostId owner, @Nullable LocalDate dissolveBy) {
        note(channels, new Channel(id(), unit, kind, name, purpose, owner, kind.published() ? owner : null,
                kind.published() ? 14 : 0, dissolveBy));
    }

    /** The units of a kind, in the order they were founded. */
    List<Unit> units(UnitKind kind) {
        return standing(units).filter(unit -> unit.kind() == kind).toList();
    }

    /** The unit's own posts, in order. */
    List<PostId> posts(UnitId unit) {
        return standing(posts).filter(post -> post.unit().equals(unit)).map(Post::id).toList();
    }

    void succession(Succession succession) {
        note(successions, succession);
    }

    /** From the chapter's day on, the units are no more; what belongs to them ends with them. */
    void dissolve(UnitId unit) {
        end(units, value -> value.id().equals(unit));
    }

    void move(UnitId unit, UnitId parent) {
        for (var old : end(units, value -> value.id().equals(unit))) {
            note(units, new Unit(unit, old.code(), old.name(), old.shortName(), old.kind(), parent, old.rank(), old.attributes()));
        }
    }

    void recount(BodyId body, int full, int probationary, int voting) {
        end(counts, value -> value.body().equals(body));
        count(body, full, probationary, voting);
    }

    /** One person takes over everything another did. */
    void replace(PersonId leaving, PersonId coming) {
        end(holdings, value -> value.person().equals(leaving)).forEach(old -> hold(coming, old.post(), old.kind()));
        end(memberships, value -> value.person().equals(leaving))
                .forEach(old -> note(memberships, new Membership(coming, old.body(), old.kind(), old.voting())));
    }

    Unit unitWith(String code) {
        return standing(units).filter(unit -> unit.code().equals(code)).findFirst().orElseThrow();
    }

    List<Unit> below(List<Unit> parents, UnitKind kind) {
        var ids = parents.stream().map(Unit::id).toList();
        return standing(units).filter(unit -> unit.kind() == kind && ids.contains(unit.parent())).toList();
    }

    PersonId holderOf(String code) {
        var post = standing(posts).filter(value -> value.code().equals(code)).findFirst().orElseThrow();
        return standing(holdings).filter(value -> value.post().equals(post.id())).findFirst().orElseThrow().person();
    }

    int fullIn(BodyId body) {
        return standing(counts).filter(value -> value.body().equals(body)).findFirst().orElseThrow().full();
    }

    OrganisationHistory history() {
        return new OrganisationHistory(
                units, persons, posts, holdings, bodies, memberships, counts, responsibilities, successions,
                particulars, channels);
    }

    private <T> void note(List<Fact<T>> facts, T value) {
        facts.add(Fact.noted(id(), value, Valid.from(since), act));
    }

    private <T> List<T> end(List<Fact<T>> facts, Predicate<T> which) {
        var ending = OrganisationHistory.standing(facts, act).stream()
                .filter(fact -> which.test(fact.value()) && fact.valid().contains(since))
                .toList();
        ending.forEach(fact -> facts.add(new Fact<>(id(), fact.value(), fact.valid().endingOn(since), act, fact.id())));
        return ending.stream().map(Fact::value).toList();
    }

    private <T> Stream<T> standing(List<Fact<T>> facts) {
        return OrganisationHistory.standing(facts, act).stream()
                .filter(fact -> fact.valid().contains(since))
                .map(Fact::value);
    }

    /** A version 7 key with the county's own day in it, so that the same county has the same keys. */
    private UUID id() {
        long high = (stamp << 16) | 0x7000L | random.nextInt(1 << 12);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
