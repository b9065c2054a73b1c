package cn.yizhen.rules.meeting;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

/**
 * Where people sit (座次): in the order of the administrative division, within a unit by the rank of posts. On the
 * platform the first sits in the middle, the second at the first one's left hand, the third at the right, and so on.
 *
 * @param platform from the audience's left to its right; empty for a meeting round one table
 * @param rows     from the front, each from the audience's left to its right
 */
public record Seating(List<Seat> platform, List<List<Seat>> rows) {

    private static final Set<UnitKind> COUNTY_LEVEL =
            Set.of(UnitKind.PARTY_COMMITTEE, UnitKind.PEOPLES_CONGRESS, UnitKind.GOVERNMENT, UnitKind.CONSULTATIVE_CONFERENCE);
    private static final int SMALL = 20;

    public Seating {
        platform = List.copyOf(platform);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * @param chair  key of the seat that presides, or empty
     * @param across how many sit in one row, at least 1
     */
    public static Seating of(List<Seat> seats, String chair, int across, Organisation organisation) {
        var ordered = ordered(seats, organisation);
        var front = seats.size() < SMALL ? List.<Seat>of()
                : ordered.stream().filter(seat -> seat.key().equals(chair) || countyLevel(seat, organisation)).toList();
        var floor = ordered.stream().filter(seat -> !front.contains(seat)).toList();
        var rows = new ArrayList<List<Seat>>();
        for (int i = 0; i < floor.size(); i += across) {
            rows.add(floor.subList(i, Math.min(i + across, floor.size())));
        }
        return new Seating(fromTheMiddle(front), rows);
    }

    /** In the order of the administrative division; those who sit in come last. */
    public static List<Seat> ordered(List<Seat> seats, Organisation organisation) {
        return seats.stream().sorted(Comparator.comparing((Seat seat) -> seat.capacity() == Capacity.SITS_IN)
                .thenComparing(seat -> organisation.place(seat.unit()))
                .thenComparing(seat -> rank(seat, organisation))).toList();
    }

    /** 1 in the middle, 2 at its left hand (the audience's right), 3 at its right hand. */
    private static List<Seat> fromTheMiddle(List<Seat> byRank) {
        var line = new LinkedList<Seat>();
        for (int i = 0; i < byRank.size(); i++) {
            if (i % 2 == 1) {
                line.addLast(byRank.get(i));
            } else {
                line.addFirst(byRank.get(i));
            }
        }
        return line;
    }

    private static boolean countyLevel(Seat seat, Organisation organisation) {
        return organisation.unit(seat.unit()).filter(unit -> COUNTY_LEVEL.contains(unit.kind())).isPresent();
    }

    private static int rank(Seat seat, Organisation organisation) {
        return switch (seat.bearer()) {
            case Bearer.OfPost(var post) -> organisation.post(post).map(found -> found.rank()).orElse(Integer.MAX_VALUE);
            case Bearer.OfPerson(var person) -> organisation.postsOf(person).stream()
                    .flatMap(holding -> organisation.post(holding.post()).stream())
                    .filter(post -> organisation.reaches(seat.unit(), post.unit()))
                    .mapToInt(post -> post.rank()).min().orElse(Integer.MAX_VALUE);
            default -> Integer.MAX_VALUE;
        };
    }
}
