package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.Ending;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return instances(range, units, _ -> true);
    }

    private List<Instance> instances(Period range, Set<UnitId> units, Predicate<Duty> those) {
        return catalogue.institutions().stream()
                .flatMap(institution -> institution.duties().stream().filter(those)
                        .flatMap(duty -> instances(institution, duty, range, units).stream()))
                .toList();
    }

    /** The same without the duties of persons, of which nobody sees a total. */
    public List<Instance> instancesButOfPersons(Period range) {
        return instances(range, timeline.units(), duty -> duty.bearer() != BearerKind.PERSON);
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
            Optional<Out> all = forAll(institution, duty, governed);
            List<Emergency> due = emergencies.stream().filter(emergency -> emergency.days().contains(governed.period().lastDay())).toList();
            candidates.present(units).forEach(candidate -> found.add(all.or(() -> out(candidates, candidate, due))
                    .<Instance>map(out -> out.of(duty, candidate.bearer(), governed))
                    .orElseGet(() -> expected(duty, governed, candidates, candidate))));
            candidates.gone(units).forEach(gone -> found.add(all.orElseGet(() -> ended(gone)).of(duty, gone.bearer(), governed)));
        }
        return found;
    }

    /**
     * The same instances, and with them those that could have a record instead of them: of whoever else came out of a
     * split, and of the other posts of a unit, which one person may hold together. A record counts for one of them only, so
     * how one stands cannot be told without the others.
     */
    public List<Instance> withTheirKin(List<Instance> instances) {
        Map<InstanceKey, Instance> all = new LinkedHashMap<>();
        instances.stream()
                .flatMap(instance -> instance instanceof Instance.Expected expected && shares(expected) ? Stream.of(expected) : Stream.empty())
                .collect(Collectors.groupingBy(expected -> new Term(expected.key().duty(), expected.key().period()), LinkedHashMap::new, Collectors.toList()))
                .forEach((term, heirs) -> kin(term, heirs).forEach(instance -> all.putIfAbsent(instance.key(), instance)));
        if (all.isEmpty()) {
            return instances;
        }
        instances.forEach(instance -> all.putIfAbsent(instance.key(), instance));
        return List.copyOf(all.values());
    }

    private static boolean shares(Instance.Expected instance) {
        return !instance.predecessors().isEmpty() || instance.key().bearer() instanceof Bearer.OfPost;
    }

    private record Term(DutyId duty, Period period) {}

    /** Everyone's in the same units and in those that came out of the same, in order of the tree. */
    private List<Instance> kin(Term term, List<Instance.Expected> heirs) {
        Set<UnitId> units = heirs.stream()
                .flatMap(heir -> Stream.concat(Stream.of(heir.key().bearer()), heir.predecessors().stream())
                        .flatMap(bearer -> timeline.lastUnitOf(bearer, heir.seenOn()).stream())
                        .flatMap(unit -> timeline.heirsOf(unit, LocalDate.MIN, heir.seenOn()).stream()))
                .collect(Collectors.toSet());
        return catalogue.institutionOf(term.duty()).flatMap(institution -> catalogue.duty(term.duty())
                .map(duty -> instances(institution, duty, term.period(), units))).orElse(List.of()).stream()
                .filter(instance -> instance.key().period().equals(term.period())).toList();
    }

    /** Why an instance counts nowhere. */
    private record Out(Ground ground, String because) {

        Instance of(Duty duty, Bearer bearer, Periods.Governed governed) {
            return new Instance.CountedOut(new InstanceKey(duty.id(), bearer, governed.period()), governed.terms(), ground, because);
        }
    }

    private static Instance expected(Duty duty, Periods.Governed governed, Candidates candidates, Candidates.Present candidate) {
        return new Instance.Expected(new InstanceKey(duty.id(), candidate.bearer(), governed.period()), governed.terms(),
                candidates.seenOn(), candidate.predecessors());
    }

    private static Out ended(Candidates.Gone gone) {
        return gone.heirs().isEmpty()
                ? new Out(Ground.DISSOLVED, "自" + Days.full(gone.since()) + "起撤销")
                : new Out(Ground.SUCCEEDED, "自" + Days.full(gone.since()) + "起由" + gone.heirs() + "承接");
    }

    /** A ground that holds for every bearer of the period. */
    private Optional<Out> forAll(Institution institution, Duty duty, Periods.Governed governed) {
        LocalDate used = inUse.get(institution.id());
        if (used == null || governed.period().from().isBefore(used)) {
            return Optional.of(new Out(Ground.BEFORE_USE, used == null ? "本县尚未启用" : "本县自" + Days.full(used) + "起启用"));
        }
        return duty.ending()
                .filter(end -> governed.period().contains(end.lastDay()) && !end.lastDay().equals(governed.period().lastDay()))
                .map(end -> new Out(Ground.REPEALED, repealed(end)));
    }

    private static String repealed(Ending end) {
        return Days.full(end.lastDay()) + "后停止执行：" + end.why();
    }

    /** @param due the emergencies the period's last day lies in */
    private Optional<Out> out(Candidates candidates, Candidates.Present candidate, List<Emergency> due) {
        return candidate.predecessors().isEmpty()
                ? candidates.foundedWithin(candidate.bearer()).map(day -> new Out(Ground.FOUNDED, Days.full(day) + "设立"))
                        .or(() -> emergency(candidates, candidate, due))
                : emergency(candidates, candidate, due);
    }

    private Optional<Out> emergency(Candidates candidates, Candidates.Present candidate, List<Emergency> due) {
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Organisation then = timeline.on(candidates.seenOn());
        return then.unitOf(candidate.bearer()).map(Unit::id).flatMap(unit -> due.stream()
                .filter(emergency -> emergency.covers(then, unit))
                .findFirst()
                .map(emergency -> new Out(Ground.EMERGENCY, emergency.paper())));
    }
}
