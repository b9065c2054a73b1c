package cn.yizhen.app.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.organisation.UnitId;
import java.nio.charset.StandardCharsets;
import java.nio.charset.Charset;
import java.time.LocalDate;
import org.springframework.mock.web.MockMultipartFile;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@AppTest
@DisplayName("事项的页面")
class MatterPagesTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Matters matters;
    @Autowired Calendars calendars;
    @Autowired Ids ids;
    @Autowired TestClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private MockHttpServletResponse as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var who = people.signedIn(login);
        var token = UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private String post(String login) {
        return "/posts/" + people.scopeOf(login).posts().getFirst().post();
    }

    private String unitOf(String login) {
        Scope scope = people.scopeOf(login);
        return scope.posts().getFirst().unit().toString();
    }

    /** Opened by the supervision office for the tourism bureau; answers the matter's id. */
    private String opened(String due) throws Exception {
        var response = as("duchashi", post(post("duchashi") + "/matters", "title", "编写村史馆讲解词", "lead", unitOf("wenlv"), "due", due));
        assertThat(response.getStatus()).isEqualTo(302);
        return response.getRedirectedUrl().replaceAll(".*/", "");
    }

    private MockHttpServletRequestBuilder post(String address, String... fields) {
        var request = MockMvcRequestBuilders.post(address).param("key", ids.next().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    @Test
    @DisplayName("牵头单位看到期限、为什么和可办的步骤；没有权的步骤不出现")
    void whatTheLeadSees() throws Exception {
        var page = as("wenlv", get(post("wenlv") + "/matters/" + opened("2026-12-31"))).getContentAsString();
        assertThat(page).contains("12月31日前·还有38天", "可以办的", "/steps/finish", "/steps/object", "为什么").doesNotContain("/steps/close", "/steps/extend");
    }

    @Test
    @DisplayName("为什么：一天一行，写明依据")
    void why() throws Exception {
        var page = as("wenlv", get(post("wenlv") + "/matters/" + opened("2026-12-31") + "/clocks/objection")).getContentAsString();
        assertThat(page).contains("2026-11-24 周二", "第1日，周二，工作日", "开始的当日不计入", "本县参数，待核");
    }

    @Test
    @DisplayName("填错了：填的都在，理由在上面")
    void whatWasTypedStays() throws Exception {
        var address = post("wenlv") + "/matters/" + opened("2026-12-31") + "/steps/ask-extension";
        var page = as("wenlv", post(address, "a-ground", "讲解员还没有到位", "a-until", "")).getContentAsString();
        assertThat(page).contains("“希望延到”没有填写", "讲解员还没有到位");
    }

    @Test
    @DisplayName("别人先办了一步：两边都看得到，再交一次才算")
    void overtakenShowsBoth() throws Exception {
        var id = opened("2026-12-31");
        var form = as("wenlv", get(post("wenlv") + "/matters/" + id + "/steps/finish")).getContentAsString();
        assertThat(form).contains("name=\"key\"");
        as("wenlv", post(post("wenlv") + "/matters/" + id + "/steps/progress", "a-words", "已成稿两篇", "a-as-of", "2026-11-23"));
        var page = as("duchashi", post(post("duchashi") + "/matters/" + id + "/steps/suspend", "a-ground", "机构调整", "a-approver", "某领导")).getContentAsString();
        assertThat(page).contains("别人办了下面的步骤", "已成稿两篇", "机构调整");
    }

    @Test
    @DisplayName("不相干的岗位打不开，换成别人的岗位也不行")
    void doorsAreShut() throws Exception {
        var id = opened("2026-12-31");
        assertThat(as("caizheng", get(post("caizheng") + "/matters/" + id)).getStatus()).isEqualTo(404);
        assertThat(as("caizheng", get(post("wenlv") + "/matters/" + id)).getStatus()).isEqualTo(403);
        assertThat(as("caizheng", post(post("caizheng") + "/matters/" + id + "/steps/progress", "a-words", "x", "a-as-of", "2026-11-23")).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("到期以后才有催办，催过就没有了")
    void urgedOnce() throws Exception {
        var id = opened("2026-11-30");
        var address = post("duchashi") + "/matters/" + id;
        assertThat(as("duchashi", get(address)).getContentAsString()).doesNotContain("/steps/urge").contains("要等期限过后才能办理");
        clock.set("2026-12-01T09:00");
        assertThat(as("duchashi", get(address)).getContentAsString()).contains("/steps/urge", "已逾期");
        assertThat(as("duchashi", post(address + "/steps/urge", "a-words", "请尽快办结")).getStatus()).isEqualTo(302);
        assertThat(as("duchashi", get(address)).getContentAsString()).doesNotContain("/steps/urge").contains("每件只办一次");
    }

    @Test
    @DisplayName("村里一句话提出，部门在期限内答复")
    void aVillageAsks() throws Exception {
        var scope = people.scopeOf("cunzhishu");
        var request = new NewRequest(MatterKind.HELP, "泵站电表被撤，请协调恢复供电", UnitId.of(unitOf("wenlv")), null);
        var made = (Performed.Done) matters.ask(scope.under(scope.posts().getFirst().post()), ids.next(), request);
        var id = made.result().replaceAll(".*/", "");
        assertThat(as("wenlv", get(post("wenlv") + "/matters/" + id)).getContentAsString()).contains("11月30日前", "/steps/answer", "/steps/pass-on");
        assertThat(as("cunzhishu", get(made.result())).getContentAsString()).contains("待答复").doesNotContain("/steps/answer");
    }

    @Test
    @DisplayName("事项清单按期限排列")
    void list() throws Exception {
        opened("2026-12-31");
        assertThat(as("wenlv", get("/matters")).getContentAsString()).contains("编写村史馆讲解词", "12月31日前").doesNotContain("立项交办");
        assertThat(as("duchashi", get("/matters")).getContentAsString()).contains("立项交办");
        assertThat(as("duchashi", get(post("duchashi") + "/matters/new")).getContentAsString()).contains("牵头单位");
    }

    @Test
    @DisplayName("工作日历只归系统管理员；通知有错逐行说明，导入以后经过里有一行")
    void calendar() throws Exception {
        assertThat(as("wenlv", get("/calendar")).getStatus()).isEqualTo(403);
        assertThat(as("xitong", get("/calendar")).getContentAsString()).contains("2026年12月31日");
        assertThat(as("xitong", post("/calendar", "text", "通知 某通知\n休 明天")).getContentAsString()).contains("通知 第2行", "缺少“文号”");
    }

    @Test
    @DisplayName("通知可以整份文件导入，老式编码也读得；不对的照样逐行说")
    void noticeAsFile() throws Exception {
        var file = new MockMultipartFile("file", "2028.txt", "text/plain", "通知 某通知\n休 明天".getBytes(Charset.forName("GB18030")));
        var request = MockMvcRequestBuilders.multipart("/calendar/file").file(file).param("key", ids.next().toString());
        assertThat(as("xitong", request).getContentAsString()).contains("通知 第2行", "缺少“文号”", "某通知");
    }

    @Test
    @DisplayName("本地日登记以后按它算，撤销以后还给日历；缺什么一次说出")
    void localDays() throws Exception {
        assertThat(as("xitong", post("/calendar/local-days", "day", "六月", "name", "", "document", "")).getContentAsString())
                .contains("“六月”不是日期", "没有写这一天是什么", "没有写依据的文件");
        var festival = new String[] {"day", "2032-06-18", "kind", "rest", "name", "县庆", "document", "云岭政发〔2032〕8号"};
        assertThat(as("xitong", post("/calendar/local-days", festival)).getRedirectedUrl()).isEqualTo("/calendar");
        assertThat(as("xitong", get("/calendar")).getContentAsString()).contains("2032年6月18日，县庆", "云岭政发〔2032〕8号");
        assertThat(calendars.calendar(people.scopeOf("wenlv")).works(LocalDate.of(2032, 6, 18))).isFalse();

        assertThat(as("xitong", post("/calendar/local-days", festival).param("withdrawn", "true")).getRedirectedUrl()).isEqualTo("/calendar");
        assertThat(calendars.calendar(people.scopeOf("wenlv")).works(LocalDate.of(2032, 6, 18))).isTrue();
        assertThat(as("wenlv", post("/calendar/local-days", festival)).getStatus()).isEqualTo(403);
    }
}
