package cn.yizhen.app.duty;

import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.duty.Emergency;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Emergencies (应急期) as rows. */
public final class EmergencyRows {

    private EmergencyRows() {}

    /** One as it stands, with its identity for the next change. */
    public record Row(UUID id, Emergency emergency) {}

    static List<Emergency> known(JdbcClient sql, long known) {
        return rows(sql, known).stream().map(Row::emergency).toList();
    }

    static List<Row> rows(JdbcClient sql, long known) {
        return sql.sql("""
                select e.* from emergency e left join act_order o using (act)
                where coalesce(o.number, 9223372036854775807) <= :known and not exists (
                  select from emergency later left join act_order p on p.act = later.act
                  where later.supersedes = e.id and coalesce(p.number, 9223372036854775807) <= :known)
                order by e.id
                """).param("known", known).query((row, _) -> new Row(row.getObject("id", UUID.class), read(row))).list();
    }

    static void add(Writing writing, UUID id, @Nullable UUID supersedes, String paper, Collection<UnitId> area, LocalDate from,
            @Nullable LocalDate until) {
        writing.sql().sql("insert into emergency (id, county, act, supersedes, paper, area, valid_from, valid_until) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, writing.scope().county(), writing.act(), supersedes, paper,
                        area.stream().map(UnitId::value).toArray(UUID[]::new), from, until))
                .update();
    }

    private static Emergency read(ResultSet row) throws SQLException {
        var area = Arrays.stream((UUID[]) row.getArray("area").getArray()).map(UnitId::new).collect(Collectors.toSet());
        return new Emergency(row.getString("paper"), area,
                new Valid(row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class)));
    }
}
