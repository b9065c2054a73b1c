package cn.yizhen.app.access.chain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no program writes and somebody therefore put there (从外面加入的): each as a line in Chinese, at most a hundred of a kind. */
final class Planted {

    private Planted() {}

    /** Seals outside the numbers, or two under one. */
    static List<String> seals(JdbcClient sql) {
        return sql.sql("select number from act_seal group by number having number < 1 or count(*) > 1 order by number limit 100").query(Long.class).list()
                .stream().map(number -> "第 " + number + " 条：封存重复，或编号不可能有").toList();
    }

    /** Acts nobody numbered and nobody is about to number: put in behind the program's back, or robbed of their number. */
    static List<String> acts(JdbcClient sql) {
        return sql.sql("""
                select a.id from act a
                where not exists (select from act_order o where o.act = a.id) and not exists (select from act_pending p where p.act = a.id)
                  and not exists (select from act_seal s where s.act = a.id)
                order by a.id limit 100
                """).query(UUID.class).list().stream().map(act -> "操作记录 " + act + " 没有编号，也不在等候编号：是从外面加入的，或编号与封存都被删除").toList();
    }

    /** Rows that name an act that is not there: put in past the references. */
    static List<String> rows(JdbcClient sql) {
        var each = Shape.namingActs(sql).stream().map("""
                select '%1$s' as name, count(*) as rows from "%1$s" t where t.act is not null and not exists (select from act a where a.id = t.act)
                """::formatted).collect(Collectors.joining("union all "));
        return sql.sql("select name, rows from (" + each + ") found where rows > 0 order by name").query((row, _) ->
                "表 " + row.getString(1) + " 有 " + row.getLong(2) + " 行指向不存在的操作：是从外面加入的，或它们的操作被删除").list();
    }
}
