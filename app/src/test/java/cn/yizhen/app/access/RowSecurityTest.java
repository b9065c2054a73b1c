package cn.yizhen.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yizhen.app.AppTest;
import cn.yizhen.rules.AsOf;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL decides last: what it would let through is listed here, table by table. */
@AppTest
class RowSecurityTest {

    /** Tables whose rows may also be removed or changed, with the reason. */
    private static final Set<String> NOT_APPEND_ONLY = Set.of(
            "act_pending" /* a queue: numbered acts leave it */,
            "complaint" /* past days are written anew in random order, so that no hour can be told */,
            "unit_reach" /* follows from the organisation; a correction takes a reach back */,
            "person_key" /* destroyed when a person is erased by law; the tombstone must stand first */);

    @Autowired Transactions transactions;
    @Autowired JdbcClient sql;
    @Autowired JdbcConnectionDetails database;

    private final Scope system = Scope.system("539900", "测试", AsOf.on(LocalDate.of(2026, 11, 23)));

    @Test
    void everyTableForcesItsPoliciesAndHasAtLeastOne() {
        var bare = sql.sql("""
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and c.relname <> 'flyway_schema_history'
                  and (not c.relrowsecurity or not c.relforcerowsecurity
                       or not exists (select from pg_policy p where p.polrelid = c.oid))
                """).query(String.class).list();
        assertThat(bare).isEmpty();
    }

    @Test
    void everyTableWithCountyDataNamesTheCounty() {
        var without = sql.sql("""
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                  and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'county')
                """).query(String.class).list();
        assertThat(without).isEmpty();
    }

    @Test
    void historyIsAppendOnly() {
        var changeable = sql.sql("""
                select distinct table_name from information_schema.role_table_grants
                where grantee = 'yizhen_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
                """).query(String.class).set();
        assertThat(changeable).isSubsetOf(NOT_APPEND_ONLY);
    }

    @Test
    void viewsAskAsWhoeverAsks() {
        var trusting = sql.sql("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
                  and not coalesce(reloptions::text like '%security_invoker=true%', false)
                """).query(String.class).list();
        assertThat(trusting).isEmpty();
    }

    @Test
    void withoutAScopeEveryTableWithCountyDataIsEmpty() {
        var tables = sql.sql("""
                select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and c.relname not in ('flyway_schema_history', 'installation')
                """).query(String.class).list();
        var seen = new TreeMap<String, Long>();
        for (var table : tables) {
            var rows = sql.sql("select count(*) from " + table).query(Long.class).single();
            if (rows > 0) {
                seen.put(table, rows);
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void anotherCountysScopeSeesNothing() {
        var elsewhere = Scope.system("110101", "测试", AsOf.on(LocalDate.of(2026, 11, 23)));
        long seen = transactions.reading(elsewhere, s -> s.sql("select count(*) from act_order").query(Long.class).single());
        assertThat(seen).isZero();
    }

    @Test
    void theProgramIsNoSuperuserAndOwnsNothing() {
        long strong = transactions.reading(system, s -> s.sql("""
                select count(*) from pg_roles r where r.rolname = current_user
                  and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
                       or exists (select from pg_class c where c.relowner = r.oid))
                """).query(Long.class).single());
        assertThat(strong).isZero();
    }

    @Test
    void nobodyConnectsWithoutAPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), ""))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "yizhen_superuser", "postgres"))
                .hasMessageContaining("password authentication failed");
    }
}
