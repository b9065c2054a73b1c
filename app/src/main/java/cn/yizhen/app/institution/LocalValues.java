package cn.yizhen.app.institution;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.access.Ids;
import cn.yizhen.rules.institution.LocalValue;
import cn.yizhen.rules.institution.Parameter;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The values the county set itself, in the order they were adopted. */
@Component
class LocalValues {

    private final Ids ids;

    LocalValues(Ids ids) {
        this.ids = ids;
    }

    List<LocalValue> known(JdbcClient sql, long known) {
        return sql.sql("""
                select v.rule, v.parameter, v.valid_from, v.value, v.paper, v.adopted_by, v.adopted_on
                from local_value v left join act_order o on o.act = v.act
                where coalesce(o.number, 9223372036854775807) <= :known order by v.id
                """)
                .param("known", known)
                .query((row, number) -> new LocalValue(row.getString(1),
                        Parameter.valueOf(row.getString(2)), row.getObject(3, LocalDate.class), row.getString(4),
                        row.getString(5), row.getString(6), row.getObject(7, LocalDate.class)))
                .list();
    }

    void add(Writing writing, LocalValue value) {
        writing.sql().sql("""
                insert into local_value (id, county, act, rule, parameter, valid_from, value, paper, adopted_by, adopted_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), value.rule(), value.parameter().name(),
                        value.from(), value.value(), value.paper(), value.adoptedBy(), value.adoptedOn())
                .update();
    }
}
