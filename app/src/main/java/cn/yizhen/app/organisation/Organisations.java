package cn.yizhen.app.organisation;

import cn.yizhen.app.access.AuditNotes;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The county's organisation, read once per change and kept in memory. What is kept is open to everyone
 * signed in: persons who hold or held a post are named, mere members are not; ask {@link #names} for those.
 */
@Component
public class Organisations {

    /** Points of knowledge for which the days are kept, the ones asked last. */
    private static final int KNOWN_KEPT = 6;

    private final Transactions transactions;
    private final PersonNames names;
    private final AuditNotes audit;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    Organisations(Transactions transactions, PersonNames names, AuditNotes audit) {
        this.transactions = transactions;
        this.names = names;
        this.audit = audit;
    }

    /**
     * Which acts the organisation was made of; anything derived from it may be kept under this key.
     *
     * @param newest   entry number of the newest change, 0 before the first
     * @param numbered how many changes have a number by now; what units note about themselves counts in
     */
    public record Version(long changes, long newest, long numbered) {}

    /**
     * A change of the organisation as a list of changes shows it.
     *
     * @param paper  behind it, empty for none
     * @param reason of a correction, empty for anything else
     * @param number the act's number, for asking what was known then; null for a moment after it was entered
     */
    public record Change(String title, LocalDate day, String paper, String reason, @Nullable Long number) {}

    public Organisation asOf(Scope scope) {
        return asOf(scope, scope.asOf());
    }

    public Organisation asOf(Scope scope, AsOf point) {
        return current(scope).asOf(point);
    }

    public OrganisationHistory history(Scope scope) {
        return current(scope).history();
    }

    /**
     * The units that answer today for what a unit did: itself while it exists, else those that took its place,
     * in the order of the division.
     */
    public List<UnitId> answering(Scope scope, UnitId unit) {
        var now = asOf(scope);
        if (now.unit(unit).isPresent()) {
            return List.of(unit);
        }
        return timeline(scope).heirsOf(unit, LocalDate.EPOCH, scope.asOf().on()).stream()
                .filter(heir -> now.unit(heir).isPresent())
                .sorted(Comparator.comparingInt(now::place))
                .toList();
    }

    /** The units it came out of and that are no more: whose past it answers for. */
    public Set<UnitId> formerly(Scope scope, UnitId unit) {
        var now = asOf(scope);
        return timeline(scope).originsOf(unit, LocalDate.EPOCH, scope.asOf().on()).stream()
                .filter(origin -> now.unit(origin).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What a unit of today was on the scope's day: itself, or where it was not there yet the units it came out of, by all that
     * is known today; whoever answers for a past may look at it.
     */
    public List<UnitId> then(Scope scope, UnitId unit) {
        var then = asOf(scope);
        if (then.unit(unit).isPresent()) {
            return List.of(unit);
        }
        return timeline(scope.at(AsOf.on(scope.asOf().on()))).originsOf(unit, LocalDate.EPOCH, LocalDate.MAX).stream()
                .filter(origin -> then.unit(origin).isPresent())
                .sorted(Comparator.comparingInt(then::place))
                .toList();
    }

    /** The organisation through the days, as known at the scope's second point; the same one until something changes. */
    public Timeline timeline(Scope scope) {
        return current(scope).timeline(scope.asOf().known());
    }

    public Version version(Scope scope) {
        return transactions.reading(scope, Organisations::version);
    }

    /** Names of persons, members too, as far as the asker may see them; absent where not. Reading a mere member's stands in the audit. */
    public Map<PersonId, String> names(Scope scope, Collection<PersonId> persons) {
        var read = transactions.reading(scope, sql -> names.of(sql, persons));
        if (!read.isEmpty()) {
            var members = history(scope).persons().stream().map(Fact::value)
                    .filter(person -> person.name().equals(PersonNames.MEMBER) && read.containsKey(person.id())).map(person -> person.id().toString()).sorted().distinct().toList();
            if (!members.isEmpty()) {
                audit.read(scope, "成员姓名", members.getFirst() + (members.size() > 1 ? " 等 " + members.size() + " 人" : ""));
            }
        }
        return read;
    }

    /** The lines of the responsibility table at a point, fact by fact: with the day from which each holds. */
    public List<Fact<Responsibility>> charges(Scope scope, AsOf point) {
        var standing = Set.copyOf(asOf(scope, point).responsibilities());
        return OrganisationHistory.standing(history(scope).responsibilities(), point.known()).stream()
                .filter(fact -> fact.valid().contains(point.on()) && standing.contains(fact.value()))
                .toList();
    }

    /** Every fact, with the names of all whom the asker may see: for comparing and writing the roster. */
    OrganisationHistory named(Scope scope) {
        var history = history(scope);
        var known = names(scope, history.persons().stream().map(fact -> fact.value().id()).distinct().toList());
        return new OrganisationHistory(history.units(), history.persons().stream().map(fact -> new Fact<>(fact.id(),
                        new Person(fact.value().id(), known.getOrDefault(fact.value().id(), fact.value().name())), fact.valid(), fact.act(), fact.supersedes())).toList(),
                history.posts(), history.holdings(), history.bodies(), history.memberships(), history.memberCounts(),
                history.responsibilities(), history.successions());
    }

    /** What changed, the newest first. */
    public List<Change> changes(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("""
                select c.title, c.day, c.paper, c.reason, o.number from organisation_change c left join act_order o using (act) order by c.seq desc
                """)
                .query((row, _) -> new Change(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4),
                        (Long) row.getObject(5)))
                .list());
    }

    private Loaded current(Scope scope) {
        return transactions.once(scope, Organisations.class, sql -> {
            var version = version(sql);
            var kept = loaded.get(scope.county());
            if (kept != null && kept.version().equals(version)) {
                return kept;
            }
            var fresh = new Loaded(version, load(sql));
            loaded.put(scope.county(), fresh);
            return fresh;
        });
    }

    private static Version version(JdbcClient sql) {
        return sql.sql("""
                select count(*), coalesce(max(c.seq), 0), count(o.number)
                  + (select count(*) + count(p.number) from org_particular left join act_order p using (act))
                  + (select count(*) + count(p.number) from org_channel left join act_order p using (act))
                from organisation_change c left join act_order o using (act)
                """).query((row, _) -> new Version(row.getLong(1), row.getLong(2), row.getLong(3))).single();
    }

    private OrganisationHistory load(JdbcClient sql) {
        var known = names.officials(sql);
        return new OrganisationHistory(
                Tables.UNITS.all(sql),
                Tables.PERSONS.all(sql).stream().map(fact -> named(fact, known)).toList(),
                Tables.POSTS.all(sql),
                Tables.HOLDINGS.all(sql),
                Tables.BODIES.all(sql),
                Tables.MEMBERSHIPS.all(sql),
                Tables.COUNTS.all(sql),
                Tables.RESPONSIBILITIES.all(sql),
                Tables.SUCCESSIONS.all(sql),
                Tables.PARTICULARS.all(sql),
                Tables.CHANNELS.all(sql));
    }

    private static Fact<Person> named(Fact<PersonId> fact, Map<PersonId, String> known) {
        var person = new Person(fact.value(), known.getOrDefault(fact.value(), PersonNames.MEMBER));
        return new Fact<>(fact.id(), person, fact.valid(), fact.act(), fact.supersedes());
    }

    /** One state of what is noted, and the organisation worked out of it for the stretches of days in which nothing changes. */
    private static final class Loaded {

        private final Version version;
        private final OrganisationHistory history;
        private final NavigableSet<Long> acts;
        private final Map<Long, Timeline> timelines = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Timeline> eldest) {
                return size() > KNOWN_KEPT;
            }
        };

        Loaded(Version version, OrganisationHistory history) {
            this.version = version;
            this.history = history;
            this.acts = history.acts();
        }

        Version version() {
            return version;
        }

        OrganisationHistory history() {
            return history;
        }

        /** Acts about other things leave the organisation as it was known, so they share its days. */
        synchronized Timeline timeline(long known) {
            Long newest = acts.floor(known);
            return timelines.computeIfAbsent(newest == null ? 0 : newest, asked -> new Timeline(history, asked));
        }

        Organisation asOf(AsOf point) {
            return timeline(point.known()).on(point.on()).seenAt(point);
        }
    }
}
