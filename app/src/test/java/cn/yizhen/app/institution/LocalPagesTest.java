package cn.yizhen.app.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.institution.DatedValue;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.institution.Parameter;
import cn.yizhen.rules.institution.SourceStatus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.HtmlUtils;

@AppTest
@DisplayName("本县办法")
class LocalPagesTest {

    private static final Pattern BASED_ON = Pattern.compile("name=\"based-on\" value=\"([^\"]*)\"");

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Institutions institutions;
    @Autowired Duties duties;
    @Autowired TestClock clock;
    @Autowired Ids ids;

    @Test
    @DisplayName("村支书不能写本县办法，也看不到待核对的数")
    void onlyKeepers() throws Exception {
        var post = people.scopeOf("cunzhishu").posts().getFirst().post();
        assertThat(as("cunzhishu", get("/posts/" + post + "/local-institutions")).getStatus()).isEqualTo(403);
        assertThat(as("cunzhishu", get("/posts/" + post + "/values")).getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("填几项成一稿，检查通过，测算，采用；施行以后的期间进入合作社的应办，以前的没有")
    void fromDraftToDesk() throws Exception {
        var address = drafted("合作社分红公示办法", "分红公示", "cooperative");
        var id = new InstitutionId(address.substring(address.lastIndexOf('/') + 1));
        assertThat(page(address)).contains("草稿，还没有采用", "检查通过：正文读得懂，3 个案例全部得出应有的结果", "出台前测算");

        var rehearsal = page(address + "/rehearsal?year=2026");
        assertThat(rehearsal).contains("在2026年的机构和记录上算一遍", "分红公示", "基层用时参考表");
        assertThat(Pattern.compile("一年新增 <b>(\\d+)</b> 项").matcher(rehearsal).results().map(found -> Integer.parseInt(found.group(1))).findFirst())
                .hasValueSatisfying(fresh -> assertThat(fresh).isPositive());

        var refused = send(address + "/adoption", "paper", "", "from", "2027-02-01");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("没有写依据的文件", "“分红公示”的“每期至少几次”写的是2026-12-01起，早于施行日");

        var adopted = send(address + "/adoption", "paper", "云岭办发〔2026〕31号", "from", "2026-12-01");
        assertThat(adopted.getRedirectedUrl()).isEqualTo("/institutions/" + id);
        assertThat(text(as("cunzhishu", get("/institutions/" + id)))).contains("本县办法", "依据云岭办发〔2026〕31号", "2026年12月1日起施行", "本县已定");

        assertThat(instances(id, LocalDate.of(2026, 12, 5))).isPositive();
        assertThat(instances(id, LocalDate.of(2026, 11, 23))).isZero();
        assertThat(institutions.rulebook(people.scopeOf("fagui").at(new AsOf(LocalDate.of(2026, 12, 5), 1))).catalogue().institution(id)).isEmpty();
    }

    @Test
    @DisplayName("写错的，指到行和列，引出那一行；存得下，采用不了")
    void tellsTheLine() throws Exception {
        var address = drafted("合作社例会办法", "合作社例会", "cooperative");
        var body = page(address);
        var changed = area(body, "text").replace("every: month", "every: monthly").replace("local-", "x-");
        assertThat(send(address + "/versions", "text", changed, "cases", area(body, "cases")).getRedirectedUrl()).isEqualTo(address);
        assertThat(page(address)).contains("正文第 13 行第 12 列", "不认识“monthly”，是不是“month”？", "every: monthly", "本县制度里的标识要以 local- 开头",
                "先改正上面的问题、保存，再采用");
        assertThat(text(send(address + "/adoption", "paper", "云岭办发〔2026〕32号", "from", "2026-12-01"))).contains("正文或案例还有");
    }

    @Test
    @DisplayName("新的一稿只能写从今后某天起的新数；改已经施行的数，不行")
    void nextVersionKeepsThePast() throws Exception {
        var address = drafted("合作社账目公开办法", "账目公开", "cooperative");
        send(address + "/adoption", "paper", "云岭办发〔2026〕33号", "from", "2026-12-01");
        var id = new InstitutionId(address.substring(address.lastIndexOf('/') + 1));
        var body = page(address);

        send(address + "/versions", "text", area(body, "text").replace("2026-12-01: 1", "2026-12-01: 2"), "cases", area(body, "cases"));
        assertThat(text(send(address + "/adoption", "paper", "云岭办发〔2027〕1号", "from", "2027-03-01")))
                .contains("的“每期至少几次”改动了已经执行过的内容");

        send(address + "/versions", "text", area(body, "text").replace("2026-12-01: 1", "2026-12-01: 1, 2027-03-01: 2"), "cases", area(body, "cases"));
        assertThat(send(address + "/adoption", "paper", "云岭办发〔2027〕1号", "from", "2027-03-01").getRedirectedUrl()).isEqualTo("/institutions/" + id);
        var duty = institutions.rulebook(people.scopeOf("fagui")).catalogue().institution(id).orElseThrow().duties().getFirst();
        assertThat(duty.atLeast().on(LocalDate.of(2027, 2, 1))).contains(1);
        assertThat(duty.atLeast().on(LocalDate.of(2027, 3, 1))).contains(2);
    }

    @Test
    @DisplayName("停止执行：写最后一天和原因成一稿，凭文件采用；那天以前照旧，那天以后没有，停在期中的那一期不计入、写明原因")
    void endsWithADayAndAReason() throws Exception {
        var address = drafted("合作社台账办法", "合作社台账", "cooperative");
        send(address + "/adoption", "paper", "云岭办发〔2026〕34号", "from", "2026-12-01");
        var id = new InstitutionId(address.substring(address.lastIndexOf('/') + 1));

        var refused = send(address + "/ending", "last-day", "2026-01-31", "ending-why", " ");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("最后一天早于今天", "没有写为什么停止");

        assertThat(send(address + "/ending", "last-day", "2027-02-10", "ending-why", "并入“村务公开”").getRedirectedUrl()).isEqualTo(address);
        assertThat(page(address)).contains("检查通过", "ends: { last-day: 2027-02-10", "现在看到的是还没有采用的新稿");
        assertThat(send(address + "/adoption", "paper", "云岭办发〔2027〕2号", "from", "2027-01-20").getRedirectedUrl()).isEqualTo("/institutions/" + id);

        assertThat(instances(id, LocalDate.of(2027, 1, 31))).isPositive();
        assertThat(instances(id, LocalDate.of(2027, 2, 10))).as("停在期中，这一期不计入").isZero();
        assertThat(instances(id, LocalDate.of(2027, 3, 5))).isZero();
        assertThat(text(as("cunzhishu", get("/institutions/" + id)))).contains("2027年2月10日");
    }

    @Test
    @DisplayName("两个人同时改：后存的看到别人的新稿，自己写的还在")
    void nothingIsLost() throws Exception {
        var address = drafted("合作社培训办法", "合作社培训", "cooperative");
        var stale = page(address);
        send(address + "/versions", "text", area(stale, "text") + "# 甲改的\n", "cases", area(stale, "cases"));
        var answer = as("fagui", post(address + "/versions", "text", area(stale, "text") + "# 乙改的\n", "cases", area(stale, "cases"),
                "based-on", found(BASED_ON, stale)));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(text(answer)).contains("别人刚存了新的一稿", "# 甲改的", "# 乙改的");
    }

    @Test
    @DisplayName("待核对的数：对照原文写上第几条，就成本县已核；没有条款的不行")
    void confirmsAClause() throws Exception {
        var queue = "/posts/" + fagui() + "/values";
        assertThat(text(as("fagui", get(queue)))).contains("支部书记集中轮训", "到“本县设置”采用").doesNotContain("#secretary-rotation");
        var cited = DatedValue.find(institutions.rulebook(people.scopeOf("fagui")).catalogue(), "secretary-training", Parameter.AT_LEAST)
                .orElseThrow().newest().source().cited();
        assertThat(text(as("fagui", post(queue + "/check", "rule", "secretary-training", "cited", cited, "article", ""))))
                .contains("没有写在原文第几条看到的");
        assertThat(as("fagui", post(queue + "/check", "rule", "secretary-training", "cited", cited, "article", "第十九条")).getRedirectedUrl()).isEqualTo(queue);
        var source = DatedValue.find(institutions.rulebook(people.scopeOf("fagui")).catalogue(), "secretary-training", Parameter.AT_LEAST)
                .orElseThrow().newest().source();
        assertThat(source.status()).isEqualTo(SourceStatus.CONFIRMED);
        assertThat(source.article()).isEqualTo("第十九条");
    }

    @Test
    @DisplayName("核过原文的数，满一年没有再看，自己排进待核对；再看一遍，又管一年")
    void whatNobodyLookedAtForAYearComesBack() throws Exception {
        var queue = "/posts/" + fagui() + "/values";
        assertThat(text(as("fagui", get(queue)))).doesNotContain("一年没有核对");
        clock.set("2027-12-01T09:00");
        try {
            var page = text(as("fagui", get(queue)));
            var stale = Pattern.compile("一年没有核对((?!</li>).)*?name=\"rule\" value=\"(?<rule>[^\"]+)\"((?!</li>).)*?name=\"cited\" value=\"(?<cited>[^\"]+)\"((?!</li>).)*?name=\"article\"[^>]*value=\"(?<article>[^\"]*)\"",
                    Pattern.DOTALL).matcher(page);
            assertThat(stale.find()).isTrue();
            var before = page.split("一年没有核对", -1).length;
            assertThat(as("fagui", post(queue + "/check", "rule", stale.group("rule"), "cited", stale.group("cited"), "article",
                    stale.group("article").isEmpty() ? "第一条" : stale.group("article"))).getRedirectedUrl()).isEqualTo(queue);
            assertThat(text(as("fagui", get(queue))).split("一年没有核对", -1)).hasSizeLessThan(before);
        } finally {
            clock.reset();
        }
    }

    private String drafted(String title, String duty, String bearer) throws Exception {
        var redirected = as("fagui", post("/posts/" + fagui() + "/local-institutions", "kind", "duty", "title", title, "pillar", "作风能力建设",
                "summary", "试一试", "duty", duty, "bearer", bearer, "every", "month", "times", "1", "shape", "activity", "from", "2026-12-01",
                "paper", "云岭县" + title, "why", "让大家知道")).getRedirectedUrl();
        assertThat(redirected).contains("/local-institutions/local-");
        return redirected;
    }

    private int instances(InstitutionId id, LocalDate day) {
        var scope = people.scopeOf("fagui").at(AsOf.on(day));
        var whole = Scope.system(scope.county(), "试验", scope.asOf());
        return institutions.rulebook(whole).catalogue().institution(id).map(institution -> (int) duties.instances(whole, institution,
                new Period(day, day.plusDays(1)), _ -> true).stream().filter(Instance.Expected.class::isInstance).count()).orElse(0);
    }

    private MockHttpServletResponse send(String address, String... fields) throws Exception {
        var page = page(address.substring(0, address.lastIndexOf('/')));
        return as("fagui", post(address, fields).param("based-on", found(BASED_ON, page)));
    }

    private String page(String address) throws Exception {
        return text(as("fagui", get(address)));
    }

    private static String area(String page, String name) {
        return HtmlUtils.htmlUnescape(found(Pattern.compile("<textarea id=\"" + name + "\"[^>]*>\\n?(.*?)</textarea>", Pattern.DOTALL), page));
    }

    private static String found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).findFirst().orElse("");
    }

    private UUID fagui() {
        return people.scopeOf("fagui").posts().getFirst().post().value();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString();
    }

    private MockHttpServletRequestBuilder post(String address, String... fields) {
        var request = MockMvcRequestBuilders.post(address).param("key", ids.next().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var token = UsernamePasswordAuthenticationToken.authenticated(people.signedIn(login), null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
