package cn.yizhen.rules.rollup;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Enumeration;
import cn.yizhen.rules.duty.Ground;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.duty.InstanceKey;
import cn.yizhen.rules.duty.Matching;
import cn.yizhen.rules.duty.Said;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.Measure;
import cn.yizhen.rules.institution.Terms;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * How every instance of some span stands, by any part of the tree: one {@link Column} for each duty and
 * period. It answers for one day, one catalogue, one organisation and the facts it was told of; new facts can
 * be added, anything else means a new one. Duties of persons are left out: nobody sees a total of those.
 */
public final class Rollup {

    /** @param grounds why places are counted out */
    private record Table(Places places, Column column, NavigableMap<Integer, Ground> grounds) {}

    /** What periods see alike: the tree of a stretch of days, with what ended within the period. */
    private record Seen(Timeline timeline, LocalDate since, List<Bearer> ended) {

        private Places places() {
            return Places.of(timeline, since, ended);
        }
    }

    private final LocalDate today;
    private final Matching matching;
    private final Map<DutyId, Map<Period, Table>> tables = new LinkedHashMap<>();
    private final Map<InstanceKey, Set<LocalDate>> keptElsewhere = new HashMap<>();
    /** What one 已在别处登记 makes: of hours all that are asked, since that system has added them up. */
    private final Map<DutyId, Map<Period, Integer>> elsewhere = new HashMap<>();

    private Rollup(LocalDate today, Matching matching) {
        this.today = today;
        this.matching = matching;
    }

    /**
     * @param range   every period that shares a day with it is in
     * @param records the records as they stand, corrected ones replaced and those taken back left out
     */
    public static Rollup of(Enumeration enumeration, Period range, List<Happened> records, Map<InstanceKey, List<Said>> said) {
        List<Instance> instances = enumeration.instancesButOfPersons(range);
        Rollup rollup = new Rollup(enumeration.today(), Matching.of(enumeration.catalogue(), instances));
        rollup.fill(enumeration, instances);
        records.forEach(rollup::note);
        said.forEach((key, words) -> words.forEach(one -> rollup.say(key, one)));
        return rollup;
    }

    public LocalDate today() {
        return today;
    }

    /** The periods of a duty in order; none for a duty of persons and for one without an instance. */
    public List<Period> periods(DutyId duty) {
        return tables.getOrDefault(duty, Map.of()).keySet().stream().sorted().toList();
    }

    /** How a duty stands in a period in a unit and everything below it. Nothing for a unit the period does not know. */
    public synchronized Tally tally(UnitId unit, DutyId duty, Period period) {
        Table table = tables.getOrDefault(duty, Map.of()).get(period);
        return table == null ? Tally.NONE : table.places().slice(unit)
                .map(slice -> table.column().count(slice.from(), slice.to(), today))
                .orElse(Tally.NONE);
    }

    /** Why instances count nowhere in a unit and everything below it, with how many for each ground. */
    public Map<Ground, Integer> grounds(UnitId unit, DutyId duty, Period period) {
        Map<Ground, Integer> counts = new EnumMap<>(Ground.class);
        Table table = tables.getOrDefault(duty, Map.of()).get(period);
        if (table != null) {
            table.places().slice(unit).ifPresent(slice -> table.grounds().subMap(slice.from(), slice.to()).values()
                    .forEach(ground -> counts.merge(ground, 1, Integer::sum)));
        }
        return counts;
    }

    /** A record was noted. */
    public synchronized void note(Happened record) {
        counting(record).forEach(hit -> at(hit.instance().key(),
                (column, place) -> times(amount(hit), () -> column.note(place, hit.counted().late()))));
    }

    /** A record was corrected or taken back: what it counted for it counts for no longer. */
    public synchronized void retract(Happened record) {
        counting(record).forEach(hit -> at(hit.instance().key(),
                (column, place) -> times(amount(hit), () -> column.retract(place, hit.counted().late()))));
    }

    /** Something was said about an instance. */
    public synchronized void say(InstanceKey key, Said said) {
        if (said.on().isAfter(today)) {
            return;
        }
        switch (said) {
            case Said.Exempted _ -> at(key, Column::exempt);
            case Said.KeptElsewhere(_, _, var day, _) when keptElsewhere.computeIfAbsent(key, _ -> new HashSet<>()).add(day) ->
                at(key, (column, place) -> times(elsewhere.getOrDefault(key.duty(), Map.of()).getOrDefault(key.period(), 1),
                        () -> column.note(place, !key.period().contains(day))));
            case Said.KeptElsewhere _, Said.Explained _, Said.HandedOver _ -> { }
        }
    }

    /** What it takes in memory, in bytes, without the instances it matches records with. */
    public long bytes() {
        return tables.values().stream().flatMap(of -> of.values().stream()).mapToLong(table -> table.column().bytes()).sum();
    }

    /** One for what is counted in times, its hours for what is counted in hours. */
    private static int amount(Matching.Hit hit) {
        return hit.instance().terms().measure().of(hit.counted().record().view());
    }

    private static void times(int amount, Runnable change) {
        for (int i = 0; i < amount; i++) {
            change.run();
        }
    }

    private interface Change {
        void on(Column column, int place);
    }

    private List<Matching.Hit> counting(Happened record) {
        return record.day().isAfter(today)
                ? List.of()
                : matching.hits(record).stream().filter(hit -> hit.because() == null).toList();
    }

    private void at(InstanceKey key, Change change) {
        Table table = tables.getOrDefault(key.duty(), Map.of()).get(key.period());
        OptionalInt place = table == null ? OptionalInt.empty() : table.places().place(key.bearer());
        place.ifPresent(at -> change.on(table.column(), at));
    }

    /** @param instances those of one duty together, and of these those of one period */
    private void fill(Enumeration enumeration, List<Instance> instances) {
        Map<Seen, Places> places = new HashMap<>();
        for (int from = 0, to; from < instances.size(); from = to) {
            InstanceKey key = instances.get(from).key();
            to = endOfRun(instances, from);
            Places seen = places.computeIfAbsent(seen(enumeration.timeline(), key.period()), Seen::places);
            List<Instance> those = instances.subList(from, to);
            tables.computeIfAbsent(key.duty(), _ -> new HashMap<>()).put(key.period(), table(key.period(), those, seen));
            Terms terms = those.getFirst().terms();
            if (terms.measure() == Measure.HOURS) {
                elsewhere.computeIfAbsent(key.duty(), _ -> new HashMap<>()).put(key.period(), terms.atLeast());
            }
        }
    }

    private static int endOfRun(List<Instance> instances, int from) {
        InstanceKey first = instances.get(from).key();
        int to = from + 1;
        while (to < instances.size() && instances.get(to).key().period().equals(first.period())
                && instances.get(to).key().duty().equals(first.duty())) {
            to++;
        }
        return to;
    }

    private Seen seen(Timeline timeline, Period period) {
        LocalDate on = today.isBefore(period.lastDay()) ? today : period.lastDay();
        return new Seen(timeline, timeline.since(on), period.from().isBefore(on) ? timeline.endedBetween(period.from(), on) : List.of());
    }

    private static Table table(Period period, List<Instance> instances, Places places) {
        Evidence evidence = new Evidence(places.size(), instances.getFirst().terms().atLeast());
        NavigableMap<Integer, Ground> grounds = new TreeMap<>();
        for (Instance instance : instances) {
            int place = places.place(instance.key().bearer()).orElseThrow();
            switch (instance) {
                case Instance.Expected _ -> evidence.expect(place);
                case Instance.CountedOut out -> {
                    evidence.countOut(place);
                    grounds.put(place, out.ground());
                }
            }
        }
        return new Table(places, new Column(period, evidence), grounds);
    }
}
