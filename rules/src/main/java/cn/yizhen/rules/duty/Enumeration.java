package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Ending;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Enumerates instances (应办事项): a pure function of catalogue, organisation, days of first use and
 * emergencies. Nothing is multiplied and nothing is stored.
 *
 * @param catalogue   the institutions
 * @param inUse       per institution its 启用日 in this county; one without a day is not in use
 * @param timeline    the organisation through the days
 * @param emergencies 应急期
 * @param today       the day it is asked on, Asia/Shanghai; a running period falls to who exists today
 */
public record Enumeration(
        Catalogue catalogue,
        Map<InstitutionId, LocalDate> inUse,
        Timeline timeline,
        List<Emergency> emergencies,
        LocalDate today) {

    public Enumeration {
        inUse = Map.copyOf(inUse);
        emergencies = List.copyOf(emergencies);
    }

    /** Every instance whose period shares a day with the range, in order of catalogue, period and tree. */
    public List<Instance> instances(Period range) {
        return instances(range, timeline.units());
    }

    /**
     * The same, only for bearers in some units.
     *
     * @param units the bearer belongs to one of them; a person belongs to the units of its posts
     */
    public List<Instance> instances(Period range, Set<UnitId> units) {
        return catalogue.institutions().stream()
                .flatMap(institution -> institution.duties().stream()
                        .flatMap(duty -> instances(institution, duty, range, units).stream()))
                .toList();
    }

    /** One instance, wherever its period lies; empty if the rules make none. */
    public Optional<Instance> instance(InstanceKey key) {
        return catalogue.institutionOf(key.duty())
                .flatMap(institution -> catalogue.duty(key.duty())
                        .flatMap(duty -> instances(institution, duty, key.period(), unitsOf(key)).stream()
                                .filter(instance -> instance.key().equals(key))
                                .findFirst()));
    }

    /** Where the bearer belongs on the day the period is seen on, or belonged to when it ended. */
    private Set<UnitId> unitsOf(InstanceKey key) {
        LocalDate seenOn = today.isBefore(key.period().lastDay()) ? today : key.period().lastDay();
        LocalDate last = timeline.lifeOf(key.bearer()).map(Valid::until).filter(until -> !until.isAfter(seenOn))
                .map(until -> until.minusDays(1)).orElse(seenOn);
        return Bearers.unitsOf(key.bearer(), timeline.on(last)).collect(Collectors.toSet());
    }

    /** The instances of one duty. */
    public List<Instance> instances(Institution institution, Duty duty, Period range, Set<UnitId> units) {
        List<Instance> found = new ArrayList<>();
        for (Periods.Governed governed : Periods.of(duty, range)) {
            Candidates candidates = Candidates.of(duty, governed.period(), timeline, today);
            candidates.present(units).forEach(candidate -> found.add(present(institution, duty, governed, candidate)));
            candidates.gone(units).forEach(gone -> found.add(gone(institution, duty, governed, gone)));
        }
        return found;
    }

    private Instance present(Institution institution, Duty duty, Periods.Governed governed, Candidates.Present candidate) {
        InstanceKey key = new InstanceKey(duty.id(), candidate.bearer(), governed.period());
        return forAll(institution, duty, governed, key)
                .or(() -> founded(governed, candidate, key))
                .or(() -> emergency(governed, candidate.unit(), candidate.seenOn(), key))
                .orElseGet(() -> new Instance.Expected(key, governed.terms(), candidate.seenOn(), candidate.predecessors()));
    }

    private Instance gone(Institution institution, Duty duty, Periods.Governed governed, Candidates.Gone gone) {
        InstanceKey key = new InstanceKey(duty.id(), gone.bearer(), governed.period());
        return forAll(institution, duty, governed, key).orElseGet(() -> gone.heirs().isEmpty()
                ? out(key, governed, Ground.DISSOLVED, "自" + Days.full(gone.since()) + "起撤销")
                : out(key, governed, Ground.SUCCEEDED, "自" + Days.full(gone.since()) + "起由" + gone.heirs() + "承接"));
    }

    /** Grounds that hold for every bearer of the period. */
    private Optional<Instance> forAll(Institution institution, Duty duty, Periods.Governed governed, InstanceKey key) {
        LocalDate used = inUse.get(institution.id());
        if (used == null || governed.period().from().isBefore(used)) {
            return Optional.of(out(key, governed, Ground.BEFORE_USE,
                    used == null ? "本县尚未启用" : "本县自" + Days.full(used) + "起启用"));
        }
        return duty.ending()
                .filter(end -> governed.period().contains(end.lastDay()) && !end.lastDay().equals(governed.period().lastDay()))
                .map(end -> out(key, governed, Ground.REPEALED, repealed(end)));
    }

    private static String repealed(Ending end) {
        return Days.full(end.lastDay()) + "后停止执行：" + end.why();
    }

    private static Optional<Instance> founded(Periods.Governed governed, Candidates.Present candidate, InstanceKey key) {
        boolean duringPeriod = candidate.founded().isAfter(governed.period().from());
        return duringPeriod && candidate.predecessors().isEmpty()
                ? Optional.of(out(key, governed, Ground.FOUNDED, Days.full(candidate.founded()) + "设立"))
                : Optional.empty();
    }

    private Optional<Instance> emergency(
            Periods.Governed governed, Optional<UnitId> unit, LocalDate seenOn, InstanceKey key) {
        return unit.flatMap(id -> emergencies.stream()
                .filter(emergency -> emergency.covers(timeline.on(seenOn), id, governed.period().lastDay()))
                .findFirst()
                .map(emergency -> out(key, governed, Ground.EMERGENCY, emergency.paper())));
    }

    private static Instance out(InstanceKey key, Periods.Governed governed, Ground ground, String because) {
        return new Instance.CountedOut(key, governed.terms(), ground, because);
    }
}
