package cn.yizhen.app.deployment.storage;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Entry;
import cn.yizhen.app.deployment.model.Objection;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.model.Settlement;
import cn.yizhen.app.deployment.model.Source;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journals of the office's deployments; row policies hide those of other offices. */
@Component
public class Journal {

    private final Ids ids;

    Journal(Ids ids) {
        this.ids = ids;
    }

    public void receive(Writing writing, Source source, UnitId office, LocalDate today) {
        writing.sql().sql("""
                insert into deployment (id, county, act, office, title, file_name, content, remarks, noted_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(source.id(), writing.scope().county(), writing.act(), office.value(), source.title(),
                        source.fileName(), source.text(), source.remarks(), today)
                .update();
    }

    public void append(Writing writing, UUID deployment, Entry entry) {
        writing.sql().sql("""
                insert into deployment_entry (id, county, act, deployment, number, step, body, by_name, noted_on)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), deployment, entry.number(),
                        !(entry.what() instanceof Edit), Json.of(entry.what()), entry.by(), entry.on())
                .update();
    }

    public Optional<Stored> find(JdbcClient sql, UUID id) {
        return sql.sql("select id, office, title, file_name, content, remarks from deployment where id = ?").param(id)
                .query((row, _) -> stored(sql, row)).optional();
    }

    /** What stands in the list of the office's documents, newest first. */
    public List<Listed> all(JdbcClient sql) {
        return sql.sql("""
                select d.id, d.title, d.noted_on,
                       exists (select from deployment_entry e where e.deployment = d.id and not e.step) as drafted
                from deployment d order by d.noted_on desc, d.id desc
                """)
                .query((row, _) -> new Listed(row.getObject("id", UUID.class), row.getString("title"),
                        row.getObject("noted_on", LocalDate.class), row.getBoolean("drafted"), steps(sql, row.getObject("id", UUID.class))))
                .list();
    }

    public void object(Writing writing, UUID deployment, Objection objection) {
        writing.sql().sql("""
                insert into deployment_objection (id, county, act, deployment, row_id, unit, unit_name, about, words, by_name, noted_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(objection.id(), writing.scope().county(), writing.act(), deployment, objection.row().value(),
                        objection.unit().value(), objection.unitName(), objection.about().name(), objection.words(),
                        objection.by(), objection.on())
                .update();
    }

    public void settle(Writing writing, UUID deployment, UUID objection, Settlement settlement) {
        writing.sql().sql("""
                insert into deployment_settlement (id, county, act, objection, deployment, result, reason, by_name, noted_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), objection, deployment, settlement.result().name(),
                        settlement.reason(), settlement.by(), settlement.on())
                .update();
    }

    /** Objections to a deployment, or to rows of it, that the asker may see, in the order they came. */
    public List<Objection> objections(JdbcClient sql, UUID deployment) {
        return sql.sql("""
                select o.*, s.result, s.reason, s.by_name as settled_by, s.noted_on as settled_on
                from deployment_objection o left join deployment_settlement s on s.objection = o.id
                where o.deployment = ? order by o.id
                """).param(deployment).query((row, _) -> objection(row)).list();
    }

    private Stored stored(JdbcClient sql, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var source = new Source(id, row.getString("title"), row.getString("file_name"), row.getString("content"), row.getString("remarks"));
        var deployment = Deployment.of(source, entries(sql, id, false), objections(sql, id));
        return new Stored(deployment, new UnitId(row.getObject("office", UUID.class)));
    }

    private static List<Step> steps(JdbcClient sql, UUID id) {
        return entries(sql, id, true).stream().map(entry -> (Step) entry.what()).toList();
    }

    private static List<Entry> entries(JdbcClient sql, UUID id, boolean stepsOnly) {
        return sql.sql("""
                select number, body::text as body, by_name, noted_on from deployment_entry
                where deployment = ? and (step or not ?) order by number
                """).params(id, stepsOnly)
                .query((row, _) -> new Entry(row.getInt("number"), Json.happening(row.getString("body")),
                        row.getString("by_name"), row.getObject("noted_on", LocalDate.class)))
                .list();
    }

    private static Objection objection(ResultSet row) throws SQLException {
        var result = row.getString("result");
        var settlement = result == null ? null : new Settlement(Settlement.Result.valueOf(result), row.getString("reason"),
                row.getString("settled_by"), row.getObject("settled_on", LocalDate.class));
        return new Objection(row.getObject("id", UUID.class), new RowId(row.getObject("row_id", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)), row.getString("unit_name"),
                Objection.Matter.valueOf(row.getString("about")), row.getString("words"), row.getString("by_name"),
                row.getObject("noted_on", LocalDate.class), settlement);
    }
}
