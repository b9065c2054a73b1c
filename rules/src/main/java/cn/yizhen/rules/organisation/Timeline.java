package cn.yizhen.rules.organisation;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Recent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The organisation through the days, with what one act knew. Between two days of change it stays as it was,
 * so it is worked out once for each such stretch. It lives as long as nothing changes, which may be months, and keeps
 * what was asked for last: so many stretches, so many days.
 */
public final class Timeline {

    /** More than a page lists: a page that comes past all of them must not work each out anew. */
    private static final int STRETCHES_KEPT = 300;

    /** The last days of three years of months, and as many again for days asked about at random. */
    private static final int DAYS_KEPT = 80;

    /** Things worked out of one day: about as many as a catalogue has conditions. */
    private static final int KINDS_KEPT = 500;

    private final OrganisationHistory history;
    private final long known;
    private final NavigableSet<LocalDate> changeDays;
    private final Recent<LocalDate, Organisation> stretches = new Recent<>(STRETCHES_KEPT);
    private final Map<Bearer, Valid> lives;
    private final List<End> ended;
    private final List<Fact<Succession>> successions;
    private final Set<UnitId> heirs;
    private final Set<UnitId> units;
    private final Recent<LocalDate, Recent<Object, Object>> worked = new Recent<>(DAYS_KEPT);

    private record End(Bearer bearer, LocalDate since) {}

    public Timeline(OrganisationHistory history, long known) {
        this.history = history;
        this.known = known;
        this.changeDays = history.changeDays(known);
        this.lives = Lives.of(history, known);
        this.ended = lives.entrySet().stream()
                .filter(life -> life.getValue().until() != null)
                .map(life -> new End(life.getKey(), life.getValue().until()))
                .toList();
        this.successions = OrganisationHistory.standing(history.successions(), known);
        this.heirs = successions.stream().flatMap(fact -> fact.value().successors().stream()).collect(Collectors.toUnmodifiableSet());
        this.units = lives.keySet().stream().flatMap(bearer -> bearer instanceof Bearer.OfUnit(var unit) ? Stream.of(unit) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public long known() {
        return known;
    }

    /**
     * The organisation of a day. Its own {@link Organisation#asOf} names the first day of the stretch in
     * which nothing changed.
     */
    public Organisation on(LocalDate day) {
        return stretches.of(since(day), first -> history.asOf(new AsOf(first, known)));
    }

    /** The first day of the stretch the day lies in; {@link LocalDate#MIN} before anything was noted. */
    public LocalDate since(LocalDate day) {
        LocalDate changed = changeDays.floor(day);
        return changed == null ? LocalDate.MIN : changed;
    }

    /**
     * Something worked out of the organisation of a day, once.
     *
     * @param about equal for equal work, and for nothing else
     */
    @SuppressWarnings("unchecked")
    public <T> T once(LocalDate day, Object about, Function<Organisation, T> work) {
        return (T) worked.of(day, _ -> new Recent<>(KINDS_KEPT)).of(about, _ -> work.apply(on(day)));
    }

    /** Every unit that exists on some day. */
    public Set<UnitId> units() {
        return units;
    }

    /** The days on which the bearer exists; what belongs to a unit ends with it. Empty for one never noted. */
    public Optional<Valid> lifeOf(Bearer bearer) {
        return Optional.ofNullable(lives.get(bearer));
    }

    /** The unit a bearer belongs to on a day, or belonged to when it ended before. */
    public Optional<UnitId> lastUnitOf(Bearer bearer, LocalDate day) {
        LocalDate seen = lifeOf(bearer).map(Valid::until).filter(until -> !until.isAfter(day)).map(until -> until.minusDays(1)).orElse(day);
        return on(seen).unitOf(bearer).map(Unit::id);
    }

    /** Everyone whose last day lies between the first day and the day before the last, whatever kind of bearer. */
    public List<Bearer> endedBetween(LocalDate first, LocalDate last) {
        return ended.stream()
                .filter(end -> end.since().isAfter(first) && !end.since().isAfter(last))
                .map(End::bearer)
                .toList();
    }

    /** Whether a unit ever took the place of others. */
    public boolean cameOfOthers(UnitId unit) {
        return heirs.contains(unit);
    }

    /** The unit and, through successions on the given days, every unit it came out of. */
    public Set<UnitId> originsOf(UnitId unit, LocalDate first, LocalDate last) {
        return trace(unit, first, last, true);
    }

    /** The unit and, through successions on the given days, every unit that came out of it. */
    public Set<UnitId> heirsOf(UnitId unit, LocalDate first, LocalDate last) {
        return trace(unit, first, last, false);
    }

    private Stream<Fact<Succession>> between(LocalDate first, LocalDate last) {
        return successions.stream()
                .filter(fact -> !fact.valid().from().isBefore(first) && !fact.valid().from().isAfter(last));
    }

    private Set<UnitId> trace(UnitId unit, LocalDate first, LocalDate last, boolean back) {
        Map<UnitId, Set<UnitId>> next = new HashMap<>();
        between(first, last).forEach(fact -> {
            Succession succession = fact.value();
            (back ? succession.successors() : succession.predecessors())
                    .forEach(id -> next.computeIfAbsent(id, _ -> new HashSet<>())
                            .addAll(back ? succession.predecessors() : succession.successors()));
        });
        Set<UnitId> found = new HashSet<>();
        List<UnitId> open = new ArrayList<>(List.of(unit));
        while (!open.isEmpty()) {
            UnitId at = open.removeLast();
            if (found.add(at)) {
                open.addAll(next.getOrDefault(at, Set.of()));
            }
        }
        return found;
    }
}
