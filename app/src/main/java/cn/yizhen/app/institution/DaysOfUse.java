package cn.yizhen.app.institution;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.institution.InstitutionId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From which day each institution is in use here (启用日); the newest entry counts. */
@Component
class DaysOfUse {

    private final Ids ids;

    DaysOfUse(Ids ids) {
        this.ids = ids;
    }

    Map<InstitutionId, LocalDate> known(JdbcClient sql, long known) {
        var days = new HashMap<InstitutionId, LocalDate>();
        sql.sql("""
                select u.institution, u.first_day from institution_use u left join act_order o on o.act = u.act
                where coalesce(o.number, 9223372036854775807) <= :known order by u.id
                """)
                .param("known", known)
                .query(row -> {
                    days.put(new InstitutionId(row.getString(1)), row.getObject(2, LocalDate.class));
                });
        return days;
    }

    void add(Writing writing, InstitutionId institution, LocalDate firstDay) {
        writing.sql().sql("insert into institution_use (id, county, act, institution, first_day) values (?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), institution.value(), firstDay)
                .update();
    }
}
