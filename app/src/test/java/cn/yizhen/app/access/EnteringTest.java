package cn.yizhen.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Passwords, sessions and locks as the settings say, through the pages. */
@AppTest
@DisplayName("登录、会话与锁定")
class EnteringTest {

    private static final String PASSWORD = "一个够长的密码呀";

    @Autowired MockMvc web;
    @Autowired Accounts accounts;
    @Autowired Acts acts;
    @Autowired Transactions transactions;
    @Autowired OpenSessions sessions;
    @Autowired DemoPeople people;
    @Autowired Ids ids;
    @Autowired TestClock clock;
    @Autowired AccessSettings access;
    @Autowired HostSettings host;
    private SignedIn keeper;

    @BeforeEach
    void anAccountWithAPassword() {
        keeper = account("guan" + ids.next().toString().substring(30), Permission.KEEP_ORGANISATION);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    @DisplayName("连续输错五次，第六次对了也不行；过了时间才行；系统管理员可以解除")
    void tooManyFailuresLock() throws Exception {
        for (var i = 0; i < 5; i++) {
            assertThat(login(keeper.login(), "不对的密码呀呀").getResponse().getStatus()).isEqualTo(422);
        }
        var locked = login(keeper.login(), PASSWORD).getResponse();
        assertThat(locked.getStatus()).isEqualTo(429);
        assertThat(locked.getContentAsString(StandardCharsets.UTF_8)).contains("15 分钟后再试");
        clock.advance(Duration.ofMinutes(15));
        assertThat(login(keeper.login(), PASSWORD).getResponse().getStatus()).isEqualTo(302);

        IntStream.range(0, 5).forEach(_ -> wrong());
        var page = as("xitong", get("/locks")).getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(keeper.login());
        as("xitong", post("/locks/lifted").param("key", ids.next().toString()).param("name", keeper.login()));
        assertThat(login(keeper.login(), PASSWORD).getResponse().getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("输错的次数和锁定不因断电重启归零；解除过的、过了时间的不再算")
    void aRestartLiftsNoLock() throws Exception {
        IntStream.range(0, 4).forEach(_ -> wrong());
        var restarted = restarted();
        assertThat(restarted.tooMany(keeper.login())).isFalse();
        assertThat(restarted.failed(keeper.login())).as("第五次").isTrue();
        wrong();
        clock.advance(Duration.ofMinutes(14));
        assertThat(restarted().tooMany(keeper.login())).isTrue();
        assertThat(restarted().minutesLeft(keeper.login())).isEqualTo(1);
        as("xitong", post("/locks/lifted").param("key", ids.next().toString()).param("name", keeper.login()));
        assertThat(restarted().tooMany(keeper.login())).isFalse();
        IntStream.range(0, 5).forEach(_ -> wrong());
        clock.advance(Duration.ofMinutes(15));
        assertThat(restarted().tooMany(keeper.login())).isFalse();
    }

    @Test
    @DisplayName("锁定从最后一次输错算起，满规定的时间")
    void aLockLastsItsTime() throws Exception {
        wrong();
        clock.advance(Duration.ofMinutes(14));
        IntStream.range(0, 4).forEach(_ -> wrong());
        clock.advance(Duration.ofMinutes(14));
        assertThat(login(keeper.login(), PASSWORD).getResponse().getStatus()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(login(keeper.login(), PASSWORD).getResponse().getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("登录失败、锁定写进审计，写的是账号，不是输入的内容；成功登录不写，管理员的除外")
    void failuresStandInTheAudit() throws Exception {
        var before = acts();
        login(keeper.login(), "手误输进来的密码");
        login("没有这个人", "密码密码密码密码");
        assertThat(since(before)).containsExactly("login.failed", "login.failed");
        assertThat(contents(before)).contains(keeper.login()).doesNotContain("手误", "没有这个人");
        before = acts();
        login(keeper.login(), PASSWORD);
        assertThat(since(before)).isEmpty();
        var auditor = account("sj" + ids.next().toString().substring(30), Permission.AUDIT);
        before = acts();
        login(auditor.login(), PASSWORD);
        assertThat(since(before)).containsExactly("login.administrator");
    }

    @Test
    @DisplayName("登录后换一个新会话，登录前放进会话里的东西带不过来")
    void noFixation() throws Exception {
        var planted = new MockHttpSession();
        planted.setAttribute("planted", "别人放的");
        var entered = web.perform(post("/login").session(planted).param("login", keeper.login()).param("password", PASSWORD).with(csrf())).andReturn();
        var session = entered.getRequest().getSession(false);
        assertThat(session.getId()).isNotEqualTo(planted.getId());
        assertThat(session.getAttribute("planted")).isNull();
        assertThat(planted.isInvalid()).isTrue();
    }

    @Test
    @DisplayName("半小时不用就退出，一直在用也最长十二小时")
    void sessionsEnd() throws Exception {
        var session = enter();
        clock.advance(Duration.ofMinutes(29));
        assertThat(opens(session)).isTrue();
        clock.advance(Duration.ofMinutes(29));
        assertThat(opens(session)).isTrue();
        clock.advance(Duration.ofMinutes(30));
        assertThat(opens(session)).isFalse();

        var busy = enter();
        for (var i = 0; i < 35; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(opens(busy)).isTrue();
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(opens(busy)).isFalse();
    }

    @Test
    @DisplayName("一个账号超过规定处数，最早的一处退出")
    void theOldestSessionEnds() {
        var account = ids.next();
        var open = IntStream.range(0, 4).mapToObj(_ -> new MockHttpSession()).toList();
        open.forEach(session -> sessions.add(account, session, 3));
        assertThat(open.stream().map(MockHttpSession::isInvalid)).containsExactly(true, false, false, false);
        sessions.endAll(account);
        assertThat(open.stream().allMatch(MockHttpSession::isInvalid)).isTrue();
    }

    @Test
    @DisplayName("停用的账号进不来，正在用的页面随即失效；恢复后照常")
    void closedAccounts() throws Exception {
        var session = enter();
        close(true);
        assertThat(session.isInvalid()).isTrue();
        assertThat(login(keeper.login(), PASSWORD).getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("已经停用");
        close(false);
        assertThat(login(keeper.login(), PASSWORD).getResponse().getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("安全管理员停用不了自己")
    void notOneself() throws Exception {
        var self = people.signedIn("anquan").account();
        var answer = as("anquan", post("/accounts/" + self + "/closing").param("key", ids.next().toString()).param("closed", "true"));
        assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("不能停用自己");
        assertThat(accounts.closed(people.signedIn("anquan"))).isFalse();
    }

    @Test
    @DisplayName("一个账号不能兼两种管理职责，数据库也不让")
    void separatedAdministrators() {
        assertThatThrownBy(() -> perform(writing -> accounts.add(writing, "liang", null, Set.of(Permission.SYSTEM, Permission.AUDIT))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> perform(writing -> accounts.add(writing, "jian", null, Set.of(Permission.SECURITY, Permission.KEEP_ORGANISATION))))
                .isInstanceOf(IllegalArgumentException.class);
        for (var roles : List.of("{SYSTEM,SECURITY}", "{SECURITY,AUDIT}", "{AUDIT,KEEP_ORGANISATION}")) {
            assertThatThrownBy(() -> perform(writing -> {
                writing.sql().sql("insert into account (id, county, act, login, roles) values (?, ?, ?, ?, cast(? as text[]))")
                        .params(ids.next(), "539900", writing.act(), "x" + ids.next(), roles).update();
                return ids.next();
            }))
                    .hasMessageContaining("one_duty_of_administration");
        }
    }

    /** As the program counts that starts now. */
    private LoginAttempts restarted() {
        var attempts = new LoginAttempts(access, clock, transactions, host);
        attempts.afterPropertiesSet();
        return attempts;
    }

    private void wrong() {
        try {
            login(keeper.login(), "不对的密码呀呀");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void close(boolean closed) throws Exception {
        as("anquan", post("/accounts/" + keeper.account() + "/closing").param("key", ids.next().toString()).param("closed", String.valueOf(closed)));
    }

    private MockHttpSession enter() throws Exception {
        return (MockHttpSession) login(keeper.login(), PASSWORD).getRequest().getSession(false);
    }

    private boolean opens(MockHttpSession session) throws Exception {
        return web.perform(get("/institutions").session(session)).andReturn().getResponse().getStatus() == 200;
    }

    private MvcResult login(String login, String password) throws Exception {
        return web.perform(post("/login").param("login", login).param("password", password).with(csrf())).andReturn();
    }

    private MvcResult as(String login, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf()).with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")))).andReturn();
    }

    private SignedIn account(String login, Permission role) {
        perform(writing -> {
            var id = accounts.add(writing, login, null, Set.of(role));
            accounts.setPassword(writing, id, PASSWORD);
            return id;
        });
        return accounts.find("539900", login).orElseThrow();
    }

    private void perform(Function<Writing, UUID> work) {
        acts.perform(system(), new Act(ids.next(), "account.opened", null, null, null, Map.of()), writing -> {
            work.apply(writing);
            return Outcome.done("/");
        });
    }

    private static Scope system() {
        return Scope.system("539900", "测试", AsOf.on(LocalDate.of(2026, 11, 23)));
    }

    private long acts() {
        return transactions.reading(system(), sql -> sql.sql("select coalesce(max(seq), 0) from act").query(Long.class).single());
    }

    private List<String> since(long seq) {
        return transactions.reading(system(), sql -> sql.sql("select kind from act where seq > ? order by seq").param(seq).query(String.class).list());
    }

    private String contents(long seq) {
        return transactions.reading(system(), sql -> String.join("\n",
                sql.sql("select convert_from(content, 'UTF8') from act where seq > ?").param(seq).query(String.class).list()));
    }
}
