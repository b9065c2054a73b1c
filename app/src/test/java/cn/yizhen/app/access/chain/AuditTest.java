package cn.yizhen.app.access.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.ActSealer;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.crypto.CryptoProfile;
import cn.yizhen.app.crypto.SigningKey;
import cn.yizhen.app.host.OpenDatabase;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody with the owner's password edits the database behind the program's back; each edit is taken back afterwards. */
@AppTest
class AuditTest {

    @Autowired Acts acts;
    @Autowired ActSequencer sequencer;
    @Autowired ActSealer sealer;
    @Autowired Ids ids;
    @Autowired HostSettings settings;
    @TempDir Path folder;

    private final List<UUID> mine = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();
    private Head head;

    @BeforeEach
    void threeActsAreSealedAndTheEndIsSigned() throws Exception {
        var scope = Scope.of("539900", ids.next(), null, "某人", Set.of(), List.of(), AsOf.on(LocalDate.of(2026, 11, 23)));
        for (int n = 1; n <= 3; n++) {
            mine.add(((Performed.Done) acts.perform(scope, new Act(ids.next(), "test.done", null, null, null, Map.of("n", n)),
                    _ -> Outcome.done("/"))).act());
            sequencer.round();
        }
        // the program's own rounds go on: what one of theirs has in hand, ours passes over
        await().until(() -> {
            sequencer.round();
            sealer.round();
            return sealed() == mine.size();
        });
        asOwner(sql -> {
            mine.forEach(act -> places.add(sql.sql("select number from act_seal where act = ?").param(act).query(Long.class).single()));
            head = Head.now("539900", places.getLast(), mine.getLast(), sql.sql("select link from act_seal where number = ?")
                    .param(places.getLast()).query(byte[].class).single(), Instant.EPOCH, SigningKey.in(folder, CryptoProfile.STANDARD));
        });
    }

    @Test
    @DisplayName("没有人动过：演示县的全部记录与链、与链头一致")
    void anUntouchedHistoryIsIntact() throws Exception {
        asOwner(sql -> {
            var report = Audit.of(sql, List.of(head));
            assertThat(report.faults()).isEmpty();
            assertThat(report.sealed()).isGreaterThanOrEqualTo(places.getLast());
            assertThat(report.proved()).isEqualTo(places.getLast());
        });
    }

    @Test
    @DisplayName("改一条操作的内容：说出是第几条")
    void anEditedActIsNamed() throws Exception {
        assertThat(found("update act set content = convert_to(replace(convert_from(content, 'UTF8'), '\"n\":2', '\"n\":9'), 'UTF8') where id = '"
                + mine.get(1) + "'")).contains("第 " + places.get(1) + " 条：操作内容被改");
    }

    @Test
    @DisplayName("内容和摘要一起改，也看得出来")
    void anActEditedWithItsDigestIsNamed() throws Exception {
        assertThat(found("update act set content = '{}', digest = '\\x" + java.util.HexFormat.of().formatHex(cn.yizhen.app.access.Sm3.digest("{}".getBytes()))
                + "' where id = '" + mine.get(1) + "'")).contains("第 " + places.get(1) + " 条：操作内容被改");
    }

    @Test
    @DisplayName("只改操作的人，不改内容，也看得出来")
    void anotherAccountInTheColumnIsNamed() throws Exception {
        assertThat(found("update act set account = gen_random_uuid() where id = '" + mine.get(1) + "'"))
                .contains("第 " + places.get(1) + " 条：表 act 有行被改（共 1 行）");
    }

    @Test
    @DisplayName("操作记下的登记被改、被删、被加，说出是哪张表")
    void whatActsNotedIsCoveredToo() throws Exception {
        assertThat(found("update noted_record set topic = topic || '。' where id = (select id from noted_record order by id limit 1)"))
                .anyMatch(fault -> fault.matches("第 \\d+ 条：表 noted_record 有行被改（共 \\d+ 行）"));
        assertThat(found("delete from org_particular where id = (select id from org_particular order by id limit 1)"))
                .anyMatch(fault -> fault.matches("第 \\d+ 条：表 org_particular 有 1 行被删除（封存时 \\d+ 行）"));
        assertThat(found("delete from act_trail where act = '" + mine.get(1) + "'"))
                .containsExactly("第 " + places.get(1) + " 条：表 act_trail 有 1 行被删除（封存时 1 行）");
        assertThat(found("insert into organisation_change (act, county, title, day, paper, reason) values ('" + mine.get(1) + "', '539900', '补记', '2026-11-01', '', '')"))
                .containsExactly("第 " + places.get(1) + " 条：表 organisation_change 多出 1 行（封存时 0 行）");
    }

    @Test
    @DisplayName("口令被换、账号被加、权限被加，都看得出来，哪怕不写操作编号，或借用早先的、不存在的操作编号")
    void whatLetsSomebodyInIsCoveredToo() throws Exception {
        assertThat(found("update account_closing set closed = false", "update account set roles = '{KEEP_ORGANISATION}' where id = (select id from account where act is not null order by id limit 1)"))
                .anyMatch(fault -> fault.matches("第 \\d+ 条：表 account 有行被改（共 \\d+ 行）"));
        assertThat(found("insert into account_password (id, county, act, account, hash, at) select gen_random_uuid(), '539900', '" + mine.get(0)
                + "', id, 'x', now() from account limit 1"))
                .containsExactly("第 " + places.get(0) + " 条：表 account_password 多出 1 行（封存时 0 行）");
        assertThat(found("insert into account (id, county, act, login, roles) values (gen_random_uuid(), '539900', null, 'houmen', '{SECURITY}')"))
                .anyMatch(fault -> fault.startsWith("第 1 条之前：表 account 多出 1 行"));
        assertThat(found("alter table account_browser drop constraint account_browser_act_fkey",
                "insert into account_browser (id, county, act, account, digest, at) select gen_random_uuid(), '539900', gen_random_uuid(), id, 'x', now() from account limit 1"))
                .containsExactly("表 account_browser 有 1 行指向不存在的操作：是从外面加入的，或它们的操作被删除");
    }

    @Test
    @DisplayName("封存的内容被写成乱七八糟，照样核对完，说出是哪一条")
    void nonsenseInASealStopsNothing() throws Exception {
        assertThat(found("update act_seal set facts = 'act x y' where number = " + places.get(1)))
                .anyMatch(fault -> fault.equals("第 " + places.get(1) + " 条：封存本身被改，或前面有封存被改、被删"));
        assertThat(found("update seal_shape set columns = 'x'")).anyMatch(fault -> fault.contains("被改或被删除，用它封存的各条的内容无法核对"));
    }

    @Test
    @DisplayName("两条的次序被调换，说出是哪两条")
    void reorderedActsAreNamed() throws Exception {
        assertThat(found("update act_order set number = -1 where number = " + places.get(0),
                "update act_order set number = " + places.get(0) + " where number = " + places.get(1),
                "update act_order set number = " + places.get(1) + " where number = -1"))
                .anyMatch(fault -> fault.startsWith("第 " + places.get(0) + " 条：次序被调换"))
                .anyMatch(fault -> fault.startsWith("第 " + places.get(1) + " 条：次序被调换"));
    }

    @Test
    @DisplayName("连封存一起调换，链对不上")
    void reorderedSealsAreNamed() throws Exception {
        assertThat(found("update act_seal set number = 9000001 where number = " + places.get(0),
                "update act_seal set number = " + places.get(0) + " where number = " + places.get(1),
                "update act_seal set number = " + places.get(1) + " where number = 9000001"))
                .anyMatch(fault -> fault.startsWith("第 " + places.get(0) + " 条：封存"));
    }

    @Test
    @DisplayName("中间一条连同封存被删除：说出缺的是第几条")
    void aRemovedActIsNamed() throws Exception {
        assertThat(found(removing(1))).contains("第 " + places.get(1) + " 条：封存被删除，编号也被删除");
    }

    @Test
    @DisplayName("末尾被截去：没有链头看不出来，有链头说出少了几条")
    void aCutTailIsSeenByTheHeadAlone() throws Exception {
        asOwner(sql -> {
            loosen(sql);
            cutFrom(places.get(1)).forEach(statement -> sql.sql(statement).update());
            assertThat(Audit.of(sql, List.of()).faults()).isEmpty();
            assertThat(Audit.of(sql, List.of(head)).faults()).singleElement().asString().startsWith("截断：链头签到第 " + places.getLast() + " 条");
        });
    }

    @Test
    @DisplayName("改了内容又把链重算一遍：与链头不符")
    void aRecomputedChainDiffersFromTheHead() throws Exception {
        asOwner(sql -> {
            loosen(sql);
            var forged = new Link(places.getLast(), mine.getLast(), cn.yizhen.app.access.Sm3.digest("{}".getBytes()),
                    sql.sql("select shape from act_seal where number = ?").param(places.getLast()).query(String.class).single(), "");
            var before = sql.sql("select link from act_seal where number = ?").param(places.getLast() - 1).query(byte[].class).single();
            sql.sql("update act set content = '{}' where id = ?").param(mine.getLast()).update();
            sql.sql("update act_seal set digest = ?, facts = '', link = ? where number = ?").params(forged.digest(), forged.after(before), places.getLast()).update();
            assertThat(Audit.of(sql, List.of(head)).faults()).anyMatch(fault -> fault.contains("链值与链头不符"));
        });
    }

    @Test
    @DisplayName("从外面加入一条操作，也看得出来")
    void anActPutInFromOutsideIsNamed() throws Exception {
        assertThat(found("insert into act (id, county, account, kind, key, at, content, digest) select gen_random_uuid(), county, account, kind,"
                + " gen_random_uuid(), at, content, digest from act where id = '" + mine.get(0) + "'"))
                .singleElement().asString().contains("没有编号，也不在等候编号");
    }

    @Test
    @DisplayName("没有封存的尾部要说出来，不算异常")
    void theUnsealedTailIsTold() throws Exception {
        asOwner(sql -> {
            loosen(sql);
            sql.sql("delete from act_seal where number >= ?").param(places.getLast()).update();
            var report = Audit.of(sql, List.of());
            assertThat(report.faults()).isEmpty();
            assertThat(report.tail()).isGreaterThanOrEqualTo(1);
        });
    }

    @Test
    @DisplayName("命令：平台运行着也能核对；链头文件少一行、签名被改，都是异常；写错参数给出用法")
    void theCommandAnswersWithItsExitCode() throws Exception {
        var file = new HeadFile(folder.resolve("heads.jsonl"));
        var key = SigningKey.in(folder, CryptoProfile.GM);
        for (int n = 0; n < 3; n++) {
            file.add("539900", head.number(), head.act(), java.util.HexFormat.of().parseHex(head.link()), Instant.EPOCH.plusSeconds(n), key);
        }
        assertThat(command("--data", settings.data().toString(), "--head", file.file().toString())).startsWith("0").contains("与链头一致");
        var lines = Files.readAllLines(file.file());
        Files.write(file.file(), List.of(lines.get(0), lines.get(2)));
        assertThat(command("--data", settings.data().toString(), "--head", file.file().toString())).startsWith("1").contains("中间有行被删");
        Files.write(file.file(), List.of(lines.get(0).replace("\"number\":" + head.number(), "\"number\":1")));
        assertThat(command("--data", settings.data().toString(), "--head", file.file().toString())).startsWith("1").contains("签名不符");
        assertThat(command("--data", settings.data().toString(), "--head", folder.resolve("none").toString())).startsWith("3").contains("不存在");
        assertThat(command("--haed", "x")).startsWith("2").contains("用法");
        assertThat(command("--data", folder.toString())).startsWith("3").contains("没有内置数据库");
    }

    private static String command(String... words) {
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return AuditCommand.run(List.of(words), stream, stream) + said.toString(StandardCharsets.UTF_8);
    }

    private List<String> found(String... edits) throws Exception {
        var faults = new ArrayList<String>();
        asOwner(sql -> {
            loosen(sql);
            for (var edit : edits) {
                sql.sql(edit).update();
            }
            faults.addAll(Audit.of(sql, List.of(head)).faults());
        });
        return faults;
    }

    private String[] removing(int index) {
        return List.of("act_seal", "act_order", "act_result", "act_trail").stream()
                .map(table -> "delete from " + table + " where act = '" + mine.get(index) + "'")
                .toList().toArray(String[]::new);
    }

    /** Nothing of these acts is left: not the act, its number, its seal, nor what it noted. */
    private static List<String> cutFrom(long number) {
        var cut = "(select act from act_order where number >= " + number + ")";
        return List.of("create temporary table cut on commit drop as select act from act_order where number >= " + number,
                "delete from act_seal where number >= " + number, "delete from act_result where act in " + cut,
                "delete from act_trail where act in " + cut, "delete from act_order where number >= " + number,
                "delete from act where id in (select act from cut)");
    }

    /** What the owner of the tables can do to them. */
    private static void loosen(JdbcClient sql) {
        sql.sql("select set_config('yizhen.county', '539900', true), set_config('yizhen.system', 'x', true)").query((_, _) -> 1).single();
        // the program's own rounds wait meanwhile, so that their locks and these never meet crosswise
        sql.sql("select pg_advisory_xact_lock(?), pg_advisory_xact_lock(?)").params(0x59495A48454E31L, 0x59495A48454E32L).query((_, _) -> 1).single();
        // what waits for a number is looked up without them, always act_pending before act
        for (var table : List.of("act_pending", "act", "act_order", "act_seal", "act_result", "act_trail", "noted_record", "org_particular", "organisation_change",
                "account", "account_closing", "account_password", "account_browser", "seal_shape")) {
            sql.sql("alter table " + table + " no force row level security").update();
        }
    }

    private int sealed() throws SQLException {
        var sealed = new ArrayList<UUID>();
        asOwner(sql -> mine.forEach(act -> sealed.addAll(sql.sql("select act from act_seal where act = ?").param(act).query(UUID.class).list())));
        return sealed.size();
    }

    private interface Edits {
        void with(JdbcClient sql);
    }

    private void asOwner(Edits edits) throws SQLException {
        try (var database = OpenDatabase.in(settings.data()); var connection = database.owning()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            sql.sql("select set_config('yizhen.county', '539900', true), set_config('yizhen.system', 'x', true)").query((_, _) -> 1).single();
            edits.with(sql);
            connection.rollback();
        }
    }
}
