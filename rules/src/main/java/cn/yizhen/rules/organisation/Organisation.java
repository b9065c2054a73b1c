package cn.yizhen.rules.organisation;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The organisation as it stands at one point of day and knowledge. Units come in preorder, so what stands
 * below a unit is a slice. What belongs to a unit that does not exist does not exist either: a unit's end
 * ends its posts and bodies, and with them holdings, memberships and responsibilities.
 */
public final class Organisation {

    private final AsOf asOf;
    private final UnitTree tree;
    private final Map<String, Unit> byCode;
    private final Map<PersonId, Person> persons;
    private final Posts posts;
    private final Bodies bodies;
    private final List<Responsibility> responsibilities;
    private final Registers registers;

    private Organisation(
            AsOf asOf, UnitTree tree, Map<String, Unit> byCode, Map<PersonId, Person> persons, Posts posts, Bodies bodies,
            List<Responsibility> lines, Registers registers) {
        this.asOf = asOf;
        this.tree = tree;
        this.byCode = byCode;
        this.persons = persons;
        this.posts = posts;
        this.bodies = bodies;
        this.responsibilities = lines;
        this.registers = registers;
    }

    static Outcome<Organisation> of(
            AsOf asOf,
            List<Unit> units,
            List<Person> persons,
            List<Post> posts,
            List<Holding> holdings,
            List<Body> bodies,
            List<Membership> memberships,
            List<MemberCount> counts,
            List<Responsibility> responsibilities,
            Registers registers) {
        List<Reason> reasons = new ArrayList<>(codesTwice("单位", units, Unit::code, Unit::name));
        reasons.addAll(codesTwice("岗位", posts, Post::code, Post::title));
        if (!(UnitTree.of(units) instanceof Outcome.Done<UnitTree>(var tree))) {
            reasons.addAll(((Outcome.Refused<UnitTree>) UnitTree.of(units)).reasons());
            return Outcome.refused(reasons);
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        Map<PersonId, Person> people = index(persons, Person::id);
        Posts standingPosts = Posts.of(tree, posts, holdings);
        Bodies standingBodies = Bodies.of(tree, bodies, memberships, counts);
        List<Responsibility> lines = responsibilities.stream()
                .filter(line -> exists(line, tree, standingPosts))
                .toList();
        return Outcome.done(new Organisation(asOf, tree, index(tree.preorder(), Unit::code), people, standingPosts, standingBodies, lines, registers));
    }

    public AsOf asOf() {
        return asOf;
    }

    /** The same organisation named after another point at which it is known to stand so: a later day of one stretch. */
    public Organisation seenAt(AsOf point) {
        return asOf.equals(point) ? this : new Organisation(point, tree, byCode, persons, posts, bodies, responsibilities, registers);
    }

    /** All units in preorder. */
    public List<Unit> units() {
        return tree.preorder();
    }

    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(tree.find(id));
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The unit and everything below it, in preorder; empty if it does not exist. */
    public List<Unit> subtree(UnitId id) {
        return tree.subtree(id);
    }

    /** Place of the unit in preorder, from 0; -1 if it does not exist. */
    public int place(UnitId id) {
        return tree.place(id);
    }

    /** Whether {@code unit} is {@code ancestor} or stands below it. */
    public boolean reaches(UnitId ancestor, UnitId unit) {
        return tree.reaches(ancestor, unit);
    }

    /** The units above, the nearest first; without the unit itself. */
    public List<Unit> above(UnitId id) {
        return unit(id).map(unit -> Stream.iterate(unit, u -> u.parent() != null, u -> tree.find(u.parent()))
                        .map(u -> tree.find(u.parent()))
                        .toList())
                .orElse(List.of());
    }

    /** The nearest unit of that kind, the unit itself included: the township of a village's branch. */
    public Optional<Unit> nearest(UnitId id, UnitKind kind) {
        return Stream.concat(unit(id).stream(), above(id).stream())
                .filter(unit -> unit.kind() == kind)
                .findFirst();
    }

    public List<Unit> children(UnitId id) {
        return tree.subtree(id).stream().filter(unit -> id.equals(unit.parent())).toList();
    }

    public Optional<Post> post(PostId id) {
        return Optional.ofNullable(posts.byId().get(id));
    }

    public Optional<Post> post(String code) {
        return Optional.ofNullable(posts.byCode().get(code));
    }

    /** The unit's own posts, by rank. */
    public List<Post> posts(UnitId unit) {
        return posts.ofUnit().getOrDefault(unit, List.of());
    }

    /** The unit's own posts that serve a function, by rank. */
    public List<Post> posts(UnitId unit, String function) {
        return posts(unit).stream().filter(post -> post.serves(function)).toList();
    }

    public List<Holding> holders(PostId post) {
        return posts.holders().getOrDefault(post, List.of());
    }

    /** Every post the person holds, in whatever way. */
    public List<Holding> postsOf(PersonId person) {
        return posts.held().getOrDefault(person, List.of());
    }

    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(persons.get(id));
    }

    public Collection<Person> persons() {
        return persons.values();
    }

    public Optional<Body> body(BodyId id) {
        return Optional.ofNullable(bodies.byId().get(id));
    }

    /** The unit's bodies, by kind and rank. */
    public List<Body> bodies(UnitId unit) {
        return bodies.ofUnit().getOrDefault(unit, List.of());
    }

    public List<Body> bodies(UnitId unit, BodyKind kind) {
        return bodies(unit).stream().filter(body -> body.kind() == kind).toList();
    }

    /** The named members of a body; empty where it keeps counts only. */
    public List<Membership> members(BodyId body) {
        return bodies.members().getOrDefault(body, List.of());
    }

    public List<Membership> membershipsOf(PersonId person) {
        return bodies.memberships().getOrDefault(person, List.of());
    }

    /** 应到 and 有表决权, from names where there are names, else from the count of the day. */
    public Strength strength(BodyId body) {
        return bodies.strength(body);
    }

    /** The whole responsibility table. */
    public List<Responsibility> responsibilities() {
        return responsibilities;
    }

    public List<Responsibility> responsibilities(Bearer bearer) {
        return responsibilities.stream().filter(line -> line.bearer().equals(bearer)).toList();
    }

    /** Lines about the unit or a unit above it, the nearest first (谁联系这个村). */
    public List<Responsibility> responsibilitiesOver(UnitId unit) {
        return responsibilities.stream()
                .filter(line -> line.over() != null && tree.reaches(line.over(), unit))
                .sorted(Comparator.comparingInt((Responsibility line) -> tree.place(line.over())).reversed())
                .toList();
    }

    /** What is noted about the unit, empty where nothing is. */
    public Optional<Particular> particular(UnitId unit, Particular.Sort sort) {
        return Optional.ofNullable(registers.particulars().getOrDefault(unit, Map.of()).get(sort));
    }

    /** How many units belong to a joint branch, by the branch's code. */
    public int joinedTo(String branchCode) {
        return registers.joinedTo().getOrDefault(branchCode, 0L).intValue();
    }

    /** The unit's own websites, accounts and work groups. */
    public List<Channel> channels(UnitId unit) {
        return registers.channels().getOrDefault(unit, List.of());
    }

    /** The unit a bearer belongs to; empty for a person and for what does not exist. */
    public Optional<Unit> unitOf(Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfUnit(var unit) -> unit(unit);
            case Bearer.OfPost(var post) -> post(post).flatMap(p -> unit(p.unit()));
            case Bearer.OfBody(var body) -> body(body).flatMap(b -> unit(b.unit()));
            case Bearer.OfPerson _ -> Optional.empty();
        };
    }

    private static boolean exists(Responsibility line, UnitTree tree, Posts posts) {
        boolean bearerExists = switch (line.bearer()) {
            case Bearer.OfUnit(var unit) -> tree.find(unit) != null;
            case Bearer.OfPost(var post) -> posts.byId().containsKey(post);
            default -> false;
        };
        return bearerExists && (line.over() == null || tree.find(line.over()) != null);
    }

    private static <T> List<Reason> codesTwice(
            String what, List<T> values, Function<T, String> code, Function<T, String> name) {
        Map<String, List<T>> byCode =
                values.stream().collect(Collectors.groupingBy(code, TreeMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> OrganisationReasons.codeTwice(
                        what, entry.getKey(), entry.getValue().stream().map(name).collect(Collectors.joining("、"))))
                .toList();
    }

    private static <K, V> Map<K, V> index(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity(), (first, _) -> first));
    }
}
