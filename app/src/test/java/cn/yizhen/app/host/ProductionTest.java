package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.yizhen.app.YizhenApplication;
import cn.yizhen.app.crypto.CryptoProfile;
import cn.yizhen.app.crypto.CryptoSettings;
import cn.yizhen.app.crypto.KeysCommand;
import cn.yizhen.app.crypto.Vault;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The same program for a county's own work, on a PostgreSQL it did not start. */
@ExtendWith(OutputCaptureExtension.class)
class ProductionTest {

    @TempDir static Path somewhere;
    private static DataDirectory theirs;
    private static EmbeddedPostgres external;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void aCountysOwnPostgreSqlIsRunning() {
        theirs = DataDirectory.take(somewhere.resolve("theirs"));
        external = EmbeddedPostgres.start(theirs);
    }

    @AfterAll
    static void stopIt() {
        external.close();
        theirs.close();
    }

    @Test
    void theFirstCodeMakesOneSecurityAdministratorAndOnlyItsPathIsTold(CapturedOutput told) throws Exception {
        var data = somewhere.resolve("ours");
        try (var program = start(data, List.of("--no-demo"), external.app())) {
            var file = data.resolve("secrets/first-run.code");
            var code = Files.readString(file).strip();
            assertThat(code).matches("[0-9a-f]{32}");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");

            assertThat(send(program, "/first-run", Map.of("code", "0".repeat(32), "login", "anquan", "password", "一个够长的密码呀"))
                    .body()).contains("一次性代码不对");
            assertThat(send(program, "/first-run", Map.of("code", code, "login", "anquan", "password", "一个够长的密码呀")).statusCode())
                    .isEqualTo(302);

            assertThat(file).doesNotExist();
            assertThat(get(program, "/first-run").statusCode()).isEqualTo(404);
            assertThat(send(program, "/login", Map.of("login", "anquan", "password", "一个够长的密码呀")).statusCode()).isEqualTo(302);

            assertThat(get(program, "/accounts").headers().firstValue("Location").orElse("")).endsWith("/code/setup");
            var setup = get(program, "/code/setup").body();
            var secret = found(setup, "<span class=\"code\">([A-Z2-7 ]+)</span>").replace(" ", "");
            assertThat(send(program, "/code/setup", Map.of("key", found(setup, "name=\"key\" value=\"([^\"]+)\""), "code", codeOf(secret))).statusCode()).isEqualTo(302);
            assertThat(get(program, "/accounts").body()).contains("管理账号").doesNotContain("演示系统");

            assertThat(told.getAll()).contains(file.toString()).doesNotContain(code).doesNotContain(secret).doesNotContain("一个够长的密码呀")
                    .doesNotContain(external.owner().password()).doesNotContain(external.app().password());
        }
    }

    @Test
    void aLostDatabaseIsToldCalmlyOnEveryPageAndToPrograms() throws Exception {
        try (var directory = DataDirectory.take(somewhere.resolve("lost")); var lost = EmbeddedPostgres.start(directory);
                var program = start(somewhere.resolve("lost-data"), List.of("--no-demo"), lost, lost.app())) {
            assertThat(get(program, "/login").statusCode()).isEqualTo(200);
            var form = Map.of("login", "anyone", "password", "一个够长的密码呀");
            lost.close();
            var page = send(program, "/login", form);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(page.body()).contains("暂时连不上数据库").doesNotContain("Exception");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
            var answer = browser.send(HttpRequest.newBuilder(at(program, "/api/v1/kinds")).header("Authorization", "Bearer yz_x").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).startsWith("{").contains("nextStep");
        }
    }

    @Test
    void errorPagesCarryThePolicyTooAndNoTrace() throws Exception {
        try (var program = start(somewhere.resolve("errors"), List.of(), null)) {
            for (var path : List.of("/static/x/no-such.css", "/api/no-such", "/direct-line/no-such", "/login/oauth2/code/x", "/%2e%2e/etc/passwd", "/a%00b", "/enter/provider")) {
                var page = get(program, path);
                assertThat(page.statusCode()).as(path).isBetween(302, 499);
                assertThat(page.body()).as(path).doesNotContain("Exception").doesNotContain("at org.");
                if (page.statusCode() == 404) {
                    assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).as(path).contains("script-src 'self'");
                    assertThat(page.headers().firstValue("X-Frame-Options")).as(path).hasValue("DENY");
                }
            }
        }
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** What an authenticator shows now (RFC 6238). */
    private static String codeOf(String base32) throws Exception {
        var bits = base32.chars().mapToObj(letter -> String.format("%5s", Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))).replace(' ', '0'))
                .collect(Collectors.joining());
        var secret = new byte[bits.length() / 8];
        for (var i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        var digest = mac.doFinal(ByteBuffer.allocate(8).putLong(System.currentTimeMillis() / 30_000).array());
        var cut = ByteBuffer.wrap(digest, digest[19] & 0xF, 4).getInt() & 0x7FFF_FFFF;
        return String.format("%06d", cut % 1_000_000);
    }

    @Test
    void itListensOnLoopbackWhenNothingProtectsTheLine() throws Exception {
        try (var program = start(somewhere.resolve("loopback"), List.of("--no-demo"), external.app())) {
            var address = ((org.springframework.boot.tomcat.TomcatWebServer) ((WebServerApplicationContext) program).getWebServer())
                    .getTomcat().getConnector().getProperty("address");
            assertThat(address.toString()).contains("127.0.0.1");
        }
    }

    @Test
    void aDemonstrationRefusesADatabaseAddress() {
        assertRefused(() -> start(somewhere.resolve("demo"), List.of(), external.app()), "演示模式不接受外部数据库地址");
    }

    @Test
    void itRefusesARoleThatCouldLookPastTheRowPolicies() {
        var superuser = new DatabaseLogin(external.url(), PostgresRoles.SUPERUSER, theirs.secret("superuser.password"));
        assertRefused(() -> start(somewhere.resolve("strong"), List.of("--no-demo"), superuser), "权限过大");
    }

    @Test
    void aDemonstrationsDatabaseIsNoCountysAndTheOtherWayRound() {
        var data = somewhere.resolve("embedded");
        start(data, List.of("--no-demo"), null).close();
        assertRefused(() -> start(data, List.of("--demo"), null), "不是演示库");
    }

    @Test
    void aDatabaseThatDoesNotAnswerOrLetUsInIsToldInTwoLines() {
        var nowhere = List.of("--no-demo", "--yizhen.database.url=jdbc:postgresql://127.0.0.1:1/yizhen", "--yizhen.database.owner-password=secret");
        assertRefused(() -> start(somewhere.resolve("unreached"), nowhere, null), "数据库连接不上（yizhen_app@");
        var wrong = new DatabaseLogin(external.url(), external.app().user(), "not-the-password");
        assertRefused(() -> start(somewhere.resolve("wrong"), List.of("--no-demo"), wrong), "数据库连接不上（yizhen_app@");
    }

    @Test
    void aDemonstrationHasNoOtherCounty() {
        var data = somewhere.resolve("other");
        assertRefused(() -> start(data, List.of("--demo", "--yizhen.county=539000"), null), "区划代码不能改");
        assertThat(data).as("nothing is begun").doesNotExist();
    }

    @Test
    void aDatabaseThatANewerProgramChangedIsRefusedAndLeftAlone() throws Exception {
        start(somewhere.resolve("before"), List.of("--no-demo"), external.app()).close();
        try (var owner = external.owner().open(); var sql = owner.createStatement()) {
            sql.execute("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (99999, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'yizhen_owner', 1, true)""");
            try {
                assertRefused(() -> start(somewhere.resolve("older"), List.of("--no-demo"), external.app()), "更新版本的一针");
            } finally {
                sql.execute("delete from flyway_schema_history where version = '9999'");
            }
        }
    }

    @Test
    @DisplayName("主密钥：换错了文件、丢了文件都不启动，放回原来的照常；更换后启动一次，旧的从文件里去掉")
    void theMasterKeyBelongsToItsDatabase() throws Exception {
        var data = somewhere.resolve("keyed");
        start(data, List.of("--no-demo"), null).close();
        var vault = Vault.open(CryptoSettings.plain(CryptoProfile.STANDARD), data);
        try (var database = OpenDatabase.alone(data); var connection = database.owning(); var sql = connection.createStatement()) {
            sql.execute("select set_config('yizhen.county', '539900', false), set_config('yizhen.system', '测试', false)");
            sql.execute("""
                    insert into person_data (id, county, act, person, unit, official, sealed)
                    select gen_random_uuid(), '539900', id, '00000000-0000-7000-8000-000000000001', gen_random_uuid(), true, '' from act limit 1""");
            sql.execute("insert into person_key (person, county, secret) values ('00000000-0000-7000-8000-000000000001', '539900', '\\x"
                    + HexFormat.of().formatHex(vault.newKey()) + "')");
        }
        var file = data.resolve("secrets/master.key");
        var right = Files.readString(file);
        Files.writeString(file, "aes " + "0".repeat(32) + "\n");
        assertRefused(() -> start(data, List.of("--no-demo"), null), "主密钥不对");
        Files.delete(file);
        assertRefused(() -> start(data, List.of("--no-demo"), null), "找不到主密钥文件");
        DataDirectory.writePrivately(file, right);
        assertThat(KeysCommand.run(List.of("rotate", "--data", data.toString(), "--profile", "gm"), System.out, System.err)).isZero();
        assertThat(Files.readAllLines(file)).hasSize(2);
        start(data, List.of("--no-demo"), null).close();
        assertThat(Files.readAllLines(file)).singleElement().asString().startsWith("sm4 ");
    }

    @Test
    void aSecondProgramOnOneDirectoryIsRefused() {
        assertRefused(() -> DataDirectory.take(theirs.root()), "正由另一个一针程序使用");
    }

    private static ConfigurableApplicationContext start(Path data, List<String> options, DatabaseLogin app) {
        return start(data, options, external, app);
    }

    private static ConfigurableApplicationContext start(Path data, List<String> options, EmbeddedPostgres server, DatabaseLogin app) {
        var words = new ArrayList<>(options);
        words.addAll(List.of("--port", "0", "--data", data.toString()));
        if (app != null) {
            words.addAll(List.of(
                    "--yizhen.database.url=" + server.url(),
                    "--yizhen.database.owner-password=" + server.owner().password(),
                    "--yizhen.database.app-user=" + app.user(),
                    "--yizhen.database.app-password=" + app.password()));
        }
        return YizhenApplication.start(words);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt, String what) {
        var failure = catchThrowable(attempt);
        assertThat(failure).isNotNull();
        assertThat(CannotStart.behind(failure)).hasValueSatisfying(refusal -> {
            assertThat(refusal).hasMessageContaining(what);
            assertThat(refusal.nextStep()).isNotBlank();
        });
    }

    private HttpResponse<String> get(ConfigurableApplicationContext program, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(program, path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(ConfigurableApplicationContext program, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(program, path).body());
        assertThat(token.find()).isTrue();
        var form = "_csrf=" + token.group(1) + fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return browser.send(HttpRequest.newBuilder(at(program, path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    private static URI at(ConfigurableApplicationContext program, String path) {
        return URI.create("http://127.0.0.1:" + ((WebServerApplicationContext) program).getWebServer().getPort() + path);
    }
}
