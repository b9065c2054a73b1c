package cn.yizhen.app.upward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.yizhen.app.host.DataDirectory;
import cn.yizhen.app.host.EmbeddedPostgres;
import cn.yizhen.app.host.DatabaseLogin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real servers: a county's returns reach the receiving level by replication, also after the slot was lost. */
@DisplayName("上报数据的复制")
class ReplicationTest {

    private static final String COUNTY = "539901";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir static Path somewhere;
    private static DataDirectory below;
    private static DataDirectory above;
    private static EmbeddedPostgres county;
    private static EmbeddedPostgres province;

    @BeforeAll
    static void twoServers() {
        below = DataDirectory.take(somewhere.resolve("county"));
        above = DataDirectory.take(somewhere.resolve("province"));
        county = EmbeddedPostgres.start(below, List.of("wal_level=logical", "min_wal_size=32MB", "max_wal_size=64MB"));
        province = EmbeddedPostgres.start(above);
        for (var server : List.of(county, province)) {
            Flyway.configure().dataSource(server.url(), server.owner().user(), server.owner().password()).outOfOrder(true).load().migrate();
        }
    }

    @AfterAll
    static void stopThem() {
        province.close();
        county.close();
        below.close();
        above.close();
    }

    @Test
    @DisplayName("先有的复制过去，后签发的跟着过去；别的县的不去；槽丢了，接收级看得出断了，重新复制以后一行不少一行不多")
    void rowsTravelAndTravelAgain() throws SQLException {
        issue(COUNTY, 1);
        issue("539999", 1);
        run(county.superuser(), script("publish", Map.of("password", "secret", "keep", "16MB")));
        run(province.superuser(), subscribe());
        await().atMost(PATIENCE).until(() -> returns(province) == 1);

        restartTheWorker();
        issue(COUNTY, 2);
        await().atMost(PATIENCE).until(() -> returns(province) == 2);
        assertThat(number(province.superuser(), "select count(*) from upward_row where county = '539999'")).isZero();
        assertThat(seenByTheProgram("539000")).as("no policy shows a county that is not registered").isZero();
        run(province.superuser(), "insert into upward_source (id, county, act, source, source_name, route) values (gen_random_uuid(), '539000', '" + anAct() + "', '" + COUNTY + "', '县', 'replica')");
        assertThat(seenByTheProgram("539000")).isEqualTo(2);
        // the one that applies ends for a moment where it has handed a table's copy over
        await().atMost(PATIENCE).until(() -> number(province.app(), "select count(*) from pg_stat_subscription where subname = 'upward_539901' and pid is not null and relid is null") == 1);

        run(province.superuser(), "alter subscription upward_539901 disable");
        await().atMost(PATIENCE).until(() -> number(county.superuser(), "select count(*) from pg_replication_slots where active") == 0);
        issue(COUNTY, 3);
        loseTheSlot();
        run(province.superuser(), "alter subscription upward_539901 enable");
        assertThat(returns(province)).isEqualTo(2);

        run(province.superuser(), script("recopy", Map.of()));
        run(county.superuser(), "select pg_drop_replication_slot('upward_539901')");
        run(province.superuser(), subscribe());
        // each table is copied by itself, the rows of a return after it or before it
        await().atMost(PATIENCE).until(() -> returns(province) == 3 && number(province.superuser(), "select count(*) from upward_row where county = '539901'") == 3);
        issue(COUNTY, 4);
        await().atMost(PATIENCE).until(() -> returns(province) == 4);
    }

    @Test
    @DisplayName("复制用的角色只读得到三张合计表里本县的行")
    void theReplicationRoleReadsTotalsOnly() throws SQLException {
        run(county.superuser(), script("publish", Map.of("password", "secret", "keep", "16MB")));
        var role = new DatabaseLogin(county.url(), "yizhen_upward", "secret");
        var tables = strings(county.superuser(), "select table_name from information_schema.role_table_grants where grantee = 'yizhen_upward'");
        assertThat(tables).containsExactlyInAnyOrder("upward_return", "upward_row", "upward_dispatch");
        issue("539998", 1);
        assertThat(number(role, "select count(*) from upward_return where county <> '539901'")).isZero();
        assertThat(number(county.superuser(), "select count(*) from pg_roles where rolname = 'yizhen_upward' and (rolsuper or rolbypassrls)")).isZero();
    }

    @Test
    @DisplayName("命令打印填好的脚本；没写区划代码，说怎么写")
    void theCommandPrints() {
        assertThat(printed("publish", "--county", "539901")).contains("create publication upward_539901", "max_slot_wal_keep_size = '4GB'");
        assertThatThrownBy(() -> run(county.superuser(), printed("publish", "--county", "539901"))).hasMessageContaining("换成密码");
        assertThat(printed("recopy", "--county", "x")).contains("六位的区划代码");
        assertThat(printed("subscribe", "--county", "539901")).contains("--connection");
        assertThat(printed("subscribe", "--county", "539901", "--connection", "host=h user=u")).contains("host=h user=u password=请换成");
        assertThat(printed("publish", "--county", "539901", "--keeps", "4GB")).contains("不认识的参数：--keeps");
        assertThat(printed("publish", "--county", "539901", "--keep", "much")).contains("--keep 写得不对").doesNotContain("publication");
    }

    /** As a restart of the receiving server does: from now on it runs as the subscription's owner. */
    private static void restartTheWorker() throws SQLException {
        run(province.superuser(), "alter subscription upward_539901 disable");
        await().atMost(PATIENCE).until(() -> number(county.superuser(), "select count(*) from pg_replication_slots where active") == 0);
        run(province.superuser(), "alter subscription upward_539901 enable");
        assertThatThrownBy(() -> number(new DatabaseLogin(province.url(), "yizhen_replica", ""), "select 1")).isInstanceOf(SQLException.class);
    }

    private static String subscribe() {
        return script("subscribe", Map.of("connection", "host=127.0.0.1 port=" + county.port() + " dbname=yizhen user=yizhen_upward", "password", "secret"));
    }

    private static String script(String name, Map<String, String> values) {
        var all = new java.util.HashMap<>(values);
        all.put("county", COUNTY);
        return ReplicationCommand.script(name, all);
    }

    private static String printed(String... words) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ReplicationCommand.run(List.of(words), out, out);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** An act of the receiving level that its row of sources can point to. */
    private static UUID anAct() throws SQLException {
        var act = UUID.randomUUID();
        run(province.superuser(), "insert into act (id, county, account, kind, key, at, content, digest) values ('" + act
                + "', '539000', gen_random_uuid(), 'upward.replica-registered', gen_random_uuid(), '2026-10-09T09:00:00Z', '', '')");
        return act;
    }

    /** A return with one row, as the county's program would write it. */
    private static void issue(String code, int number) throws SQLException {
        var act = UUID.randomUUID();
        var one = UUID.randomUUID();
        run(county.app(), """
                begin;
                select set_config('yizhen.county', '%1$s', true), set_config('yizhen.permissions', 'SUPERVISE', true);
                insert into upward_return (id, county, act, number, period_from, period_until, on_day, known, catalogue, issued_on, reason)
                  values ('%2$s', '%1$s', '%3$s', %4$d, '2026-07-01', '2026-10-01', '2026-10-09', 9, 'ab', '2026-10-09', '');
                insert into upward_row (id, county, act, return_id, area_kind, area_code, area_name, place, pillar, institution, duty, title,
                  period_from, period_until, counted_out, exempt, met, met_late, open, not_seen)
                  values (gen_random_uuid(), '%1$s', '%3$s', '%2$s', 'county', '%1$s', '全县', 0, '政治思想建设', '三会一课', 'd', '支部党员大会', '2026-07-01', '2026-10-01', 0, 0, 5, 0, 0, 1);
                commit""".formatted(code, one, act, number));
    }

    /** Writes more log than the slot may keep. */
    private static void loseTheSlot() {
        await().atMost(PATIENCE).until(() -> {
            run(county.superuser(), "create table if not exists noise (words text)");
            run(county.superuser(), "insert into noise select repeat(md5(i::text), 30) from generate_series(1, 20000) i");
            run(county.superuser(), "select pg_switch_wal()");
            run(county.superuser(), "checkpoint");
            return number(county.superuser(), "select count(*) from pg_replication_slots where wal_status = 'lost'") == 1;
        });
    }

    private static long returns(EmbeddedPostgres server) throws SQLException {
        return number(server.superuser(), "select count(*) from upward_return where county = '539901'");
    }

    private static long seenByTheProgram(String asking) throws SQLException {
        try (var connection = province.app().open(); var statement = connection.createStatement()) {
            statement.execute("select set_config('yizhen.county', '" + asking + "', false)");
            try (var found = statement.executeQuery("select count(*) from upward_return")) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static void run(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.open(); var statement = connection.createStatement()) {
            // one statement at a time, as psql does: a subscription is made outside a transaction
            var open = new StringBuilder();
            for (var line : sql.lines().toList()) {
                open.append(line).append('\n');
                if (line.strip().endsWith(";") && open.toString().split("\\$\\$", -1).length % 2 == 1) {
                    statement.execute(open.toString());
                    open.setLength(0);
                }
            }
            if (!open.toString().isBlank()) {
                statement.execute(open.toString());
            }
        }
    }

    private static long number(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.open(); var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static List<String> strings(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.open(); var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            var all = new java.util.ArrayList<String>();
            while (found.next()) {
                all.add(found.getString(1));
            }
            return all;
        }
    }
}
