package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Measure;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an institution would have asked in a year that is past (出台前测算): its newest terms, laid on the
 * organisation and the records of that year. Minutes come from a published table, never from timing anyone.
 *
 * @param year     the year it was tried on
 * @param lines    one for each duty
 * @param villages minutes that would have been new, for each village and community
 * @param clashes  where it meets what is in force already
 */
public record Rehearsal(Period year, List<Line> lines, Spread villages, List<Clash> clashes) {

    private static final int MINUTES_OF_AN_HOUR = 60;

    public Rehearsal {
        lines = List.copyOf(lines);
        clashes = List.copyOf(clashes);
    }

    /**
     * @param instances how many would have been expected
     * @param before    how many the version in force would have expected, 0 for a duty of its own
     * @param covered   how many the records of the year would have met without anything more being done
     * @param fresh     how many would have been new work: without a record, less those the version in force left without one
     * @param minutes   what the new work would have taken all together; less than nothing where it asks less than now
     */
    public record Line(Duty duty, int instances, int before, int covered, int fresh, long minutes) {}

    /**
     * How minutes a year spread over the villages; names none.
     *
     * @param count  villages and communities
     * @param least  minutes of the one with the least
     * @param middle of the one in the middle
     * @param most   of the one with the most
     */
    public record Spread(int count, int least, int middle, int most) {

        static Spread of(IntStream minutes) {
            var sorted = minutes.sorted().toArray();
            return sorted.length == 0 ? new Spread(0, 0, 0, 0)
                    : new Spread(sorted.length, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
        }
    }

    /** How many would have been new work, over all duties. */
    public int fresh() {
        return lines.stream().mapToInt(Line::fresh).sum();
    }

    /** What the new work would have taken all together, in minutes. */
    public long minutes() {
        return lines.stream().mapToLong(Line::minutes).sum();
    }

    /**
     * @param inForce  what governs now
     * @param draft    what is to be issued; it may be a new version of something in force
     * @param records  everything that happened in the year
     * @param minutes  what one record of a kind takes
     */
    public static Rehearsal of(Catalogue inForce, Institution draft, Timeline timeline, List<Happened> records,
            ToIntFunction<Optional<RecordKind>> minutes, Period year) {
        var lines = new ArrayList<Line>();
        var perUnit = new HashMap<UnitId, Integer>();
        var organisation = timeline.on(year.lastDay());
        for (var duty : draft.duties().stream().filter(it -> it.ending().isEmpty()).toList()) {
            int each = duty.measure() == Measure.HOURS ? MINUTES_OF_AN_HOUR : minutes.applyAsInt(kind(inForce, draft, duty));
            var then = asked(draft, duty, timeline, records, year);
            var now = inForce.institutionOf(duty.id()).map(old -> asked(old, inForce.duty(duty.id()).orElseThrow(), timeline, records, year)).orElse(List.of());
            open(then).forEach(standing -> village(organisation, standing).ifPresent(it -> perUnit.merge(it, standing.stillToCome() * each, Integer::sum)));
            open(now).forEach(standing -> village(organisation, standing).ifPresent(it -> perUnit.merge(it, -standing.stillToCome() * each, Integer::sum)));
            lines.add(new Line(duty, then.size(), now.size(), then.size() - open(then).size(), open(then).size() - open(now).size(),
                    (stillToCome(then) - stillToCome(now)) * each));
        }
        var villages = organisation.units().stream().filter(Rehearsal::isVillage).mapToInt(unit -> perUnit.getOrDefault(unit.id(), 0));
        return new Rehearsal(year, lines, Spread.of(villages), Clash.between(inForce, draft));
    }

    private static List<Instance> instances(Catalogue catalogue, Institution tried, Duty duty, Timeline timeline, Period year) {
        return new Enumeration(catalogue, Map.of(tried.id(), year.from()), timeline, List.of(), year.lastDay())
                .instances(tried, duty.asIfSince(year.from()), year, timeline.units());
    }

    /** What a duty would have asked in the year, and what the records of the year made of it. */
    private static List<Standing> asked(Institution institution, Duty duty, Timeline timeline, List<Happened> records, Period year) {
        var tried = institution.asIfSince(year.from());
        var catalogue = new Catalogue(List.of(tried), "");
        return Standings.of(catalogue, instances(catalogue, tried, duty, timeline, year), records, Map.of(), year.lastDay());
    }

    private static List<Standing> open(List<Standing> standings) {
        return standings.stream().filter(standing -> standing.state() != State.MET).toList();
    }

    private static long stillToCome(List<Standing> standings) {
        return open(standings).stream().mapToLong(Standing::stillToCome).sum();
    }

    private static Optional<RecordKind> kind(Catalogue inForce, Institution draft, Duty duty) {
        var named = Clash.kinds(duty);
        return Stream.concat(draft.records().stream(), inForce.recordKinds())
                .filter(kind -> named.contains(kind.kind())).findFirst();
    }

    private static Optional<UnitId> village(Organisation organisation, Standing standing) {
        var unit = organisation.unitOf(standing.instance().key().bearer());
        while (unit.isPresent() && !isVillage(unit.get())) {
            unit = Optional.ofNullable(unit.get().parent()).flatMap(organisation::unit);
        }
        return unit.map(Unit::id);
    }

    private static boolean isVillage(Unit unit) {
        return unit.kind() == UnitKind.VILLAGE || unit.kind() == UnitKind.COMMUNITY;
    }
}
