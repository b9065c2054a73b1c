package cn.yizhen.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The database's books, read past every policy and held against what people were told. */
final class Books {

    /** Whatever may not be true of acts, wherever they come from. */
    private static final List<String> HALF = List.of(
            "select count(*) from act a where not exists (select from act_result r where r.act = a.id)",
            "select count(*) from act a where not exists (select from act_trail t where t.act = a.id)",
            """
            select count(*) from act a where (select count(*) from act_pending p where p.act = a.id)
                                           + (select count(*) from act_order o where o.act = a.id) <> 1""",
            "select coalesce(max(number), 0) - count(*) from act_order",
            "select coalesce(max(number), 0) - count(*) from act_seal");

    private static final String TWICE = "select count(*) from (select from act group by account, key having count(*) > 1) twice";

    /** @param lost acknowledged and not there @param half there in part @param duplicated there twice */
    record Found(int lost, int half, int duplicated) {}

    private Books() {}

    static Found compare(Connection superuser, Set<UUID> acknowledged) throws SQLException {
        try (var sql = superuser.prepareStatement("""
                select count(*) filter (where acts = 0), count(*) filter (where acts = 1 and (results <> 1 or records = 0)),
                       count(*) filter (where acts > 1 or records > 1)
                from (select count(distinct a.id) acts, count(distinct r.act) results, count(distinct n.id) records
                      from unnest(?::uuid[]) told(key) left join act a on a.key = told.key left join act_result r on r.act = a.id
                      left join noted_record n on n.act = a.id group by told.key) found""")) {
            sql.setArray(1, superuser.createArrayOf("uuid", acknowledged.toArray()));
            try (var row = sql.executeQuery()) {
                row.next();
                int half = row.getInt(2);
                for (var question : HALF) {
                    half += number(superuser, question);
                }
                return new Found(row.getInt(1), half, row.getInt(3) + number(superuser, TWICE));
            }
        }
    }

    static int number(Connection superuser, String question) throws SQLException {
        try (var sql = superuser.createStatement(); var row = sql.executeQuery(question)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The program's own audit over the whole chain. */
    static boolean intact(Installed program, Path data) throws InterruptedException {
        try {
            program.said(List.of("audit", "--data", data.toString()));
            return true;
        } catch (IOException differs) {
            System.out.println("  " + differs.getMessage());
            return false;
        }
    }
}
