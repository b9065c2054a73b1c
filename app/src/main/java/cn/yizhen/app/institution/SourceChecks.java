package cn.yizhen.app.institution;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.institution.SourceCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which clauses persons of the county compared with their text, in that order. */
@Component
class SourceChecks {

    private final Ids ids;

    SourceChecks(Ids ids) {
        this.ids = ids;
    }

    List<SourceCheck> known(JdbcClient sql, long known) {
        return sql.sql("""
                select c.rule, c.cited, c.article, c.checked_by, c.checked_on
                from source_check c left join act_order o on o.act = c.act
                where coalesce(o.number, 9223372036854775807) <= :known order by c.id
                """)
                .param("known", known)
                .query((row, _) -> new SourceCheck(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)),
                        row.getString(4), row.getObject(5, LocalDate.class)))
                .list();
    }

    void add(Writing writing, SourceCheck check) {
        writing.sql().sql("insert into source_check (id, county, act, rule, cited, article, checked_by, checked_on) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), check.rule(), check.cited(), check.article().orElse(null),
                        check.checkedBy(), check.checkedOn())
                .update();
    }
}
