package cn.yizhen.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.organisation.Channel;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@DisplayName("本单位情况、账号和工作群")
class RegistryTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired Ids ids;

    @Test
    @DisplayName("村支书写上本届起始日，之前的那一句还在历史里")
    void theBranchNotesItsTerm() throws Exception {
        Scope scope = people.scopeOf("cunzhishu");
        UnitId unit = scope.posts().getFirst().unit();
        var response = as("cunzhishu", post(base(scope, unit) + "/particulars/term-began").param("key", key()).param("value", "2026-03-18"));
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(organisations.asOf(scope).particular(unit, Particular.Sort.TERM_BEGAN)).map(Particular::value).contains("2026-03-18");
        assertThat(organisations.history(scope).particulars()).filteredOn(fact -> fact.value().unit().equals(unit)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @DisplayName("换届选举登记过了，在那条记录上点一下，本届就从那天算起，日期不用再填；换届的应办从此没有")
    void anElectionBeginsATermWithOneTap() throws Exception {
        Scope scope = people.scopeOf("cunzhishu");
        UnitId unit = organisations.asOf(scope).unit("539900100201Z1").orElseThrow().id();
        as("cunzhishu", post(base(scope, unit) + "/particulars/term-began").param("key", key()).param("value", "2021-12-01"));
        assertThat(as("cunzhishu", get("/")).getContentAsString()).contains("村社区党支部换届", "本届自2021年12月1日起");
        var noted = as("cunzhishu", post("/posts/" + scope.posts().getFirst().post() + "/records").param("key", key()).param("unit", unit.toString())
                .param("kind", "party-election").param("day", "2026-11-20").param("present", "14").param("votingPresent", "12").param("topic", "换届选举")
                .param("heeded", "yes"));
        assertThat(noted.getStatus()).as(noted.getContentAsString()).isEqualTo(302);
        var page = as("cunzhishu", get(noted.getRedirectedUrl())).getContentAsString();
        assertThat(page).contains("现在记着的本届起始日还是2021年12月1日", "本届自2026年11月20日起");
        as("cunzhishu", post(base(scope, unit) + "/particulars/term-began").param("key", key()).param("value", "2026-11-20"));
        assertThat(as("cunzhishu", get(noted.getRedirectedUrl())).getContentAsString()).doesNotContain("本届自2026年11月20日起");
        assertThat(as("cunzhishu", get("/")).getContentAsString()).doesNotContain("村社区党支部换届");
    }

    @Test
    @DisplayName("还没有到的日期、看不懂的日期，退回来，说清楚怎么填")
    void aDayToComeIsRefused() throws Exception {
        Scope scope = people.scopeOf("cunzhishu");
        UnitId unit = scope.posts().getFirst().unit();
        for (String wrong : List.of("2027-01-01", "去年")) {
            var response = as("cunzhishu", post(base(scope, unit) + "/particulars/term-began").param("key", key()).param("value", wrong));
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.getContentAsString()).contains("不是已经过去的日期", "填换届选举那一天");
        }
    }

    @Test
    @DisplayName("过了解散日期的工作群：应办里写明是哪一个、原定哪天，点过去就是解散的地方；应建未建、换届的为什么也通到本单位情况")
    void theRowNamesTheGroupAndLeadsToIt() throws Exception {
        UnitId unit = people.scopeOf("dangzhengban").posts().getFirst().unit();
        assertThat(as("dangzhengban", get("/")).getContentAsString()).contains("解散到期工作群", "青岚镇秋季森林防火群（2026年11月11日前解散）",
                "href=\"/register?unit=" + unit + "\">去解散");
        var desk = as("tuanzhibu", get("/")).getContentAsString();
        var why = Pattern.compile("/posts/[^\"]+/duties/youth-branch-term[^\"]+").matcher(desk);
        assertThat(why.find()).as("团支部换届").isTrue();
        assertThat(as("tuanzhibu", get(why.group())).getContentAsString()).contains("\">本单位情况</a>");
    }

    @Test
    @DisplayName("镇里登记一个工作群：名称、用途、谁负责、哪天解散；解散后不再列出")
    void aTownshipRegistersAWorkGroup() throws Exception {
        Scope scope = people.scopeOf("dangzhengban");
        UnitId unit = scope.posts().getFirst().unit();
        String owner = scope.posts().getFirst().post().toString();
        var response = as("dangzhengban", post(base(scope, unit) + "/channels").param("key", key()).param("kind", "work-group")
                .param("name", "冬春水利群").param("purpose", "水利施工调度").param("owner", owner).param("dissolveBy", "2027-03-31"));
        assertThat(response.getStatus()).isEqualTo(302);
        Channel group = organisations.asOf(scope).channels(unit).stream().filter(channel -> channel.name().equals("冬春水利群")).findFirst().orElseThrow();
        assertThat(as("dangzhengban", get("/register").param("unit", unit.toString())).getContentAsString()).contains("冬春水利群", "2027-03-31");
        var later = base(scope, unit) + "/channels/" + group.id() + "/dissolution";
        assertThat(as("dangzhengban", post(later).param("key", key()).param("dissolveBy", "2026-01-31")).getContentAsString()).contains("解散日期已经过去");
        assertThat(as("dangzhengban", post(later).param("key", key()).param("dissolveBy", "2027-06-30")).getStatus()).isEqualTo(302);
        assertThat(as("dangzhengban", get("/register").param("unit", unit.toString())).getContentAsString()).contains("2027-06-30 前解散");
        as("dangzhengban", post(base(scope, unit) + "/channels/" + group.id() + "/end").param("key", key()));
        assertThat(organisations.asOf(scope).channels(unit)).extracting(Channel::name).doesNotContain("冬春水利群");
    }

    @Test
    @DisplayName("名称没写、没有审核的、负责的岗位是别人的，一次说完，什么都没有登记，写过的还在")
    void everyFaultAtOnce() throws Exception {
        Scope scope = people.scopeOf("dangzhengban");
        UnitId unit = scope.posts().getFirst().unit();
        String foreign = people.scopeOf("wenlv").posts().getFirst().post().toString();
        int before = organisations.asOf(scope).channels(unit).size();
        var response = as("dangzhengban", post(base(scope, unit) + "/channels").param("key", key()).param("kind", "account").param("owner", foreign)
                .param("purpose", "发布办事指南"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("名称要有", "没有写谁审核", "负责的岗位不在本单位", "value=\"发布办事指南\"");
        assertThat(organisations.asOf(scope).channels(unit)).hasSize(before);
    }

    @Test
    @DisplayName("别的单位只能看，不能登记")
    void othersOnlyRead() throws Exception {
        UnitId foreign = people.scopeOf("wenlv").posts().getFirst().unit();
        assertThat(as("cunzhishu", get("/register").param("unit", foreign.toString())).getContentAsString()).contains("云岭文旅").doesNotContain("登记账号或者工作群");
        var refused = as("cunzhishu", post(base(people.scopeOf("cunzhishu"), foreign) + "/channels").param("key", key()).param("kind", "account")
                .param("name", "某号").param("purpose", "某事").param("owner", people.scopeOf("wenlv").posts().getFirst().post().toString()));
        assertThat(refused.getStatus()).isEqualTo(403);
    }

    private String key() {
        return ids.next().toString();
    }

    private static String base(Scope scope, UnitId unit) {
        return "/posts/" + scope.posts().getFirst().post() + "/register/" + unit;
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var token = UsernamePasswordAuthenticationToken.authenticated(people.signedIn(login), null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
