package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.Records;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Emergency;
import cn.yizhen.rules.duty.Enumeration;
import cn.yizhen.rules.duty.Ground;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.duty.Rehearsal;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.RecordKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Totals over the whole county, worked out each time they are asked for. They name no place, so whoever is signed in may ask. */
@Component
public class DutyTotals {

    private final Duties duties;
    private final Organisations organisations;
    private final Records records;

    DutyTotals(Duties duties, Organisations organisations, Records records) {
        this.duties = duties;
        this.organisations = organisations;
        this.records = records;
    }

    /** How one duty stands in every period that shares a day with the range. */
    public Tally total(Scope scope, Institution institution, Duty duty, Period range) {
        Scope whole = Scope.system(scope.county(), "合计履行情况", scope.asOf());
        List<Instance> all = duties.enumeration(whole).instances(institution, duty, range, organisations.timeline(whole).units());
        return Tally.of(all, duties.standings(whole, all, List.of()));
    }

    /** What a draft would have asked in a year that is past; totals and a spread, no place is named. */
    public Rehearsal rehearse(Scope scope, Institution draft, Period year, ToIntFunction<Optional<RecordKind>> minutes) {
        Scope whole = Scope.system(scope.county(), "出台前测算", scope.asOf());
        return Rehearsal.of(duties.rulebook(scope).catalogue(), draft, organisations.timeline(whole), records.happened(whole, year.from(), year.lastDay()),
                minutes, year);
    }

    /** How many instances of each duty count out in emergencies declared by a paper, over the whole county. */
    public Map<Duty, Long> countedOut(Scope scope, Emergency emergency) {
        Scope whole = Scope.system(scope.county(), "应急期不计入的合计", scope.asOf());
        LocalDate last = emergency.days().until();
        LocalDate today = scope.asOf().on();
        Period range = new Period(emergency.days().from(), last == null || last.isAfter(today) ? today.plusDays(1).isAfter(emergency.days().from())
                ? today.plusDays(1) : emergency.days().from().plusDays(1) : last);
        Enumeration enumeration = duties.enumeration(whole);
        return duties.rulebook(scope).catalogue().duties().collect(LinkedHashMap::new, (counts, duty) -> {
            long out = enumeration.instances(duties.rulebook(scope).catalogue().institutionOf(duty.id()).orElseThrow(), duty, range, enumeration.timeline().units()).stream()
                    .filter(instance -> instance instanceof Instance.CountedOut(_, _, Ground ground, String because)
                            && ground == Ground.EMERGENCY && because.equals(emergency.paper())).count();
            if (out > 0) {
                counts.put(duty, out);
            }
        }, Map::putAll);
    }
}
