package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.yizhen.app.YizhenApplication;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The same program for a county's own work, on a PostgreSQL it did not start. */
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
    void theFirstCodeMakesOneSecurityAdministratorAndOnlyItsPathIsTold() throws Exception {
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
            assertThat(get(program, "/accounts").body()).contains("管理账号").doesNotContain("演示系统");
        }
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
        var superuser = new EmbeddedPostgres.DatabaseLogin(external.url(), EmbeddedPostgres.SUPERUSER, theirs.secret("superuser.password"));
        assertRefused(() -> start(somewhere.resolve("strong"), List.of("--no-demo"), superuser), "权限过大");
    }

    @Test
    void aDemonstrationsDatabaseIsNoCountysAndTheOtherWayRound() {
        var data = somewhere.resolve("embedded");
        start(data, List.of("--no-demo"), null).close();
        assertRefused(() -> start(data, List.of("--demo"), null), "不是演示库");
    }

    @Test
    void aSecondProgramOnOneDirectoryIsRefused() {
        assertRefused(() -> DataDirectory.take(theirs.root()), "正由另一个一针程序使用");
    }

    private static ConfigurableApplicationContext start(Path data, List<String> options, EmbeddedPostgres.DatabaseLogin app) {
        var words = new ArrayList<>(options);
        words.addAll(List.of("--port", "0", "--data", data.toString()));
        if (app != null) {
            words.addAll(List.of(
                    "--yizhen.database.url=" + external.url(),
                    "--yizhen.database.owner-password=" + external.owner().password(),
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
