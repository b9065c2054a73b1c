package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How instances stand: a pure function of the instances, the records, what was said, and the day. */
public final class Standings {

    private Standings() {}

    /**
     * @param records every record that could count, of any day; more than needed does no harm, and what happened
     *                after {@code today} has not happened
     * @param said    what has been said, per instance, in order
     * @param today   the day it is asked on
     */
    public static List<Standing> of(
            Catalogue catalogue,
            List<Instance> instances,
            List<Happened> records,
            Map<InstanceKey, List<Said>> said,
            LocalDate today) {
        Map<InstanceKey, List<Matching.Hit>> hits = hits(Matching.of(catalogue, instances), records, today);
        return instances.stream()
                .filter(Instance.Expected.class::isInstance)
                .map(Instance.Expected.class::cast)
                .map(instance -> standing(catalogue, instance, hits.getOrDefault(instance.key(), List.of()),
                        saidBy(today, said.getOrDefault(instance.key(), List.of())), today))
                .toList();
    }

    /** What had happened by the day, in order of days. */
    private static Map<InstanceKey, List<Matching.Hit>> hits(Matching matching, List<Happened> records, LocalDate today) {
        return records.stream()
                .filter(record -> !record.day().isAfter(today))
                .sorted(Comparator.comparing(Happened::day).thenComparing(Happened::record))
                .flatMap(record -> matching.hits(record).stream())
                .collect(Collectors.groupingBy(hit -> hit.instance().key()));
    }

    private static List<Said> saidBy(LocalDate today, List<Said> said) {
        return said.stream().filter(one -> !one.on().isAfter(today)).toList();
    }

    private static Standing standing(
            Catalogue catalogue, Instance.Expected instance, List<Matching.Hit> hits, List<Said> said, LocalDate today) {
        Duty duty = catalogue.duty(instance.key().duty()).orElseThrow();
        List<Counted> records = hits.stream().filter(hit -> hit.because() == null).map(Matching.Hit::counted).toList();
        List<Standing.NotCounting> notCounting = hits.stream()
                .filter(hit -> hit.because() != null)
                .map(hit -> new Standing.NotCounting(hit.counted().record(), String.valueOf(hit.because())))
                .toList();
        return new Standing(duty, instance, state(instance, records, said, today), records, notCounting, said);
    }

    private static State state(Instance.Expected instance, List<Counted> records, List<Said> said, LocalDate today) {
        int needed = instance.terms().atLeast();
        if (Standing.reached(instance, records, said, false) >= needed) {
            return State.MET;
        }
        if (Standing.reached(instance, records, said, true) >= needed) {
            return State.MET_LATE;
        }
        if (said.stream().anyMatch(Said.Exempted.class::isInstance)) {
            return State.EXEMPT;
        }
        return today.isAfter(instance.key().period().lastDay()) ? State.NOT_SEEN : State.OPEN;
    }
}
