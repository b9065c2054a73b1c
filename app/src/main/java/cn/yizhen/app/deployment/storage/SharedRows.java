package cn.yizhen.app.deployment.storage;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Link;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
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
import java.util.function.Function;
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
                insert into deployment_notice (id, county, act, deployment, number, kind, title, paper, day, answer_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), notice.deployment(), entry,
                        notice.kind().name().toLowerCase(Locale.ROOT), notice.title(), notice.paper(), notice.day(), notice.answerBy())
                .update();
    }

    /**
     * Writes how these rows stand after an entry.
     *
     * @param asked the units a row asks, the lead first
     */
    public void share(
            Writing writing, UUID deployment, Draft draft, Collection<Row> rows, int entry, boolean issued, Function<Row, List<UnitId>> asked) {
        for (var row : rows) {
            boolean dropped = draft.row(row.id()).isEmpty();
            writing.sql().sql("""
                    insert into deployment_row (id, county, act, deployment, row_id, entry, issued, dropped, number, place, section, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                    """)
                    .params(ids.next(), writing.scope().county(), writing.act(), deployment, row.id().value(), entry, issued, dropped,
                            row.number(), row.spans().getFirst().start(), draft.section(row.section()), Json.of(row))
                    .update();
            if (!dropped) {
                concern(writing, deployment, row, entry, asked.apply(row));
            }
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

    /** Rows the asker may see as they stand now, in order of place. */
    public List<SharedRow> of(JdbcClient sql, UUID deployment) {
        return sql.sql("""
                select * from (
                  select distinct on (row_id) deployment, dropped, issued, section, place, body::text as body
                  from deployment_row where deployment = ? order by row_id, entry desc, issued desc) r
                where not dropped order by place
                """).param(deployment).query((row, _) -> shared(row)).list();
    }

    /** Rows of any deployment in which one of these units stands now, by deployment and place. */
    public List<SharedRow> concerning(JdbcClient sql, Collection<UnitId> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                select r.* from (
                  select distinct on (row_id) deployment, row_id, entry, dropped, issued, section, place, body::text as body
                  from deployment_row order by row_id, entry desc, issued desc) r
                where not r.dropped and exists (
                  select from deployment_row_unit u where u.row_id = r.row_id and u.entry = r.entry and u.unit in (:units))
                order by r.deployment desc, r.place
                """).param("units", units.stream().map(UnitId::value).toList())
                .query((row, _) -> shared(row)).list();
    }

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

    private static final String NOTICES = "select n.* from deployment_notice n";

    private static SharedRow shared(ResultSet row) throws SQLException {
        return new SharedRow(row.getObject("deployment", UUID.class), Json.row(row.getString("body")), row.getString("section"), row.getBoolean("issued"));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(row.getObject("deployment", UUID.class), Notice.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("title"), row.getObject("day", LocalDate.class), row.getString("paper"), row.getObject("answer_by", LocalDate.class));
    }
}
