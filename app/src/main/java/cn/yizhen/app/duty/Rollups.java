package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.institution.Rulebook;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.Records;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Emergency;
import cn.yizhen.rules.duty.Enumeration;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.duty.InstanceKey;
import cn.yizhen.rules.duty.Said;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.rollup.Rollup;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Roll-ups of the county's years, kept while the catalogue, the organisation and the day stay as they are.
 * What is noted meanwhile is added to what is kept; anything else makes a new one. They hold totals only, so
 * whoever is signed in may ask.
 */
@Component
public class Rollups {

    private static final int KEPT = 12;

    private final Transactions transactions;
    private final Institutions institutions;
    private final Organisations organisations;
    private final Records records;
    private final SaidRows said;
    private final Map<Key, Place> places = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Place> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String county, AsOf asOf, Period year) {}

    /** What has no number yet when a roll-up is made or brought up to date is remembered, so as to count once. */
    private record Kept(Rulebook rulebook, Timeline timeline, List<Emergency> emergencies, Rollup rollup, long upTo, Set<UUID> unnumbered) {}

    /** Where one roll-up is kept. Whoever asks for it waits while it is made; whoever asks for another day does not. */
    private static final class Place {
        @Nullable Kept kept;
    }

    Rollups(Transactions transactions, Institutions institutions, Organisations organisations, Records records, SaidRows said) {
        this.transactions = transactions;
        this.institutions = institutions;
        this.organisations = organisations;
        this.records = records;
        this.said = said;
    }

    /** The year the day lies in, as it stands at the scope's two points in time. */
    public Rollup of(Scope scope, LocalDate inYear) {
        return of(scope, Cadence.YEAR.containing(inYear));
    }

    private Rollup of(Scope asking, Period year) {
        Scope whole = Scope.system(asking.county(), "合计履行情况", asking.asOf());
        return transactions.reading(whole, sql -> {
            Key key = new Key(whole.county(), whole.asOf(), year);
            Rulebook rulebook = institutions.rulebook(whole);
            Timeline timeline = organisations.timeline(whole);
            List<Emergency> emergencies = EmergencyRows.known(sql, whole.asOf().known());
            Place place = place(key);
            synchronized (place) {
                Kept found = place.kept;
                boolean fits = found != null && found.timeline() == timeline && found.emergencies().equals(emergencies)
                        && (found.rulebook() == rulebook || whole.asOf().known() != AsOf.LATEST);
                Kept current = fits ? broughtUpToDate(sql, whole, found) : made(sql, whole, year, rulebook, timeline, emergencies);
                place.kept = current;
                return current.rollup();
            }
        });
    }

    private Place place(Key key) {
        synchronized (places) {
            return places.computeIfAbsent(key, _ -> new Place());
        }
    }

    private Kept made(
            JdbcClient sql, Scope whole, Period year, Rulebook rulebook, Timeline timeline, List<Emergency> emergencies) {
        var enumeration = new Enumeration(rulebook.catalogue(), rulebook.inUse(), timeline, emergencies, whole.asOf().on());
        // who is to do what asks nothing of the database: worked out while that reads
        CompletableFuture<Rollup> expected = CompletableFuture.supplyAsync(() -> Rollup.of(enumeration, year, List.of(), Map.of()));
        long upTo = newest(sql);
        while (true) {
            Set<UUID> before = unnumbered(sql, whole, upTo);
            List<Happened> happened = records.happened(whole, year.from(), year.lastDay());
            Map<InstanceKey, List<Said>> words = said.known(sql, year, whole.asOf().known(), _ -> "");
            // what was noted while it was read is in one list and not in the other: read again
            if (unnumbered(sql, whole, upTo).equals(before)) {
                Rollup rollup = expected.join();
                happened.forEach(rollup::note);
                words.forEach((key, all) -> all.forEach(one -> rollup.say(key, one)));
                return new Kept(rulebook, timeline, emergencies, rollup, upTo, before);
            }
        }
    }

    /** The versions and words whose act is newer than that number. */
    private Set<UUID> unnumbered(JdbcClient sql, Scope whole, long upTo) {
        Set<UUID> ids = new HashSet<>();
        records.since(whole, upTo).forEach(change -> ids.add(change.version()));
        ids.addAll(said.since(sql, upTo, _ -> "").keySet());
        return ids;
    }

    private Kept broughtUpToDate(JdbcClient sql, Scope whole, Kept found) {
        if (whole.asOf().known() != AsOf.LATEST) {
            return found;
        }
        long upTo = newest(sql);
        Set<UUID> seen = found.unnumbered();
        Set<UUID> unnumbered = new HashSet<>();
        for (Records.Change change : records.since(whole, found.upTo())) {
            unnumbered.add(change.version());
            if (!seen.contains(change.version())) {
                if (change.before() != null) {
                    found.rollup().retract(change.before());
                }
                if (change.after() != null) {
                    found.rollup().note(change.after());
                }
            }
        }
        said.since(sql, found.upTo(), _ -> "").forEach((id, entry) -> {
            unnumbered.add(id);
            if (!seen.contains(id)) {
                found.rollup().say(entry.key(), entry.said());
            }
        });
        return new Kept(found.rulebook(), found.timeline(), found.emergencies(), found.rollup(), upTo, unnumbered);
    }

    private static long newest(JdbcClient sql) {
        return sql.sql("select coalesce(max(number), 0) from act_order").query(Long.class).single();
    }
}
