package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.record.CountsFor;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.organisation.UnitId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers, above the button of an entry form, what the record will count for. */
@Component
class Counting implements CountsFor {

    private final Duties duties;

    Counting(Duties duties) {
        this.duties = duties;
    }

    @Override
    public List<CountsFor.Counting> countsFor(Scope scope, Happened record) {
        Set<UnitId> units = record.whose().stream()
                .flatMap(bearer -> duties.unitsOf(scope, bearer).stream())
                .collect(Collectors.toSet());
        Period range = record.makesUpFor() == null ? new Period(record.day(), record.day().plusDays(1)) : record.makesUpFor();
        List<Instance> instances = duties.instances(scope, range, units::contains);
        return duties.standings(scope, instances, List.of(record)).stream()
                .filter(standing -> standing.records().stream().anyMatch(counted -> counted.record() == record))
                .map(standing -> counting(scope, standing))
                .toList();
    }

    private CountsFor.Counting counting(Scope scope, Standing standing) {
        var key = standing.instance().key();
        int needed = standing.instance().terms().atLeast();
        String so = needed == 1 ? "" : standing.progress();
        return new CountsFor.Counting(standing.duty().title(), key.period().label(), duties.nameOf(scope, key.bearer()), so);
    }
}
