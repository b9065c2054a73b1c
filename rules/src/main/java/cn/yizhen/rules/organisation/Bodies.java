package cn.yizhen.rules.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The bodies of a day and who belongs to them. */
record Bodies(
        Map<BodyId, Body> byId,
        Map<UnitId, List<Body>> ofUnit,
        Map<BodyId, List<Membership>> members,
        Map<PersonId, List<Membership>> memberships,
        Map<BodyId, MemberCount> counts) {

    static Bodies of(UnitTree tree, List<Body> bodies, List<Membership> memberships, List<MemberCount> counts) {
        List<Body> standing = bodies.stream()
                .filter(body -> tree.find(body.unit()) != null)
                .sorted(Comparator.comparingInt((Body body) -> tree.place(body.unit()))
                        .thenComparing(Body::kind)
                        .thenComparingInt(Body::rank)
                        .thenComparing(Body::name))
                .toList();
        Map<BodyId, Body> byId = standing.stream().collect(Collectors.toMap(Body::id, Function.identity(), (a, _) -> a));
        List<Membership> named =
                memberships.stream().filter(membership -> byId.containsKey(membership.body())).toList();
        return new Bodies(
                byId,
                standing.stream().collect(Collectors.groupingBy(Body::unit)),
                named.stream().collect(Collectors.groupingBy(Membership::body)),
                named.stream().collect(Collectors.groupingBy(Membership::person)),
                counts.stream().collect(Collectors.toMap(MemberCount::body, Function.identity(), (_, last) -> last)));
    }

    Strength strength(BodyId body) {
        List<Membership> named = members.getOrDefault(body, List.of());
        if (!named.isEmpty()) {
            int full = count(named, membership -> membership.kind() == MembershipKind.FULL);
            return new Strength(full, named.size() - full, count(named, Membership::voting), true);
        }
        MemberCount count = counts.get(body);
        return count == null ? Strength.UNKNOWN : new Strength(count.full(), count.probationary(), count.voting(), true);
    }

    private static int count(List<Membership> memberships, Predicate<Membership> those) {
        return (int) memberships.stream().filter(those).count();
    }
}
