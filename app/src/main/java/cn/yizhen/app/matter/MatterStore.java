package cn.yizhen.app.matter;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Actor;
import cn.yizhen.rules.procedure.Case;
import cn.yizhen.rules.procedure.Entry;
import cn.yizhen.rules.procedure.Opening;
import cn.yizhen.rules.procedure.Particulars;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matters and their journals in the database. The row policies decide which are there at all. */
@Component
class MatterStore {

    private final Ids ids;
    private final Procedures procedures;
    private final ZoneId zone;

    MatterStore(Ids ids, Procedures procedures, Clock clock) {
        this.ids = ids;
        this.procedures = procedures;
        this.zone = clock.getZone();
    }

    Optional<Matter> find(JdbcClient sql, MatterId id) {
        return matters(sql, "m.id = :value", id.value()).stream().findFirst();
    }

    /** The matter, held until the act is over: nobody else's step comes in between. */
    Optional<Matter> held(JdbcClient sql, MatterId id) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 50))").param(id.toString()).query((_, _) -> 1).single();
        return find(sql, id);
    }

    /** The matter opened for a row of an issued table. */
    Optional<Matter> from(JdbcClient sql, UUID origin) {
        return allFrom(sql, origin).stream().findFirst();
    }

    List<Matter> allFrom(JdbcClient sql, UUID origin) {
        return matters(sql, "m.origin = :value", origin);
    }

    List<Matter> subtasks(JdbcClient sql, MatterId parent) {
        return matters(sql, "m.parent = :value", parent.value());
    }

    /** Every matter in which one of the units ever had a role. */
    List<Matter> with(JdbcClient sql, Set<UnitId> units) {
        return matters(sql, "exists (select from matter_party p where p.matter = m.id and p.unit = any (:value))",
                units.stream().map(UnitId::value).toArray(UUID[]::new));
    }

    /** The same as far as an act knew them. */
    List<Matter> with(JdbcClient sql, Set<UnitId> units, long known) {
        var then = " and coalesce((select o.number from act_order o where o.act = %s.act), " + Long.MAX_VALUE + ") <= " + known;
        return matters(sql, "exists (select from matter_party p where p.matter = m.id and p.unit = any (:value))" + then.formatted("m"),
                then.formatted("s"), units.stream().map(UnitId::value).toArray(UUID[]::new));
    }

    /** Every matter in reach. */
    List<Matter> all(JdbcClient sql) {
        return matters(sql, "m.county = :value", sql.sql("select scope_county()").query(String.class).single());
    }

    /** How many steps were taken after an act; all of them after none. */
    int stepsSince(JdbcClient sql, MatterId id, @Nullable UUID act) {
        return sql.sql("""
                select count(*) from matter_step s join act_trail t on t.act = s.act
                where s.matter = :matter and t.seq > coalesce((select seq from act_trail where act = cast(:act as uuid)), 0)
                """)
                .param("matter", id.value()).param("act", act == null ? null : act.toString()).query(Integer.class).single();
    }

    /** What imported notices did to its due days, in order. */
    List<Note> notes(JdbcClient sql, MatterId id) {
        return sql.sql("select noted_at, reason from matter_reprojection where matter = ? order by id").param(id.value())
                .query((row, _) -> new Note(local(row.getTimestamp(1)), row.getString(2))).list();
    }

    /** A line of the journal that nobody took. */
    record Note(LocalDateTime at, String text) {}

    void open(Writing writing, Matter matter, String digest, @Nullable UUID origin) {
        var parties = matter.here().opening().parties();
        writing.sql().sql("""
                insert into matter (id, county, act, number, title, wording, kind, source, paper, origin, procedure, parent,
                                    raiser, parties, opened_at, opened_by, opened_post)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)
                """)
                .params(Arrays.asList(matter.id().value(), writing.scope().county(), writing.act(), matter.number(), matter.title(),
                        matter.wording(), matter.kind().name(), matter.source(), matter.paper(), origin, digest,
                        matter.parent() == null ? null : matter.parent().value(), matter.raiser().value(), Said.json(said(parties)),
                        stamp(matter.openedAt()), matter.openedBy(), matter.openedPost().value()))
                .update();
        parties.forEach((role, units) -> parties(writing, matter.id(), role, units, matter.raiser()));
    }

    /** Adds the last entry of the case, and whoever it gave a role. */
    void add(Writing writing, MatterId matter, Case before, Case after) {
        var entry = after.journal().getLast();
        writing.sql().sql("""
                insert into matter_step (id, county, act, matter, number, step, taken_at, by_name, by_post, by_unit, standing, said)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), matter.value(), after.journal().size(), entry.step(),
                        stamp(entry.at()), entry.by().name(), entry.by().post().value(), entry.by().unit().value(),
                        entry.by().standing().stream().sorted().toArray(String[]::new), Said.json(entry.said()))
                .update();
        after.parties().forEach((role, units) -> parties(writing, matter, role,
                units.stream().filter(unit -> !before.party(role).contains(unit)).collect(Collectors.toSet()), entry.by().unit()));
    }

    private void parties(Writing writing, MatterId matter, String role, Set<UnitId> units, UnitId namedBy) {
        units.forEach(unit -> writing.sql()
                .sql("insert into matter_party (id, county, act, matter, unit, role, named_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), matter.value(), unit.value(), role, namedBy.value()).update());
    }

    private List<Matter> matters(JdbcClient sql, String condition, Object value) {
        return matters(sql, condition, "", value);
    }

    private List<Matter> matters(JdbcClient sql, String condition, String steps, Object value) {
        var journals = new HashMap<UUID, List<Entry>>();
        sql.sql("select s.* from matter_step s join matter m on m.id = s.matter where " + condition + steps + " order by s.matter, s.number")
                .param("value", value)
                .query((ResultSet row) -> {
                    journals.computeIfAbsent(row.getObject("matter", UUID.class), _ -> new ArrayList<>()).add(entry(row));
                });
        return sql.sql("select m.* from matter m where " + condition + " order by m.opened_at, m.id")
                .param("value", value)
                .query((row, _) -> matter(sql, row, journals.getOrDefault(row.getObject("id", UUID.class), List.of()))).list();
    }

    private Matter matter(JdbcClient sql, ResultSet row, List<Entry> journal) throws SQLException {
        var at = local(row.getTimestamp("opened_at"));
        var opening = new Opening(at, parties(Said.read(row.getString("parties"))), Particulars.NONE);
        var procedure = procedures.version(sql, row.getString("procedure"));
        return new Matter(new MatterId(row.getObject("id", UUID.class)), row.getString("number"), MatterKind.valueOf(row.getString("kind")),
                row.getString("title"), row.getString("wording"), row.getString("source"), row.getString("paper"),
                Optional.ofNullable(row.getObject("parent", UUID.class)).map(MatterId::new).orElse(null),
                new UnitId(row.getObject("raiser", UUID.class)), at, row.getString("opened_by"),
                new PostId(row.getObject("opened_post", UUID.class)), Case.replayed(procedure, opening, journal));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var by = new Actor(row.getString("by_name"), new PostId(row.getObject("by_post", UUID.class)),
                new UnitId(row.getObject("by_unit", UUID.class)), Set.of((String[]) row.getArray("standing").getArray()));
        return new Entry(row.getString("step"), local(row.getTimestamp("taken_at")), by, Said.read(row.getString("said")));
    }

    private static Particulars said(Map<String, Set<UnitId>> parties) {
        var said = Particulars.NONE;
        for (var party : parties.entrySet()) {
            said = said.and(party.getKey(), party.getValue().toArray(UnitId[]::new));
        }
        return said;
    }

    private static Map<String, Set<UnitId>> parties(Particulars said) {
        return said.answers().keySet().stream().collect(Collectors.toMap(role -> role, said::units));
    }

    private LocalDateTime local(Timestamp stamp) {
        return stamp.toInstant().atZone(zone).toLocalDateTime();
    }

    private Timestamp stamp(LocalDateTime at) {
        return Timestamp.from(at.atZone(zone).toInstant());
    }
}
