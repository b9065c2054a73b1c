package cn.yizhen.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.FakeProvider;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.SignedIn;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.organisation.PersonId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Entering by the county's identity provider, and the directory behind it, against a provider in this process. */
@AppTest
@DisplayName("统一身份认证")
class ProviderTest {

    private static final String VILLAGE_SECRETARY = "539900100201Z1-01";

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Identities identities;
    @Autowired ProviderSettings settings;
    @Autowired Transactions transactions;
    @Autowired Ids ids;
    @Autowired TestClock clock;
    private final FakeProvider provider = FakeProvider.running();
    private String subject;

    @BeforeEach
    void aSubjectOfTheSecretary() throws IOException {
        subject = "u-" + ids.next();
        Files.createDirectories(settings.directory());
        try (var old = Files.list(settings.directory())) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
    }

    @AfterEach
    void upAgain() {
        provider.down(false);
        clock.reset();
    }

    @Test
    @DisplayName("确认过的身份进来，就是那个账号，会话是新的")
    void aConfirmedSubjectEnters() throws Exception {
        confirm();
        var planted = new MockHttpSession();
        var entered = enter(planted, UnaryOperator.identity());
        assertThat(entered.getResponse().getRedirectedUrl()).isEqualTo("/");
        assertThat(signedIn(entered)).isEqualTo(people.signedIn("cunzhishu"));
        assertThat(planted.isInvalid()).isTrue();
    }

    @Test
    @DisplayName("没有确认过的身份：不开账号，页面说清找谁")
    void anUnknownSubjectIsNoAccount() throws Exception {
        var before = accounts();
        var refused = enter(new MockHttpSession(), UnaryOperator.identity());
        assertThat(refused.getResponse().getRedirectedUrl()).isEqualTo("/enter/provider/refused?why=UNKNOWN");
        assertThat(signedIn(refused)).isNull();
        assertThat(accounts()).isEqualTo(before);
        assertThat(page("UNKNOWN")).contains("还没有本平台的账号").contains("安全管理员");
    }

    @Test
    @DisplayName("别的县的人进不来，没写明哪个县的也不行")
    void anotherCountysPersonIsRefused() throws Exception {
        confirm();
        assertThat(refusal(told -> with(told, "539901", false))).isEqualTo("COUNTY");
        assertThat(refusal(told -> with(told, null, false))).isEqualTo("COUNTY");
        assertThat(page("COUNTY")).contains("不是本县");
    }

    @Test
    @DisplayName("签名不对、随机数不对、过期的、别的签发方的凭据，一律不认")
    void forgedTokens() throws Exception {
        confirm();
        assertThat(refusal(told -> with(told, "539900", true))).isEqualTo("FAILED");
        assertThat(refusal(told -> new FakeProvider.Told(told.issuer(), told.subject(), "another", told.division(), told.at(), false))).isEqualTo("FAILED");
        assertThat(refusal(told -> new FakeProvider.Told(told.issuer(), told.subject(), told.nonce(), told.division(), told.at().minus(Duration.ofHours(1)), false)))
                .isEqualTo("FAILED");
        assertThat(refusal(told -> new FakeProvider.Told("http://elsewhere", told.subject(), told.nonce(), told.division(), told.at(), false))).isEqualTo("FAILED");
        assertThat(web.perform(get("/login/oauth2/code/county").param("code", "x").param("state", "not-ours").session(new MockHttpSession())).andReturn()
                .getResponse().getRedirectedUrl()).isEqualTo("/enter/provider/refused?why=FAILED");
    }

    @Test
    @DisplayName("本人在认证页点了取消")
    void cancelled() throws Exception {
        var session = new MockHttpSession();
        var state = UriComponentsBuilder.fromUriString(start(session)).build().getQueryParams().getFirst("state");
        var back = web.perform(get("/login/oauth2/code/county").param("error", "access_denied").param("state", decoded(state)).session(session)).andReturn();
        assertThat(back.getResponse().getRedirectedUrl()).isEqualTo("/enter/provider/refused?why=CANCELLED");
    }

    @Test
    @DisplayName("认证平台停了：页面说清，本平台的用户名和密码照常")
    void theProviderIsDown() throws Exception {
        var gone = new Provider(new ProviderSettings("http://127.0.0.1:9", "c", "s", "统一身份认证", "", Set.of("openid"), Duration.ofSeconds(1), null), clock);
        var response = new MockHttpServletResponse();
        var model = new ExtendedModelMap();
        assertThat(new ProviderPages(gone, settings).start(response, model)).isEqualTo("access/provider-refused");
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotNull();
        assertThat(model.get("nextStep").toString()).contains("用户名和密码登录");

        var session = new MockHttpSession();
        var address = UriComponentsBuilder.fromUriString(start(session)).build().getQueryParams();
        provider.down(true);
        var back = web.perform(get("/login/oauth2/code/county").param("code", "c").param("state", decoded(address.getFirst("state"))).session(session)).andReturn();
        assertThat(back.getResponse().getRedirectedUrl()).isEqualTo("/enter/provider/refused?why=DOWN");
        assertThat(web.perform(get("/login")).andReturn().getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("先前连得上、后来停了的认证平台：不把人送过去，恢复以后自己好")
    void aProviderThatWentDownSince() throws Exception {
        assertThat(startStatus()).isEqualTo(302);
        provider.down(true);
        clock.advance(Duration.ofMinutes(1));
        assertThat(startStatus()).isEqualTo(503);
        provider.down(false);
        assertThat(startStatus()).isEqualTo(302);
    }

    private int startStatus() throws Exception {
        return web.perform(get("/enter/provider")).andReturn().getResponse().getStatus();
    }

    @Test
    @DisplayName("目录文件先看后确认：新的、没变的、有疑问的、目录里已没有的，各归各")
    void theDirectoryProposes() throws Exception {
        var name = people.scopeOf("cunzhishu").name();
        file("目录.csv", "issuer,subject,post,name\n" + line(subject, VILLAGE_SECRETARY, name) + line("x-" + subject, "没有这个岗位", "")
                + line("y-" + subject, VILLAGE_SECRETARY, "别人") + "http://other,z," + VILLAGE_SECRETARY + ",\n" + line("", VILLAGE_SECRETARY, "")
                + line(subject, VILLAGE_SECRETARY, name), StandardCharsets.UTF_8);
        var shown = administrator(get("/identities").param("file", "目录.csv"));
        assertThat(shown).contains(subject, name, "要确认的 1 项", "有疑问的 5 行", "第 3 行", "不存在或今天无人任职", "不是“别人”任职", "不是本平台设置的", "没有填全", "前面已经出现过");
        confirmShown("目录.csv", shown);
        assertThat(identities.account("539900", settings.issuer(), subject)).contains(people.signedIn("cunzhishu"));
        assertThat(administrator(get("/identities").param("file", "目录.csv"))).contains("没有变化的 1 人", "要确认的 0 项");

        file("下月.json", "[{\"issuer\":\"" + settings.issuer() + "\",\"subject\":\"new-" + subject + "\",\"post\":\"" + VILLAGE_SECRETARY + "\"}]", StandardCharsets.UTF_8);
        var next = administrator(get("/identities").param("file", "下月.json"));
        assertThat(next).contains("目录里已没有").contains("要确认的 1 项");
        confirmShown("下月.json", next);
        assertThat(identities.account("539900", settings.issuer(), subject)).isEmpty();
        assertThat(identities.account("539900", settings.issuer(), "new-" + subject)).isPresent();
    }

    @Test
    @DisplayName("看过以后文件变了，不确认；目录以外的文件、读不懂的文件，说清原因")
    void whatWasSeenIsWhatCounts() throws Exception {
        file("a.csv", "签发方,标识,岗位代码\n" + settings.issuer() + "," + subject + "," + VILLAGE_SECRETARY + "\n", Charset.forName("GB18030"));
        var shown = administrator(get("/identities").param("file", "a.csv"));
        assertThat(shown).contains("要确认的 1 项");
        file("a.csv", "签发方,标识,岗位代码\n" + settings.issuer() + "," + subject + "2," + VILLAGE_SECRETARY + "\n", StandardCharsets.UTF_8);
        assertThat(confirmShown("a.csv", shown)).contains("在您查看以后变了");
        assertThat(identities.account("539900", settings.issuer(), subject)).isEmpty();
        assertThat(administrator(get("/identities").param("file", "../secrets/one-time-codes.key"))).contains("没有文件");
        file("b.csv", "名字,号码\n甲,1\n", StandardCharsets.UTF_8);
        assertThat(administrator(get("/identities").param("file", "b.csv"))).contains("缺少列名");
        file("c.json", "[{", StandardCharsets.UTF_8);
        assertThat(administrator(get("/identities").param("file", "c.json"))).contains("不是 JSON");
    }

    @Test
    @DisplayName("解除以后，同一个身份进不来")
    void ended() throws Exception {
        confirm();
        administrator(post("/identities/" + Directory.id(settings.issuer(), subject) + "/end").param("key", ids.next().toString()));
        assertThat(refusal(UnaryOperator.identity())).isEqualTo("UNKNOWN");
    }

    @Test
    @DisplayName("除了安全管理员，谁也看不到、改不了身份")
    void onlyTheSecurityAdministrator() throws Exception {
        for (var login : new String[] {"xitong", "shenji", "zuzhigu", "cunzhishu"}) {
            assertThat(web.perform(get("/identities").with(as(login))).andReturn().getResponse().getStatus()).as(login).isEqualTo(403);
        }
    }

    private void confirm() {
        var person = people.signedIn("cunzhishu").person();
        identities.link(people.scopeOf("anquan"), ids.next(), new Identities.Proposed(settings.issuer(), subject, new PersonId(person.value())));
    }

    private MvcResult enter(MockHttpSession session, UnaryOperator<FakeProvider.Told> changed) throws Exception {
        var asked = UriComponentsBuilder.fromUriString(start(session)).build().getQueryParams();
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        var code = "code-" + ids.next();
        provider.worth(code, changed.apply(new FakeProvider.Told(provider.issuer(), subject, decoded(asked.getFirst("nonce")), "539900", clock.instant(), false)));
        return web.perform(get("/login/oauth2/code/county").param("code", code).param("state", decoded(asked.getFirst("state"))).session(session)).andReturn();
    }

    private String refusal(UnaryOperator<FakeProvider.Told> changed) throws Exception {
        var refused = enter(new MockHttpSession(), changed).getResponse().getRedirectedUrl();
        return refused.replaceAll(".*why=", "");
    }

    private static FakeProvider.Told with(FakeProvider.Told told, String division, boolean forged) {
        return new FakeProvider.Told(told.issuer(), told.subject(), told.nonce(), division, told.at(), forged);
    }

    private String start(MockHttpSession session) throws Exception {
        assertThat(web.perform(get("/enter/provider").session(session)).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/oauth2/authorization/county");
        var address = web.perform(get("/oauth2/authorization/county").session(session)).andReturn().getResponse().getRedirectedUrl();
        assertThat(address).startsWith(provider.issuer() + "/authorize");
        return address;
    }

    private static SignedIn signedIn(MvcResult result) {
        var session = result.getRequest().getSession(false);
        return session != null && session.getAttribute("SPRING_SECURITY_CONTEXT") instanceof SecurityContext context && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn who ? who : null;
    }

    private String page(String why) throws Exception {
        return web.perform(get("/enter/provider/refused").param("why", why)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private long accounts() {
        return transactions.reading(people.scopeOf("anquan"), sql -> sql.sql("select count(*) from account").query(Long.class).single());
    }

    private String line(String subject, String post, String name) {
        return settings.issuer() + "," + subject + "," + post + ",\"" + name + "\"\n";
    }

    private void file(String name, String text, Charset charset) throws IOException {
        Files.write(settings.directory().resolve(name), text.getBytes(charset));
    }

    /** Sends the form as shown, with everything ticked. */
    private String confirmShown(String file, String shown) throws Exception {
        var digest = Pattern.compile("name=\"digest\" value=\"([0-9a-f]+)\"").matcher(shown);
        assertThat(digest.find()).isTrue();
        var request = post("/identities").param("key", ids.next().toString()).param("file", file).param("digest", digest.group(1));
        Pattern.compile("name=\"change\" value=\"([0-9a-f-]+)\"").matcher(shown).results().forEach(change -> request.param("change", change.group(1)));
        return administrator(request);
    }

    private String administrator(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf()).with(as("anquan"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor as(String login) {
        return authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER"));
    }

    private static String decoded(String parameter) {
        return java.net.URLDecoder.decode(parameter, StandardCharsets.UTF_8);
    }
}
