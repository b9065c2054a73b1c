package cn.yizhen.app.upward;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Returns, their rows and the daily words, of this county and of those received; only ever added to. */
@Component
class ReturnStore {

    private final Ids ids;

    ReturnStore(Ids ids) {
        this.ids = ids;
    }

    void add(Writing writing, IssuedReturn one, List<ReturnRow> rows) {
        writing.sql().sql("""
                insert into upward_return (id, county, act, number, period_from, period_until, on_day, known, catalogue, issued_on, supersedes, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(one.id(), one.county(), one.act(), one.number(), one.period().from(), one.period().until(), one.asOf().on(), one.asOf().known(),
                        one.catalogue(), one.issuedOn(), one.supersedes(), one.reason()).update();
        for (ReturnRow row : rows) {
            writing.sql().sql("""
                    insert into upward_row (id, county, act, return_id, area_kind, area_code, area_name, place, pillar, institution, duty, title,
                      period_from, period_until, counted_out, exempt, met, met_late, open, not_seen)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(ids.next(), one.county(), one.act(), one.id(), row.area().kind().word(), row.area().code(), row.area().name(), row.place(),
                            row.pillar(), row.institution(), row.duty(), row.title(), row.period().from(), row.period().until(), row.tally().countedOut(),
                            row.tally().exempt(), row.tally().met(), row.tally().metLate(), row.tally().open(), row.tally().notSeen()).update();
        }
    }

    void add(Writing writing, Dispatch dispatch) {
        writing.sql().sql("insert into upward_dispatch (id, county, act, county_name, number, day, returns) values (?, ?, ?, ?, ?, ?, ?)")
                .params(dispatch.id(), dispatch.county(), dispatch.act(), dispatch.countyName(), dispatch.number(), dispatch.day(),
                        dispatch.returns().toArray(UUID[]::new)).update();
    }

    /** Every return of a county, the newest first. */
    List<IssuedReturn> returns(JdbcClient sql, String county) {
        return sql.sql("select * from upward_return where county = ? order by number desc").param(county).query((row, _) -> issued(row)).list();
    }

    /**
     * The return of one quarter that counts, of each county in order of the division: its newest. A later number always takes
     * the place of the one before, also where that one is still on its way.
     */
    List<IssuedReturn> current(JdbcClient sql, LocalDate quarter) {
        return sql.sql("""
                select distinct on (r.county) r.* from upward_return r where r.period_from = ? order by r.county, r.number desc
                """).param(quarter).query((row, _) -> issued(row)).list();
    }

    Optional<IssuedReturn> find(JdbcClient sql, UUID id) {
        return sql.sql("select * from upward_return where id = ?").param(id).query((row, _) -> issued(row)).optional();
    }

    List<ReturnRow> rows(JdbcClient sql, UUID of) {
        return sql.sql("select * from upward_row where return_id = ? order by place").param(of).query((row, _) -> row(row)).list();
    }

    /** The daily words of a county, the newest first. */
    List<Dispatch> dispatches(JdbcClient sql, String county) {
        return sql.sql("select * from upward_dispatch where county = ? order by number desc").param(county).query((row, _) -> dispatch(row)).list();
    }

    Optional<Dispatch> dispatch(JdbcClient sql, UUID id) {
        return sql.sql("select * from upward_dispatch where id = ?").param(id).query((row, _) -> dispatch(row)).optional();
    }

    private static IssuedReturn issued(ResultSet row) throws SQLException {
        return new IssuedReturn(row.getObject("id", UUID.class), row.getString("county"), row.getObject("act", UUID.class), row.getInt("number"), period(row),
                new AsOf(row.getObject("on_day", LocalDate.class), row.getLong("known")), row.getString("catalogue"),
                row.getObject("issued_on", LocalDate.class), row.getObject("supersedes", UUID.class), row.getString("reason"));
    }

    private static ReturnRow row(ResultSet row) throws SQLException {
        var area = new Area(Area.Kind.of(row.getString("area_kind")).orElseThrow(), row.getString("area_code"), row.getString("area_name"));
        return new ReturnRow(row.getInt("place"), area, row.getString("pillar"), row.getString("institution"), row.getString("duty"), row.getString("title"),
                period(row), new Tally(row.getInt("counted_out"), row.getInt("exempt"), row.getInt("met"), row.getInt("met_late"), row.getInt("open"),
                        row.getInt("not_seen")));
    }

    private static Dispatch dispatch(ResultSet row) throws SQLException {
        Array returns = row.getArray("returns");
        return new Dispatch(row.getObject("id", UUID.class), row.getString("county"), row.getObject("act", UUID.class), row.getString("county_name"),
                row.getInt("number"), row.getObject("day", LocalDate.class), Arrays.asList((UUID[]) returns.getArray()));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(row.getObject("period_from", LocalDate.class), row.getObject("period_until", LocalDate.class));
    }
}
