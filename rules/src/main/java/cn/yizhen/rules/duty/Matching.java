package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which records count for which instances. A record counts for the period of the day it happened, or only
 * for the one it makes up for; for any number of duties, but for at most one instance of one duty.
 */
final class Matching {

    private record Place(DutyId duty, Bearer bearer) {}

    private final Map<Place, List<Instance.Expected>> places = new HashMap<>();
    private final Map<InstanceKey, List<Counted>> counted = new HashMap<>();
    private final Map<InstanceKey, List<Standing.NotCounting>> notCounting = new HashMap<>();

    private Matching(List<Instance> instances) {
        List<Instance.Expected> expected = instances.stream()
                .filter(Instance.Expected.class::isInstance)
                .map(Instance.Expected.class::cast)
                .toList();
        expected.forEach(instance -> at(instance.key().bearer(), instance));
        expected.forEach(instance -> instance.predecessors().forEach(before -> at(before, instance)));
    }

    static Matching of(Catalogue catalogue, List<Instance> instances, List<Happened> records) {
        Matching matching = new Matching(instances);
        List<Duty> duties = instances.stream()
                .map(instance -> instance.key().duty())
                .distinct()
                .flatMap(id -> catalogue.duty(id).stream())
                .toList();
        records.stream()
                .sorted(Comparator.comparing(Happened::day).thenComparing(Happened::record))
                .forEach(record -> duties.stream()
                        .filter(duty -> duty.counts().holds(record.view()))
                        .forEach(duty -> matching.place(duty, record)));
        return matching;
    }

    List<Counted> counted(InstanceKey key) {
        return counted.getOrDefault(key, List.of());
    }

    List<Standing.NotCounting> notCounting(InstanceKey key) {
        return notCounting.getOrDefault(key, List.of());
    }

    private void at(Bearer bearer, Instance.Expected instance) {
        places.computeIfAbsent(new Place(instance.key().duty(), bearer), _ -> new ArrayList<>()).add(instance);
    }

    /** At the first of its bearers that has such an instance, and there only. */
    private void place(Duty duty, Happened record) {
        for (Bearer bearer : record.whose()) {
            Optional<Instance.Expected> found = places.getOrDefault(new Place(duty.id(), bearer), List.of()).stream()
                    .filter(instance -> record.fallsIn(instance.key().period()))
                    .findFirst();
            if (found.isPresent()) {
                count(found.get(), record, bearer);
                return;
            }
        }
    }

    private void count(Instance.Expected instance, Happened record, Bearer bearer) {
        InstanceKey key = instance.key();
        Optional<String> missing = missing(instance, record);
        if (missing.isPresent()) {
            notCounting.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(new Standing.NotCounting(record, missing.get()));
            return;
        }
        boolean late = !key.period().contains(record.day());
        boolean notedLate = !late && record.notedOn().isAfter(key.period().lastDay());
        counted.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Counted(record, bearer, late, notedLate));
    }

    private static Optional<String> missing(Instance.Expected instance, Happened record) {
        return record.attendance().flatMap(attendance -> instance.terms().quorum().stream()
                .filter(threshold -> threshold.when().map(condition -> condition.holds(record.view())).orElse(true))
                .flatMap(threshold -> attendance.missing(threshold).stream())
                .findFirst());
    }
}
