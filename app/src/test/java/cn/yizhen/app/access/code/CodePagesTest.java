package cn.yizhen.app.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.AccessSettings;
import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Scopes;
import cn.yizhen.app.access.SignedIn;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Setting up a one-time code and being asked for it, as its holder does it in the browser. */
@AppTest
@DisplayName("动态口令")
class CodePagesTest {

    private static final String PASSWORD = "一个够长的密码呀";
    private static final String ROSTER = "/organisation/roster.xlsx";

    @Autowired MockMvc web;
    @Autowired Accounts accounts;
    @Autowired Acts acts;
    @Autowired Codes codes;
    @Autowired Scopes scopes;
    @Autowired AccessSettings settings;
    @Autowired DemoPeople people;
    @Autowired Ids ids;
    @Autowired TestClock clock;
    @Autowired RequestMappingHandlerMapping routes;
    private SignedIn keeper;
    private OneTimeCode phone;
    private List<String> recovery;

    @BeforeEach
    void somebodyWithACode() throws Exception {
        var login = "kou" + ids.next().toString().substring(30);
        var system = Scope.system("539900", "测试", AsOf.on(LocalDate.of(2026, 11, 23)));
        acts.perform(system, new Act(ids.next(), "account.opened", null, null, null, Map.of()), writing -> {
            accounts.setPassword(writing, accounts.add(writing, login, null, Set.of(Permission.KEEP_ORGANISATION)), PASSWORD);
            return Outcome.done("/");
        });
        keeper = accounts.find("539900", login).orElseThrow();
        setUp(enter());
        clock.advance(Duration.ofMinutes(2));
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    private void setUp(MockHttpSession session) throws Exception {
        var page = text(web.perform(get("/code/setup").session(session)).andReturn());
        var secret = Pattern.compile("<span class=\"code\">([A-Z2-7 ]+)</span>").matcher(page);
        assertThat(secret.find()).isTrue();
        phone = new OneTimeCode(CodeMac.SHA1, decoded(secret.group(1).replace(" ", "")));
        assertThat(send(session, "/code/setup", "000000").getResponse().getStatus()).isEqualTo(422);
        assertThat(send(session, "/code/setup", now()).getResponse().getRedirectedUrl()).isEqualTo("/code/recovery");
        var shown = text(web.perform(get("/code/recovery").session(session).flashAttr("recovery", flashed)).andReturn());
        recovery = Pattern.compile("<li>([0-9A-Z-]{19})</li>").matcher(shown).results().map(found -> found.group(1)).toList();
    }

    private Object flashed;

    private MvcResult send(MockHttpSession session, String address, String code) throws Exception {
        var sent = web.perform(post(address).session(session).param("key", ids.next().toString()).param("code", code).with(csrf())).andReturn();
        flashed = sent.getFlashMap().get("recovery") == null ? flashed : sent.getFlashMap().get("recovery");
        return sent;
    }

    @Test
    @DisplayName("恢复码十个，只显示一次")
    void tenRecoveryCodesShownOnce() throws Exception {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        var session = proved();
        assertThat(text(web.perform(get("/code/recovery").session(session)).andReturn())).contains("只显示一次").contains("还有 10 个")
                .doesNotContain(recovery.getFirst());
    }

    @Test
    @DisplayName("打开页面先问口令，输对了回到原来要去的那一页")
    void askedOnTheWay() throws Exception {
        var session = enter();
        assertThat(opened(session, "/organisation/import?from=x").getRedirectedUrl()).isEqualTo("/code");
        assertThat(send(session, "/code", "12345").getResponse().getStatus()).isEqualTo(422);
        assertThat(send(session, "/code", now()).getResponse().getRedirectedUrl()).isEqualTo("/organisation/import?from=x");
        assertThat(opened(session, "/organisation/import").getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("同一个口令第二次不算，早先的也不算")
    void aCodeCountsOnce() throws Exception {
        var used = now();
        assertThat(send(enter(), "/code", used).getResponse().getStatus()).isEqualTo(302);
        assertThat(text(send(enter(), "/code", used))).contains("已经用过");
        assertThat(text(send(enter(), "/code", phone.at(OneTimeCode.step(clock.instant()) - 1)))).contains("已经用过");
        clock.advance(Duration.ofSeconds(30));
        assertThat(send(enter(), "/code", now()).getResponse().getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("手机不在身边，恢复码代替一次，只一次")
    void aRecoveryCodeCountsOnce() throws Exception {
        assertThat(send(enter(), "/code", recovery.get(3).toLowerCase()).getResponse().getStatus()).isEqualTo(302);
        assertThat(send(enter(), "/code", recovery.get(3)).getResponse().getStatus()).isEqualTo(422);
        assertThat(send(enter(), "/code", recovery.get(4)).getResponse().getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("输错五次停一刻钟，输对也不行")
    void guessingIsStopped() throws Exception {
        var session = enter();
        for (var i = 0; i < 5; i++) {
            send(session, "/code", "00000" + i);
        }
        assertThat(send(session, "/code", now()).getResponse().getStatus()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(15));
        assertThat(send(enter(), "/code", now()).getResponse().getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("八小时后再问；正在提交的表单不因此丢掉，导出要再核对")
    void itHoldsForATime() throws Exception {
        var session = proved();
        for (var i = 0; i < 17; i++) {
            clock.advance(Duration.ofMinutes(28));
            assertThat(opened(session, "/code/recovery").getStatus()).isEqualTo(200);
        }
        assertThat(opened(session, ROSTER).getStatus()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(5));
        assertThat(opened(session, ROSTER).getRedirectedUrl()).isEqualTo("/code");
        assertThat(opened(session, "/organisation/import").getRedirectedUrl()).isEqualTo("/code");
        var sent = web.perform(post("/organisation/reorganisation").session(session).param("key", ids.next().toString()).with(csrf())).andReturn();
        assertThat(sent.getResponse().getForwardedUrl()).isNull();
    }

    @Test
    @DisplayName("没有核对过口令就提交：不接收，页面说清到哪里核对")
    void whatIsSentUnprovedStaysWhereItWasTyped() throws Exception {
        var sent = web.perform(post("/organisation/reorganisation").session(enter()).param("key", ids.next().toString()).with(csrf())).andReturn();
        assertThat(sent.getResponse().getForwardedUrl()).isEqualTo("/code/needed");
        var page = web.perform(post("/code/needed").with(csrf()).with(authentication(new TestingAuthenticationToken(keeper, "", "USER")))).andReturn();
        assertThat(page.getResponse().getStatus()).isEqualTo(403);
        assertThat(text(page)).contains("没有丢").contains("/code");
    }

    @Test
    @DisplayName("丢了手机：安全管理员收回，重新设置前不再问旧的")
    void takenAway() throws Exception {
        web.perform(post("/accounts/" + keeper.account() + "/code-removal").param("key", ids.next().toString()).with(csrf())
                .with(authentication(new TestingAuthenticationToken(people.signedIn("anquan"), "", "USER"))));
        assertThat(codes.has("539900", keeper.account())).isFalse();
        assertThat(send(enter(), "/code", recovery.getFirst()).getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    @DisplayName("换一个之前，先用现在的核对")
    void replacingNeedsTheOldOne() throws Exception {
        assertThat(opened(enter(), "/code/setup").getRedirectedUrl()).isEqualTo("/code");
    }

    @Test
    @DisplayName("正式使用：管理员、乡镇、部门和县领导没有口令就先去设；村里只在导出时")
    void outsideADemonstrationItIsAskedOf() throws Exception {
        for (var login : List.of("anquan", "xitong", "shenji", "zhenshuji", "duchashi", "shuji")) {
            assertThat(gate(login, "/institutions")).as(login).isEqualTo("/code/setup");
        }
        for (var login : List.of("cunzhishu", "wenshu", "shequ")) {
            assertThat(gate(login, "/institutions")).as(login).isNull();
            assertThat(gate(login, ROSTER)).as(login).isEqualTo("/code/setup");
        }
    }

    /** Where the gate of a county's own installation leads, or null where it lets through. */
    private String gate(String login, String address) throws Exception {
        var county = new HostSettings(false, Path.of("none"), "539900", "云岭县", null, List.of(), "0.0.0.0", null, null);
        var gate = new CodeGate(codes, scopes, settings, county, clock);
        var request = new MockHttpServletRequest("GET", address);
        var response = new MockHttpServletResponse();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER"));
        request.setAttribute("org.springframework.web.util.ServletRequestPathUtils.PATH", null);
        org.springframework.web.util.ServletRequestPathUtils.parseAndCache(request);
        var handler = routes.getHandler(request).getHandler();
        return gate.preHandle(request, response, handler) ? null : response.getRedirectedUrl();
    }

    private MockHttpSession proved() throws Exception {
        var session = enter();
        assertThat(send(session, "/code", now()).getResponse().getStatus()).isEqualTo(302);
        return session;
    }

    private MockHttpServletResponse opened(MockHttpSession session, String address) throws Exception {
        return web.perform(get(address).session(session)).andReturn().getResponse();
    }

    private MockHttpSession enter() throws Exception {
        var entered = web.perform(post("/login").param("login", keeper.login()).param("password", PASSWORD).with(csrf())).andReturn();
        return (MockHttpSession) entered.getRequest().getSession(false);
    }

    private String now() {
        return phone.at(OneTimeCode.step(clock.instant()));
    }

    private static String text(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String base32) {
        var bits = new java.math.BigInteger("1");
        for (var letter : base32.toCharArray()) {
            bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        var bytes = bits.shiftRight(base32.length() * 5 % 8).toByteArray();
        return java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
