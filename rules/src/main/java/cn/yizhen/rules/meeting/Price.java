package cn.yizhen.rules.meeting;

import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a meeting takes of people's time, and what sitting nearer by saves (会议用时). Computed from the plan and the
 * table of distances; nobody is timed.
 *
 * @param people  seats
 * @param sitting minutes in the room, all together
 * @param travel  to and fro, all together, for those who travel
 * @param saved   to and fro that is not travelled because of video
 * @param unknown units of which the table of distances says nothing, by name
 */
public record Price(int people, int sitting, Distance travel, Distance saved, List<String> unknown) {

    /**
     * The table of distances.
     *
     * @param toCounty   one way to the county seat, by unit
     * @param toTownship one way to the township's seat, by village or community
     */
    public record Table(Map<UnitId, Distance> toCounty, Map<UnitId, Distance> toTownship) {

        public static final Table EMPTY = new Table(Map.of(), Map.of());

        public Table {
            toCounty = Map.copyOf(toCounty);
            toTownship = Map.copyOf(toTownship);
        }
    }

    public static Price of(List<Seat> seats, int minutes, Venue venue, Table table, Organisation organisation) {
        var travel = Distance.NONE;
        var saved = Distance.NONE;
        var unknown = new TreeSet<Integer>();
        for (var seat : seats) {
            var home = home(seat.unit(), organisation);
            if (home.isEmpty()) {
                continue;
            }
            var far = table.toCounty().get(home.get());
            var site = venue.siteOf(seat.unit(), organisation);
            var near = site == null ? far : site.equals(home.get()) ? Distance.NONE : table.toTownship().get(home.get());
            if (far == null || near == null) {
                unknown.add(organisation.place(home.get()));
                continue;
            }
            travel = travel.plus(near.twice());
            saved = saved.plus(far.less(near).twice());
        }
        return new Price(seats.size(), seats.size() * minutes, travel, saved, unknown.stream().map(place -> organisation.units().get(place).shortName())
                .collect(Collectors.toUnmodifiableList()));
    }

    /** Everything together, in minutes. */
    public int minutes() {
        return sitting + travel.minutes();
    }

    /** The place people of a unit come from: their village, community or township; empty for those at the county seat. */
    private static Optional<UnitId> home(UnitId unit, Organisation organisation) {
        return organisation.nearest(unit, UnitKind.VILLAGE).or(() -> organisation.nearest(unit, UnitKind.COMMUNITY))
                .or(() -> organisation.nearest(unit, UnitKind.TOWNSHIP)).map(found -> found.id());
    }
}
