package cn.yizhen.app.deployment.storage;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Link;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows and notices that left the office, for the units concerned and, once issued, for the county. */
@Component
public class SharedRows {

    private final Ids ids;

    SharedRows(Ids ids) {
        this.ids = ids;
    }

    public void tell(Writing writing, Notice notice, int entry) {
        writing.sql().sql("""
                insert into deployment_notice (id, county, act, deployment, number, kind, title, paper, day, answer_by, office)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), notice.deployment(), entry,
                        notice.kind().name().toLowerCase(Locale.ROOT), notice.title(), notice.paper(), notice.day(), notice.answerBy(),
                        notice.office() == null ? null : notice.office().value())
                .update();
    }

    /**
     * The entry of the journal after which rows are written out.
     *
     * @param issued part of an issued table from now on
     */
    public record Entry(UUID deployment, int number, boolean issued) {}

    /**
     * Writes how a row stands after an entry.
     *
     * @param gone  it is no part of the table any more
     * @param asked the units it asks, the lead first
     */
    public void share(Writing writing, Entry entry, Draft draft, Row row, boolean gone, List<UnitId> asked) {
        writing.sql().sql("""
                insert into deployment_row (id, county, act, deployment, row_id, entry, issued, dropped, number, place, section, body)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), entry.deployment(), row.id().value(), entry.number(), entry.issued(), gone,
                        row.number(), gone ? 0 : draft.place(row), draft.section(row), Json.of(row))
                .update();
        if (!gone) {
            concern(writing, entry.deployment(), row, entry.number(), asked);
        }
    }

    private void concern(Writing writing, UUID deployment, Row row, int entry, List<UnitId> units) {
        var lead = row.assignment().lead();
        for (var unit : units) {
            writing.sql().sql("""
                    insert into deployment_row_unit (id, county, act, deployment, row_id, entry, unit, leads)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(ids.next(), writing.scope().county(), writing.act(), deployment, row.id().value(), entry, unit.value(),
                            lead != null && lead.unit().equals(unit))
                    .update();
        }
    }

    /** The newest notice of a deployment that the asker may see. */
    public Optional<Notice> notice(JdbcClient sql, UUID deployment) {
        return sql.sql(NOTICES + " where n.deployment = ? order by n.number desc limit 1").param(deployment)
                .query((row, _) -> notice(row)).optional();
    }

    /** The newest notice of each deployment the asker may see, newest first. */
    public List<Notice> notices(JdbcClient sql) {
        return sql.sql("""
                select * from (select distinct on (n.deployment) n.* from deployment_notice n order by n.deployment, n.number desc) n
                order by n.day desc, n.id desc
                """).query((row, _) -> notice(row)).list();
    }

    /** The notice a printed table names: its issue once it has one, whatever was adjusted since. */
    public Optional<Notice> standing(JdbcClient sql, UUID deployment) {
        return issues(sql).stream().filter(issue -> issue.deployment().equals(deployment)).findFirst().or(() -> notice(sql, deployment));
    }

    /** The issues of tables, newest first, whatever was adjusted since. */
    public List<Notice> issues(JdbcClient sql) {
        return sql.sql(NOTICES + " where n.kind = 'issued' order by n.day desc, n.id desc").query((row, _) -> notice(row)).list();
    }

    /** The issues of tables by a day and by what was known at an act, newest first. */
    public List<Notice> issues(JdbcClient sql, AsOf asOf) {
        return sql.sql(NOTICES + """
                 left join act_order o on o.act = n.act
                where n.kind = 'issued' and n.day <= :on and coalesce(o.number, :latest) <= :known order by n.day desc, n.id desc
                """).param("on", asOf.on()).param("latest", AsOf.LATEST).param("known", asOf.known())
                .query((row, _) -> notice(row)).list();
    }

    /** Rows the asker may see as they stand now, in the order of the table. */
    public List<SharedRow> of(JdbcClient sql, UUID deployment) {
        return sql.sql(NEWEST.formatted("r.deployment = ?") + IN_ORDER).param(deployment).query((row, _) -> shared(row)).list();
    }

    /** Rows of an issued table as they stood on a day by what was known, in the order of the table. */
    public List<SharedRow> of(JdbcClient sql, UUID deployment, AsOf asOf) {
        return sql.sql(NEWEST.formatted("""
                r.issued and r.deployment = :deployment and exists (
                  select from deployment_notice d left join act_order o on o.act = d.act
                  where d.deployment = r.deployment and d.number = r.entry and d.day <= :on and coalesce(o.number, :latest) <= :known)
                """) + IN_ORDER)
                .param("deployment", deployment).param("on", asOf.on()).param("latest", AsOf.LATEST).param("known", asOf.known())
                .query((row, _) -> shared(row)).list();
    }

    /** Rows of any deployment in which one of these units stands now, by deployment and place. */
    public List<SharedRow> concerning(JdbcClient sql, Collection<UnitId> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return sql.sql(NEWEST.formatted("true") + """
                 and exists (
                  select from deployment_row_unit u where u.row_id = r.row_id and u.entry = r.entry and u.unit in (:units))
                order by r.deployment desc, r.place, length(r.number), r.number, r.row_id
                """).param("units", units.stream().map(UnitId::value).toList())
                .query((row, _) -> shared(row)).list();
    }

    /** How many rows of each deployment ask each of these units now. */
    public List<Concern> concerns(JdbcClient sql, Collection<UUID> deployments, Collection<UnitId> units) {
        if (deployments.isEmpty() || units.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                select u.deployment, u.unit, count(distinct u.row_id) as rows from deployment_row_unit u
                where u.deployment in (:deployments) and u.unit in (:units)
                  and u.entry = (select max(r.entry) from deployment_row r where r.row_id = u.row_id)
                group by u.deployment, u.unit
                """).param("deployments", deployments).param("units", units.stream().map(UnitId::value).toList())
                .query((row, _) -> new Concern(row.getObject("deployment", UUID.class), new UnitId(row.getObject("unit", UUID.class)), row.getInt("rows")))
                .list();
    }

    /** So many rows of a deployment ask a unit. */
    public record Concern(UUID deployment, UnitId unit, int rows) {}

    /** Rows of other issued tables, by what a later row can be linked to. */
    public Map<Link, String> issuedElsewhere(JdbcClient sql, UUID except) {
        var found = new LinkedHashMap<Link, String>();
        sql.sql("""
                select distinct on (r.row_id) r.row_id, n.paper, n.title, r.number, r.dropped, r.body->>'wording' as wording
                from deployment_row r join deployment_notice n on n.deployment = r.deployment and n.kind = 'issued'
                where r.issued and r.deployment <> ? order by r.row_id, r.entry desc
                """).param(except).query((row, _) -> row.getBoolean("dropped") ? null : found.put(
                        new Link(new RowId(row.getObject("row_id", UUID.class)), row.getString("paper"), row.getString("number")),
                        row.getString("wording"))).list();
        return found;
    }

    /** The units a shared row asked at any time, among those given. */
    public List<UnitId> asked(JdbcClient sql, RowId row) {
        return sql.sql("select distinct unit from deployment_row_unit where row_id = ?").param(row.value())
                .query(UUID.class).list().stream().map(UnitId::new).toList();
    }

    /** Rows at one place of the text, as one added behind another is, follow one another by their numbers. */
    private static final String IN_ORDER = " order by r.place, length(r.number), r.number, r.row_id";

    private static final String NEWEST = """
            select r.*, n.paper as changed_by, n.day as changed_on from (
              select distinct on (r.row_id) r.deployment, r.row_id, r.entry, r.dropped, r.issued, r.section, r.number, r.place, r.body::text as body
              from deployment_row r where %s order by r.row_id, r.entry desc, r.issued desc) r
            left join deployment_notice n on n.deployment = r.deployment and n.number = r.entry and n.kind = 'adjusted'
            where not r.dropped
            """;

    private static final String NOTICES = "select n.* from deployment_notice n";

    private static SharedRow shared(ResultSet row) throws SQLException {
        var paper = row.getString("changed_by");
        var change = paper == null ? null : new SharedRow.Change(paper, row.getObject("changed_on", LocalDate.class));
        return new SharedRow(row.getObject("deployment", UUID.class), Json.row(row.getString("body")), row.getString("section"),
                row.getBoolean("issued"), change);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(row.getObject("deployment", UUID.class), Notice.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("title"), row.getObject("day", LocalDate.class), row.getString("paper"), row.getObject("answer_by", LocalDate.class),
                Optional.ofNullable(row.getObject("office", UUID.class)).map(UnitId::new).orElse(null));
    }
}
