package cn.yizhen.app.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.InstitutionId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@AppTest
@DisplayName("制度的页面")
class InstitutionPagesTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Institutions institutions;
    @Autowired Ids ids;

    @Test
    @DisplayName("按方面列出，村里也看得到")
    void listsByPillar() throws Exception {
        assertThat(as("cunzhishu", get("/institutions")).getContentAsString())
                .containsSubsequence("政治思想建设", "三会一课", "干部人才建设", "督查季度总结", "民主政治建设", "村务公开")
                .contains("2026年1月1日起启用", "有待核").doesNotContain("本县设置");
    }

    @Test
    @DisplayName("一页说清要求什么、落到谁、哪一条、为什么")
    void showsWhatItAsks() throws Exception {
        assertThat(as("cunzhishu", get("/institutions/branch-life")).getContentAsString())
                .contains("设了支部委员会的党支部；没有设的不用开", "每季度至少 1 次", "《中国共产党支部工作条例（试行）》（2018年）第十一条", "已据转载核对",
                        "应到会有表决权的人员的半数以上", "超过应到会有表决权的人员的半数", "每季度开一次全体党员会，支部的大事由大家一起商量、一起定。",
                        "条例规定定期上党课，每季度一次是各地通行做法")
                .doesNotContain("逾期");
    }

    @Test
    @DisplayName("现在由谁办：村支书看到自己的支部，组织部看到全县的支部，别的乡镇的看不到")
    void showsWhoIsToDoItNow() throws Exception {
        var village = as("cunzhishu", get("/institutions/branch-life")).getContentAsString();
        var own = people.scopeOf("cunzhishu").posts().getFirst().unitName();
        assertThat(village).contains("2026年第四季度", own).doesNotContain("，还有");
        assertThat(as("zuzhigu", get("/institutions/branch-life")).getContentAsString()).contains("，还有 408 个");
        assertThat(as("wuren", get("/institutions/branch-life")).getContentAsString()).contains("没有您能查看的单位要办");
    }

    @Test
    @DisplayName("程序的步骤和时限用话说出来")
    void showsProcedures() throws Exception {
        assertThat(as("wenlv", get("/institutions/supervised-matter")).getContentAsString())
                .contains("怎么办理", "交给一个牵头单位。", "个工作日");
    }

    @Test
    @DisplayName("没有的制度")
    void knowsNoOther() throws Exception {
        assertThat(as("cunzhishu", get("/institutions/nothing")).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("村支书不能改本县的数")
    void onlyKeepersKeep() throws Exception {
        assertThat(as("cunzhishu", get(keeping("cunzhishu", "contact-the-people"))).getStatus()).isEqualTo(403);
        assertThat(as("cunzhishu", post(keeping("cunzhishu", "contact-the-people") + "/use", "first-day", "2027-01-01")).getStatus())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("法规股长采用一个数，页面写明由谁、依据什么，从那天起；以前不变")
    void adoptsAValue() throws Exception {
        var answer = as("fagui", post(keeping("fagui", "supervision-summary") + "/values", "value-of", "supervision-summary/at-least", "value", "2", "from", "2031-01-01", "paper", "云岭办发〔2026〕9号"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/institutions/supervision-summary");

        var scope = people.scopeOf("fagui");
        var entry = institutions.rulebook(scope).catalogue().duty(new DutyId("supervision-summary")).orElseThrow().atLeast()
                .entryOn(LocalDate.of(2031, 1, 1)).orElseThrow();
        assertThat(entry.value()).isEqualTo(2);
        assertThat(entry.source().cited()).contains("云岭办发〔2026〕9号");
        assertThat(entry.source().note()).contains("政策法规股股长");
        assertThat(institutions.rulebook(scope.at(new AsOf(LocalDate.of(2031, 1, 1), 1))).catalogue()
                .duty(new DutyId("supervision-summary")).orElseThrow().atLeast().on(LocalDate.of(2031, 1, 1))).contains(1);
    }

    @Test
    @DisplayName("不行的，所有原因一次说出，填过的还在")
    void keepsWhatWasTyped() throws Exception {
        var answer = as("fagui", post(keeping("fagui", "contact-the-people") + "/values", "value-of", "contact-visit/at-least", "value", "很多", "from", "2026-01-01", "paper", "云岭办发〔2026〕10号"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("起始日期早于采用日期", "“很多”不能作为“每期至少几次”", "value=\"云岭办发〔2026〕10号\"");
    }

    @Test
    @DisplayName("启用日不能在过去")
    void refusesToUseAfterwards() throws Exception {
        var answer = as("fagui", post(keeping("fagui", "heart-talk") + "/use", "first-day", "2026-11-22"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("启用日早于今天，会要求补以前的记录");
        assertThat(institutions.rulebook(people.scopeOf("fagui")).inUseSince(new InstitutionId("heart-talk")))
                .contains(LocalDate.of(2026, 1, 1));
    }

    @Test
    @DisplayName("已经启用的，启用日不能再改晚：要求过的不能变成没有要求")
    void whatIsInUseStaysInUse() throws Exception {
        assertThat(as("fagui", get(keeping("fagui", "heart-talk"))).getContentAsString()).contains("本县自2026年1月1日起启用").doesNotContain("定为启用日");
        var answer = as("fagui", post(keeping("fagui", "heart-talk") + "/use", "first-day", "2027-06-01"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("已经自2026年1月1日起启用");
    }

    @Test
    @DisplayName("同一份文件的同一个数采用两次：第二次说明已经采用过")
    void adoptsOnce() throws Exception {
        String[] fields = {"value-of", "walk-the-process/at-least", "value", "2", "from", "2031-01-01", "paper", "云岭办发〔2026〕12号"};
        assertThat(as("fagui", post(keeping("fagui", "walk-the-process") + "/values", fields)).getStatus()).isEqualTo(302);
        var again = as("fagui", post(keeping("fagui", "walk-the-process") + "/values", fields));
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("这个数已经采用过：2031年1月1日起");
    }

    @Test
    @DisplayName("后来的文件起始日更早，会替换已经采用、还没有施行的数：先说清，勾选了才算；被替换的还可以照原来的文件再采用")
    void tellsWhatALaterPaperWouldReplace() throws Exception {
        var home = keeping("fagui", "own-channels");
        String[] earlier = {"value-of", "channel-review/every", "value", "每半年", "from", "2032-07-01", "paper", "云岭办发〔2026〕43号"};
        String[] later = {"value-of", "channel-review/every", "value", "每季度", "from", "2032-01-01", "paper", "云岭办发〔2026〕44号"};
        assertThat(as("fagui", post(home + "/values", earlier)).getStatus()).isEqualTo(302);
        assertThat(as("fagui", get(home)).getContentAsString()).contains("（现在 每年，2032年7月1日起 每半年）");

        var told = as("fagui", post(home + "/values", later));
        assertThat(told.getStatus()).isEqualTo(422);
        assertThat(told.getContentAsString()).contains("已经采用的“每半年”（2032年7月1日起，依据云岭办发〔2026〕43号）会被替换", "name=\"replaces\" value=\"2032-07-01\"",
                "value=\"云岭办发〔2026〕44号\"");
        assertThat(cadenceOf("2032-07-01")).isEqualTo(Cadence.HALF_YEAR);

        assertThat(as("fagui", post(home + "/values", later).param("replaces", "2032-07-01")).getStatus()).isEqualTo(302);
        assertThat(cadenceOf("2032-07-01")).isEqualTo(Cadence.QUARTER);
        assertThat(as("fagui", post(home + "/values", earlier)).getStatus()).isEqualTo(302);
        assertThat(cadenceOf("2032-07-01")).isEqualTo(Cadence.HALF_YEAR);
    }

    private Cadence cadenceOf(String day) {
        return institutions.rulebook(people.scopeOf("fagui")).catalogue().duty(new DutyId("channel-review")).orElseThrow().every().on(LocalDate.parse(day)).orElseThrow();
    }

    @Test
    @DisplayName("日期看不懂的，文件没写、数不对也同时说出")
    void anUnreadableDayHidesNothing() throws Exception {
        var answer = as("fagui", post(keeping("fagui", "contact-the-people") + "/values", "value-of", "contact-visit/at-least", "value", "很多", "from", "明年", "paper", ""));
        assertThat(answer.getContentAsString()).contains("“明年”不是日期", "“很多”不能作为“每期至少几次”", "没有写依据的文件");
    }

    @Test
    @DisplayName("一个数也可以先测算：只算这一项，填过的带回来；写得不对的当时说清，不是维护制度的人进不去")
    void rehearsesAValue() throws Exception {
        var home = keeping("fagui", "contact-the-people");
        String[] fields = {"value-of", "contact-visit/at-least", "value", "2次", "from", "", "paper", "云岭办发〔2026〕13号（代拟稿）"};
        var asked = as("fagui", post(home + "/values/rehearsal", fields));
        assertThat(asked.getStatus()).as(asked.getContentAsString()).isEqualTo(302);
        var page = as("fagui", get(URI.create(asked.getRedirectedUrl() + "&year=2026"))).getContentAsString();
        assertThat(page).contains("把“2次”放进去，在2026年的机构和记录上算一遍", "到联系点走访", "不产生任何应办");
        var back = Pattern.compile("href=\"([^\"]*)\">回到本县设置").matcher(page);
        assertThat(back.find()).isTrue();
        assertThat(as("fagui", get(URI.create(back.group(1).replace("&amp;", "&")))).getContentAsString()).contains("value=\"2次\"", "value=\"云岭办发〔2026〕13号（代拟稿）\"");
        assertThat(institutions.rulebook(people.scopeOf("fagui")).values()).noneMatch(value -> value.paper().contains("代拟稿"));

        fields[3] = "五百";
        var refused = as("fagui", post(home + "/values/rehearsal", fields));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("“五百”不能作为“每期至少几次”", "value=\"五百\"");
        assertThat(as("cunzhishu", get(keeping("cunzhishu", "contact-the-people") + "/rehearsal?value-of=contact-visit/at-least&value=2")).getStatus()).isEqualTo(403);
    }

    private String keeping(String login, String institution) {
        return "/posts/" + people.scopeOf(login).posts().getFirst().post() + "/institutions/" + institution;
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
