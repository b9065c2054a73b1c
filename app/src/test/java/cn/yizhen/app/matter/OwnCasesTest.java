package cn.yizhen.app.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
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
@DisplayName("村里和单位自己立的件")
class OwnCasesTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired DeskItems desk;
    @Autowired Ids ids;

    @Test
    @DisplayName("村支书提议一句话，镇里就看得见；人数不够的一步退回来")
    void aVillageProposesAndTheTownshipSees() throws Exception {
        assertThat(as("cunzhishu", get("/matters")).getContentAsString()).contains("提议四议两公开");
        var made = as("cunzhishu", post(base("cunzhishu")).param("key", key()).param("kind", "VILLAGE_DECISION").param("title", "集体机动地公开发包"));
        assertThat(made.getStatus()).isEqualTo(302);
        var page = as("cunzhishu", get(made.getRedirectedUrl())).getContentAsString();
        assertThat(page).contains("集体机动地公开发包", "支部已提议", "两委商议");
        assertThat(desk.of(people.scopeOf("zhenshuji"))).extracting(DeskItem::title).contains("集体机动地公开发包");
        var refused = as("cunzhishu", post(made.getRedirectedUrl() + "/steps/discuss").param("key", key())
                .param("a-day", "2026-11-20").param("a-due", "9").param("a-present", "5").param("a-in-favour", "4"));
        assertThat(refused.getContentAsString()).contains("赞成4人", "9人中要有5人");
        assertThat(refused.getStatus()).as("没有办成的不答 200").isEqualTo(422);
    }

    @Test
    @DisplayName("人数用全角数字也认得；写成 1e999999999 这样的看不懂，别的都还在")
    void numbersAsPeopleTypeThem() throws Exception {
        var made = as("cunzhishu", post(base("cunzhishu")).param("key", key()).param("kind", "VILLAGE_DECISION").param("title", "集体林地管护分工"));
        var discuss = made.getRedirectedUrl() + "/steps/discuss";
        var unreadable = as("cunzhishu", post(discuss).param("key", key()).param("a-day", "2026-11-20").param("a-due", "1e999999999").param("a-present", "8")
                .param("a-in-favour", "7"));
        assertThat(unreadable.getContentAsString()).contains("“应到”看不懂", "value=\"8\"");
        assertThat(as("cunzhishu", post(discuss).param("key", key()).param("a-day", "").param("a-due", "九").param("a-present", "8").param("a-in-favour", "9"))
                .getContentAsString()).as("看不懂的、没填的一次说完").contains("“应到”看不懂", "“商议日期”没有填写").doesNotContain("“应到”没有填写");
        assertThat(as("cunzhishu", post(discuss).param("key", key()).param("a-day", "2026-11-20").param("a-due", "９").param("a-present", "８")
                .param("a-in-favour", "７")).getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("镇里和县里的部门没有这一项")
    void othersDoNotPropose() throws Exception {
        assertThat(as("zhenshuji", get("/matters")).getContentAsString()).doesNotContain("提议四议两公开");
        assertThat(as("zhenshuji", get(base("zhenshuji") + "/new").param("kind", "VILLAGE_DECISION")).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("重大行政决策：承办单位提出，写明由谁作合法性审查；公布以后开始数征求意见期，要缩短的另有一步")
    void aMajorDecisionTakesItsTime() throws Exception {
        var legal = people.scopeOf("caizheng").posts().getFirst().unit();
        assertThat(as("cunzhishu", get("/matters")).getContentAsString()).doesNotContain("提出重大行政决策");
        assertThat(as("wenlv", get("/matters")).getContentAsString()).contains("提出重大行政决策");
        assertThat(as("duchashi", get("/matters")).getContentAsString()).as("县委的部门不承办").doesNotContain("提出重大行政决策");
        var unsaid = post(base("wenlv")).param("key", key()).param("kind", "MAJOR_DECISION").param("title", "调整城区停车收费");
        assertThat(as("wenlv", unsaid).getContentAsString()).contains("没有选由县政府哪个部门作合法性审查", "调整城区停车收费");
        var made = as("wenlv", post(base("wenlv")).param("key", key()).param("kind", "MAJOR_DECISION").param("title", "调整城区停车收费")
                .param("asked", legal.toString()));
        assertThat(made.getStatus()).isEqualTo(302);
        var address = made.getRedirectedUrl();
        assertThat(as("wenlv", post(address + "/steps/consult").param("key", key()).param("a-place", "县政府网站")).getStatus()).isEqualTo(302);
        assertThat(as("wenlv", get(address)).getContentAsString()).contains("公开征求意见中", "公开征求意见期", "紧急缩短征求意见");
    }

    @Test
    @DisplayName("征求意见没有满期就缩短，写的是提前多少天结束，不写已按期结束")
    void aPeriodCutShortSaysSo() throws Exception {
        var made = as("wenlv", post(base("wenlv")).param("key", key()).param("kind", "MAJOR_DECISION").param("title", "抢修老城排水")
                .param("asked", people.scopeOf("caizheng").posts().getFirst().unit().toString()));
        var address = made.getRedirectedUrl();
        assertThat(as("wenlv", post(address + "/steps/consult").param("key", key()).param("a-place", "县政府网站")).getStatus()).isEqualTo(302);
        var basedOn = Pattern.compile("name=\"basedOn\" value=\"([^\"]+)\"").matcher(as("wenlv", get(address + "/steps/shorten")).getContentAsString());
        assertThat(basedOn.find()).isTrue();
        as("wenlv", post(address + "/steps/shorten").param("key", key()).param("basedOn", basedOn.group(1)).param("a-ground", "汛期前要完工"));
        assertThat(as("wenlv", get(address)).getContentAsString()).contains("意见已征求", "提前30天结束").doesNotContain("按期结束");
    }

    @Test
    @DisplayName("有账号的单位登记留言编号，转给答复单位，七个工作日")
    void aMessageGoesToWhoeverAnswers() throws Exception {
        var asked = people.scopeOf("caizheng").posts().getFirst().unit();
        var made = as("wenlv", post(base("wenlv")).param("key", key()).param("kind", "MESSAGE").param("title", "留言〔2026〕31号")
                .param("asked", asked.toString()));
        assertThat(made.getStatus()).isEqualTo(302);
        assertThat(desk.of(people.scopeOf("caizheng"))).anySatisfy(item -> {
            assertThat(item.title()).isEqualTo("留言〔2026〕31号");
            assertThat(item.due()).hasToString("2026-12-02");
        });
        assertThat(as("wenlv", post(base("wenlv")).param("key", key()).param("kind", "MESSAGE").param("title", "留言〔2026〕32号")).getContentAsString())
                .contains("没有选由谁答复", "留言〔2026〕32号");
    }

    private String base(String login) {
        return "/posts/" + people.scopeOf(login).posts().getFirst().post() + "/cases";
    }

    private String key() {
        return ids.next().toString();
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var token = UsernamePasswordAuthenticationToken.authenticated(people.signedIn(login), null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
