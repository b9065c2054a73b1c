package cn.yizhen.app.duty;

import cn.yizhen.rules.duty.Emergency;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Emergencies (应急期) as rows. */
final class EmergencyRows {

    private EmergencyRows() {}

    static List<Emergency> known(JdbcClient sql, long known) {
        return sql.sql("""
                select e.* from emergency e left join act_order o using (act)
                where coalesce(o.number, 9223372036854775807) <= :known and not exists (
                  select from emergency later left join act_order p on p.act = later.act
                  where later.supersedes = e.id and coalesce(p.number, 9223372036854775807) <= :known)
                """).param("known", known).query((row, _) -> read(row)).list();
    }

    private static Emergency read(ResultSet row) throws SQLException {
        var area = Arrays.stream((UUID[]) row.getArray("area").getArray()).map(UnitId::new).collect(Collectors.toSet());
        return new Emergency(row.getString("paper"), area,
                new Valid(row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class)));
    }
}
