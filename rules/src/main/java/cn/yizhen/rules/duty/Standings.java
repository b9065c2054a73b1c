package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How instances stand: a pure function of the instances, the records, what was said, and the day. */
public final class Standings {

    private Standings() {}

    /**
     * @param records every record that could count, of any day; more than needed does no harm
     * @param said    what has been said, per instance, in order
     * @param today   the day it is asked on
     */
    public static List<Standing> of(
            Catalogue catalogue,
            List<Instance> instances,
            List<Happened> records,
            Map<InstanceKey, List<Said>> said,
            LocalDate today) {
        Matching matching = Matching.of(catalogue, instances, records);
        return instances.stream()
                .filter(Instance.Expected.class::isInstance)
                .map(Instance.Expected.class::cast)
                .map(instance -> standing(catalogue, instance, matching, said.getOrDefault(instance.key(), List.of()), today))
                .toList();
    }

    private static Standing standing(
            Catalogue catalogue, Instance.Expected instance, Matching matching, List<Said> said, LocalDate today) {
        Duty duty = catalogue.duty(instance.key().duty()).orElseThrow();
        List<Counted> records = matching.counted(instance.key());
        State state = state(instance, records, said, today);
        return new Standing(duty, instance, state, records, matching.notCounting(instance.key()), said);
    }

    private static State state(Instance.Expected instance, List<Counted> records, List<Said> said, LocalDate today) {
        int needed = instance.terms().atLeast();
        long inTime = records.stream().filter(counted -> !counted.late()).count() + elsewhere(instance, said, false);
        if (inTime >= needed) {
            return State.MET;
        }
        if (records.size() + elsewhere(instance, said, true) >= needed) {
            return State.MET_LATE;
        }
        if (said.stream().anyMatch(Said.Exempted.class::isInstance)) {
            return State.EXEMPT;
        }
        return today.isAfter(instance.key().period().lastDay()) ? State.NOT_SEEN : State.OPEN;
    }

    private static long elsewhere(Instance.Expected instance, List<Said> said, boolean lateToo) {
        return said.stream()
                .filter(Said.KeptElsewhere.class::isInstance)
                .map(Said.KeptElsewhere.class::cast)
                .filter(kept -> lateToo || instance.key().period().contains(kept.day()))
                .map(Said.KeptElsewhere::day)
                .distinct()
                .count();
    }
}
