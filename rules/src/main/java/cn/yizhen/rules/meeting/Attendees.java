package cn.yizhen.rules.meeting;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes who is asked (参会人员建议): whoever the responsibility table puts in charge of what the meeting is about,
 * else a deputy, never a head. A person decides.
 */
public record Attendees(Organisation organisation) {

    /** Who is asked where the table names nobody, the first that is there. */
    private static final List<String> DEPUTIES = List.of("deputy", "deputy-secretary", "leader", "recorder", "office");
    private static final Set<UnitKind> COUNTY_LEVEL =
            Set.of(UnitKind.PARTY_COMMITTEE, UnitKind.PEOPLES_CONGRESS, UnitKind.GOVERNMENT, UnitKind.CONSULTATIVE_CONFERENCE);

    /**
     * @param seats   proposed, in seating order
     * @param nobody  units of which nobody can be proposed: there is only a head, or nobody at all
     */
    public record Proposal(List<Seat> seats, List<Unit> nobody) {}

    private record Charge(Post post, Responsibility line, long hits) {}

    /**
     * @param topic what the meeting is about, in words
     * @param units of which one each is asked
     */
    public Proposal propose(String topic, Collection<UnitId> units) {
        var seats = new ArrayList<Seat>();
        var nobody = new ArrayList<Unit>();
        var sitting = new HashSet<PersonId>();
        units.stream().distinct().flatMap(id -> organisation.unit(id).stream())
                .sorted(Comparator.comparingInt(unit -> organisation.place(unit.id())))
                .forEach(unit -> of(unit, topic, sitting).ifPresentOrElse(seat -> {
                    seats.add(seat);
                    sitting.addAll(seat.holders(organisation));
                }, () -> nobody.add(unit)));
        return new Proposal(seats, nobody);
    }

    /** The county leader who is in charge of what the meeting is about. */
    public Optional<Seat> leader(String topic) {
        return organisation.units().stream().filter(unit -> COUNTY_LEVEL.contains(unit.kind()))
                .flatMap(unit -> organisation.posts(unit.id()).stream())
                .flatMap(post -> charge(post, topic).stream())
                .max(Comparator.comparingLong(Charge::hits))
                .map(charge -> seat(charge.post(), charge.post().unit(), because(charge.line())));
    }

    /** The named members of a body, each in person; empty where the county keeps counts only. */
    public List<Seat> members(BodyId body) {
        return organisation.body(body).stream().flatMap(found -> organisation.members(body).stream()
                .map(member -> new Seat(new Bearer.OfPerson(member.person()), found.unit(), Capacity.MEMBER, found.name() + "成员", ""))).toList();
    }

    /** Posts of a unit that can be asked, those of the branch of a village or community among them, by rank. */
    public List<Post> candidates(Unit unit) {
        return Stream.concat(organisation.posts(unit.id()).stream(), ownBranches(unit).flatMap(branch -> organisation.posts(branch.id()).stream()))
                .filter(post -> !organisation.holders(post.id()).isEmpty())
                .toList();
    }

    private Stream<Unit> ownBranches(Unit unit) {
        return unit.kind() == UnitKind.VILLAGE || unit.kind() == UnitKind.COMMUNITY
                ? organisation.children(unit.id()).stream().filter(child -> child.kind() == UnitKind.BRANCH) : Stream.of();
    }

    private Optional<Seat> of(Unit unit, String topic, Set<PersonId> sitting) {
        var free = candidates(unit).stream()
                .filter(post -> !Seat.heads(post, organisation))
                .filter(post -> organisation.holders(post.id()).stream().noneMatch(holding -> sitting.contains(holding.person())))
                .toList();
        return free.stream().flatMap(post -> charge(post, topic).stream())
                .max(Comparator.comparingLong(Charge::hits))
                .map(charge -> seat(charge.post(), unit.id(), because(charge.line())))
                .or(() -> DEPUTIES.stream().flatMap(function -> free.stream().filter(post -> post.serves(function))).findFirst()
                        .map(post -> seat(post, unit.id(), "分工表没有写谁分管，按副职建议")));
    }

    private Optional<Charge> charge(Post post, String topic) {
        return organisation.responsibilities(new Bearer.OfPost(post.id())).stream()
                .filter(line -> line.kind() == ResponsibilityKind.IN_CHARGE || line.kind() == ResponsibilityKind.ASSISTS)
                .map(line -> new Charge(post, line, line.hits(topic)))
                .filter(charge -> charge.hits() > 0)
                .max(Comparator.comparingLong(Charge::hits));
    }

    private static Seat seat(Post post, UnitId unit, String why) {
        return new Seat(new Bearer.OfPost(post.id()), unit, Capacity.ATTENDS, why, "");
    }

    private static String because(Responsibility line) {
        return line.kind().chinese() + line.subject();
    }

    /** The B of an AB角 for a seat, best matching line first; empty where the table names none. */
    public Optional<PostId> substituteFor(Seat seat, String topic) {
        return organisation.responsibilities(seat.bearer()).stream()
                .filter(line -> line.substitute() != null && organisation.post(line.substitute()).isPresent())
                .max(Comparator.comparingLong(line -> line.hits(topic)))
                .map(Responsibility::substitute);
    }
}
