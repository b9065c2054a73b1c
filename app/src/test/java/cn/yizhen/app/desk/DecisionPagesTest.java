package cn.yizhen.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.BodyKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@AppTest
@DisplayName("民主集中制")
class DecisionPagesTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired Acts acts;
    @Autowired Ids ids;
    private String secretary;
    private UUID subject;

    @BeforeEach
    void aMeetingOfTheStandingCommittee() throws Exception {
        var scope = people.scopeOf("shuji");
        var post = scope.posts().getFirst();
        secretary = "/posts/" + post.post();
        var body = organisations.asOf(scope).bodies(post.unit(), BodyKind.STANDING_COMMITTEE).getFirst();
        int due = organisations.asOf(scope).strength(body.id()).members();
        var sent = as("shuji", form(secretary + "/records", "kind", "standing-committee-meeting", "unit", post.unit().toString(), "body", body.id().toString(),
                "day", "2026-11-20", "present", "" + due, "topic", "研究冬季用水和人事")
                .param("item", "3", "4").param("category", "FUNDS", "PERSONNEL").param("about", "整修东干渠", "任命张三为局长").param("amount", "180", "5")
                .param("inFavour", "" + (due - 1), "" + due).param("against", "0", "0").param("abstained", "0", "0").param("recused", "1", "")
                .param("leaderLast", "yes", "yes").param("paper", "OFFICE", "ORGANISATION").param("paperMark", "云常纪〔2026〕21号", "张三任职材料"));
        assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(302);
        subject = UUID.fromString(sent.getRedirectedUrl().replaceAll(".*/", ""));
    }

    @Test
    @DisplayName("督查室看得到常委会的决定，两步转为督办事项，决定是它的来源")
    void aDecisionBecomesAMatter() throws Exception {
        assertThat(as("duchashi", get("/decisions")).getContentAsString()).contains("整修东干渠", "大额度资金使用，180 万元", "通过", "任免或处分事项");
        var page = as("duchashi", get("/decisions/" + subject + "/3")).getContentAsString();
        assertThat(page).contains("回避 1 人；末位表态：是；材料在本单位档案室（云常纪〔2026〕21号）", "立项交办");
        var office = "/posts/" + people.scopeOf("duchashi").posts().getFirst().post();
        var opened = as("duchashi", form(office + "/decisions/" + subject + "/3/matters", "title", "整修东干渠",
                "lead", people.scopeOf("wenlv").posts().getFirst().unit().toString(), "due", "2026-12-31"));
        assertThat(opened.getStatus()).isEqualTo(302);
        assertThat(as("duchashi", get(opened.getRedirectedUrl())).getContentAsString()).contains("县委常委会会议〔2026〕", "第3项", "云常纪〔2026〕21号");
        assertThat(as("duchashi", get("/decisions/" + subject + "/3")).getContentAsString()).contains("转为事项", "办理中");
    }

    @Test
    @DisplayName("导出 Excel：看得到的决定都在，没有姓名；导出记为一次操作")
    void theListLeavesAsAnAct() throws Exception {
        var office = "/posts/" + people.scopeOf("duchashi").posts().getFirst().post();
        var file = as("duchashi", form(office + "/lists/decisions", "year", "2026"));
        assertThat(file.getStatus()).isEqualTo(200);
        var words = new StringBuilder();
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(file.getContentAsByteArray()))) {
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> words.append(cell).append('\n')));
        }
        assertThat(words).contains("整修东干渠", "云常纪〔2026〕21号", "任免或处分事项", "应到／实到／有表决权", "回避 1 人；末位表态：是").doesNotContain("张三");
    }

    @Test
    @DisplayName("任免事项：填了的姓名、内容、编号都不留，也不转为事项")
    void nothingOfAnAppointmentIsKept() throws Exception {
        var page = as("shuji", get("/records/" + subject)).getContentAsString();
        assertThat(page).contains("任免或处分事项", "材料在组织部门").doesNotContain("张三");
        var office = "/posts/" + people.scopeOf("duchashi").posts().getFirst().post();
        var refused = as("duchashi", form(office + "/decisions/" + subject + "/4/matters", "title", "某事",
                "lead", people.scopeOf("wenlv").posts().getFirst().unit().toString(), "due", "2026-12-31"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("不转为督办事项");
    }

    @Test
    @DisplayName("数据库也不收任免事项的文字、金额和编号")
    void theDatabaseRefusesItToo() {
        for (var words : Map.of("about", "'任命张三'", "amount", "5", "paper_mark", "'某干〔2026〕3号'").entrySet()) {
            assertThatThrownBy(() -> acts.perform(people.scopeOf("shuji"), new Act(ids.next(), "test.written", null, null, null, Map.of()), writing -> {
                writing.sql().sql("insert into record_decision (record, county, act, place, about, personnel, in_favour, against, abstained, category, item"
                        + (words.getKey().equals("about") ? "" : ", " + words.getKey()) + ") select id, county, ?, 9, "
                        + (words.getKey().equals("about") ? words.getValue() : "''") + ", true, 1, 0, 0, 'PERSONNEL', 9"
                        + (words.getKey().equals("about") ? "" : ", " + words.getValue()) + " from noted_record where subject = ?")
                        .params(writing.act(), subject).update();
                return Outcome.done("/");
            })).as(words.getKey()).hasMessageContaining("check constraint");
        }
    }

    @Test
    @DisplayName("别的单位看不到常委会的决定")
    void othersSeeNone() throws Exception {
        assertThat(as("cunzhishu", get("/decisions")).getContentAsString()).doesNotContain("整修东干渠");
        assertThat(as("cunzhishu", get("/decisions/" + subject + "/3")).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("票数加回避多于到会的、序号重复的、金额看不懂的：一次说完")
    void whatCannotBe() throws Exception {
        var sent = as("shuji", committee("6").param("item", "1", "1").param("category", "GENERAL", "GENERAL")
                .param("about", "甲", "乙").param("inFavour", "6", "5").param("recused", "1", ""));
        assertThat(sent.getStatus()).isEqualTo(422);
        assertThat(sent.getContentAsString()).contains("共 6 票、回避 1 人", "议题序号 1 写了两次");
    }

    @Test
    @DisplayName("日期没到、实到多于应到、金额和票数看不懂、没写决定了什么：看不懂的和不合理的一次说完，填过的还在")
    void whatCannotBeReadHidesNothing() throws Exception {
        var sent = as("shuji", committee("99").param("category", "FUNDS", "GENERAL").param("amount", "八百六", "").param("against", "x", "1"));
        assertThat(sent.getStatus()).isEqualTo(422);
        assertThat(sent.getContentAsString()).contains("第 1 项的金额看不懂", "第 1 项的反对票数看不懂", "多于应到", "第 1 项决定没有写决定了什么",
                "第 2 项决定没有写决定了什么", "value=\"八百六\"");
        var unread = as("shuji", committee("十来个").param("amount", "八百六").param("about", "买设备").param("inFavour", "3"));
        assertThat(unread.getContentAsString()).contains("“十来个”不是人数", "第 1 项的金额看不懂").doesNotContain("实到人数没有填");
    }

    @Test
    @DisplayName("全票反对的、只选了类别的，也是写了一项：不悄悄丢掉，说清还缺什么")
    void aLineWithOnlyVotesAgainstIsALine() throws Exception {
        var sent = as("shuji", committee("9").param("category", "GENERAL", "FUNDS").param("against", "9", ""));
        assertThat(sent.getStatus()).isEqualTo(422);
        assertThat(sent.getContentAsString()).contains("第 1 项决定没有写决定了什么", "第 2 项决定没有写决定了什么");
    }

    @Test
    @DisplayName("额度由维护制度的岗位采用，写明依据；过去的日子不改")
    void theCountyAdoptsItsAmount() throws Exception {
        var keeper = "/posts/" + people.scopeOf("fagui").posts().getFirst().post() + "/decisions/amounts";
        var past = as("fagui", form(keeper, "category", "PROJECT", "amount", "200", "from", "2026-01-01", "paper", ""));
        assertThat(past.getContentAsString()).contains("起始日期早于今天", "依据的文件没有写");
        assertThat(as("fagui", form(keeper, "category", "PROJECT", "amount", "五十", "from", "2026-01-01", "paper", "")).getContentAsString())
                .as("看不懂的额度同别的错误一起说").contains("额度“五十”看不懂", "起始日期早于今天", "依据的文件没有写");
        assertThat(as("fagui", form(keeper, "category", "PROJECT", "amount", "200", "from", "2026-12-01", "paper", "云县办〔2026〕8号")).getStatus()).isEqualTo(302);
        assertThat(as("cunzhishu", get("/decisions/amounts")).getContentAsString()).contains("200 万元以上", "云县办〔2026〕8号");
        var other = "/posts/" + people.scopeOf("wenlv").posts().getFirst().post() + "/decisions/amounts";
        assertThat(as("wenlv", form(other, "category", "PROJECT", "amount", "1", "from", "2026-12-01", "paper", "某文")).getContentAsString()).contains("由维护制度的岗位采用");
    }

    /** The form of a meeting of the county's standing committee on water, with so many there. */
    private MockHttpServletRequestBuilder committee(String present) {
        var post = people.scopeOf("shuji").posts().getFirst();
        var body = organisations.asOf(people.scopeOf("shuji")).bodies(post.unit(), BodyKind.STANDING_COMMITTEE).getFirst();
        return form(secretary + "/records", "kind", "standing-committee-meeting", "unit", post.unit().toString(), "body", body.id().toString(),
                "day", "2026-11-20", "present", present, "topic", "研究用水");
    }

    private MockHttpServletRequestBuilder form(String address, String... fields) {
        var request = MockMvcRequestBuilders.post(address).param("key", ids.next().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var response = web.perform(request.with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER"))).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
