package cn.yizhen.rules.organisation;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Every fact about the organisation that was ever noted. What holds on a day, as far as an act knew it, is
 * {@link #asOf}: the facts noted by then that nothing noted by then supersedes, and that are valid that day.
 */
public record OrganisationHistory(
        List<Fact<Unit>> units,
        List<Fact<Person>> persons,
        List<Fact<Post>> posts,
        List<Fact<Holding>> holdings,
        List<Fact<Body>> bodies,
        List<Fact<Membership>> memberships,
        List<Fact<MemberCount>> memberCounts,
        List<Fact<Responsibility>> responsibilities,
        List<Fact<Succession>> successions,
        List<Fact<Particular>> particulars,
        List<Fact<Channel>> channels) {

    public static final OrganisationHistory EMPTY = new OrganisationHistory(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Without what the units keep about themselves, as a workbook or a reorganisation brings facts. */
    public OrganisationHistory(
            List<Fact<Unit>> units,
            List<Fact<Person>> persons,
            List<Fact<Post>> posts,
            List<Fact<Holding>> holdings,
            List<Fact<Body>> bodies,
            List<Fact<Membership>> memberships,
            List<Fact<MemberCount>> memberCounts,
            List<Fact<Responsibility>> responsibilities,
            List<Fact<Succession>> successions) {
        this(units, persons, posts, holdings, bodies, memberships, memberCounts, responsibilities, successions,
                List.of(), List.of());
    }

    public OrganisationHistory {
        units = List.copyOf(units);
        persons = List.copyOf(persons);
        posts = List.copyOf(posts);
        holdings = List.copyOf(holdings);
        bodies = List.copyOf(bodies);
        memberships = List.copyOf(memberships);
        memberCounts = List.copyOf(memberCounts);
        responsibilities = List.copyOf(responsibilities);
        successions = List.copyOf(successions);
        particulars = List.copyOf(particulars);
        channels = List.copyOf(channels);
    }

    /** The numbers of the acts that noted anything here. */
    public NavigableSet<Long> acts() {
        NavigableSet<Long> acts = new TreeSet<>();
        lists().forEach(facts -> facts.forEach(fact -> acts.add(fact.act())));
        return acts;
    }

    private List<List<? extends Fact<?>>> lists() {
        return List.of(units, persons, posts, holdings, bodies, memberships, memberCounts, responsibilities, successions, particulars, channels);
    }

    /** The organisation at that point, or every reason why the facts make none: for checking an import. */
    public Outcome<Organisation> at(AsOf asOf) {
        return Organisation.of(
                asOf,
                valid(units, asOf),
                valid(persons, asOf),
                valid(posts, asOf),
                valid(holdings, asOf),
                valid(bodies, asOf),
                valid(memberships, asOf),
                valid(memberCounts, asOf),
                valid(responsibilities, asOf),
                Registers.of(valid(particulars, asOf), valid(channels, asOf)));
    }

    /** The organisation at that point. Facts that were checked when noted always make one; otherwise a defect. */
    public Organisation asOf(AsOf asOf) {
        return switch (at(asOf)) {
            case Outcome.Done<Organisation>(var organisation) -> organisation;
            case Outcome.Refused<Organisation>(var reasons) ->
                throw new IllegalStateException("the facts noted make no organisation on " + asOf.on() + ": " + reasons);
        };
    }

    /** The facts noted by {@code known} that nothing noted by then supersedes, whatever their days. */
    public static <T> List<Fact<T>> standing(List<Fact<T>> facts, long known) {
        Set<UUID> superseded = new HashSet<>();
        facts.stream()
                .filter(fact -> fact.act() <= known && fact.supersedes() != null)
                .forEach(fact -> superseded.add(fact.supersedes()));
        return facts.stream()
                .filter(fact -> fact.act() <= known && !superseded.contains(fact.id()) && !fact.valid().isNever())
                .toList();
    }

    /** Only what stands by today's knowledge, whatever its days. */
    public OrganisationHistory standing() {
        return new OrganisationHistory(
                standing(units, AsOf.LATEST), standing(persons, AsOf.LATEST), standing(posts, AsOf.LATEST),
                standing(holdings, AsOf.LATEST), standing(bodies, AsOf.LATEST), standing(memberships, AsOf.LATEST),
                standing(memberCounts, AsOf.LATEST), standing(responsibilities, AsOf.LATEST), standing(successions, AsOf.LATEST));
    }

    /** Days on which something about the organisation changes; between two of them it stays as it was. */
    public NavigableSet<LocalDate> changeDays(long known) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        addDays(units, known, days);
        addDays(persons, known, days);
        addDays(posts, known, days);
        addDays(holdings, known, days);
        addDays(bodies, known, days);
        addDays(memberships, known, days);
        addDays(memberCounts, known, days);
        addDays(responsibilities, known, days);
        addDays(particulars, known, days);
        addDays(channels, known, days);
        return days;
    }

    /**
     * The first day about which the roster says anything: on which a unit stands below the topmost. That one is mostly
     * entered with the day of its founding, long before anything else is known. Empty before a roster was brought in.
     */
    public Optional<LocalDate> firstDay(long known) {
        List<Fact<Unit>> standing = standing(units, known);
        Predicate<Fact<Unit>> below = fact -> fact.value().parent() != null;
        return standing.stream().filter(standing.stream().anyMatch(below) ? below : _ -> true).map(fact -> fact.valid().from()).min(LocalDate::compareTo);
    }

    /** The days the bearer exists, from its founding on; empty for one never noted. */
    public Optional<Valid> lifeOf(Bearer bearer, long known) {
        return Optional.ofNullable(Lives.of(this, known).get(bearer));
    }

    /** Successions that took effect on the given days (both inclusive), with what was known. */
    public List<Fact<Succession>> successionsBetween(LocalDate first, LocalDate last, long known) {
        return standing(successions, known).stream()
                .filter(fact -> !fact.valid().from().isBefore(first) && !fact.valid().from().isAfter(last))
                .toList();
    }

    private static <T> List<T> valid(List<Fact<T>> facts, AsOf asOf) {
        return standing(facts, asOf.known()).stream()
                .filter(fact -> fact.valid().contains(asOf.on()))
                .map(Fact::value)
                .toList();
    }

    private static <T> void addDays(List<Fact<T>> facts, long known, Collection<LocalDate> days) {
        standing(facts, known).forEach(fact -> {
            days.add(fact.valid().from());
            if (fact.valid().until() != null) {
                days.add(fact.valid().until());
            }
        });
    }
}
