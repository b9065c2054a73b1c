package cn.yizhen.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.document.reading.Workbook;
import cn.yizhen.app.organisation.roster.Workbooks;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@AppTest
class RosterPageTest {

    private static final String FIRM = DemoCounty.CODE + "101Q02";

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired OrganisationKeeping keeping;
    @Autowired Ids ids;

    @Test
    void anOfficerBringsInARenamedFirmAndTheDaysBeforeKeepTheOldName() throws Exception {
        var before = firm(LocalDate.of(2026, 9, 30));
        var preview = upload(workbook(before, "改名后的" + before.name(), "企业"));
        assertThat(preview).contains("原名“" + before.name() + "”", "确认导入", "没有写到的");
        var confirmed = confirm(preview);
        assertThat(confirmed.getRedirectedUrl()).isEqualTo("/organisation?on=2026-10-01");
        assertThat(firm(LocalDate.of(2026, 9, 30)).name()).isEqualTo(before.name());
        assertThat(firm(LocalDate.of(2026, 10, 1)).name()).isEqualTo("改名后的" + before.name());
        assertThat(firm(LocalDate.of(2026, 10, 1)).id()).isEqualTo(before.id());
        assertThat(organisations.asOf(people.scopeOf("zuzhigu")).unit(DemoCounty.CODE + "102201")).isPresent();
        var repeated = confirm(preview);
        assertThat(repeated.getRedirectedUrl()).isEqualTo("/organisation?on=2026-10-01");
    }

    @Test
    void aFaultyWorkbookComesBackWithReasonsAndNothingIsBroughtIn() throws Exception {
        var before = organisations.version(people.scopeOf("zuzhigu")).changes();
        var preview = upload(workbook(firm(LocalDate.of(2026, 9, 30)), "甲", "星球"));
        assertThat(preview).contains("这份文件还不能导入", "“单位”表 D2", "下载标注了原因的文件").doesNotContain("确认导入");
        var address = between(preview, "href=\"", "returned.xlsx") + "returned.xlsx";
        var returned = as("zuzhigu", get(address.substring(address.indexOf("/organisation/uploads")))).getContentAsByteArray();
        assertThat(Workbook.open("x.xlsx", returned)).isInstanceOf(Outcome.Done.class);
        assertThat(organisations.version(people.scopeOf("zuzhigu")).changes()).isEqualTo(before);
    }

    @Test
    void whatIsNoWorkbookIsSaidSo() throws Exception {
        var answer = as("zuzhigu", multipart(base() + "/uploads").file(file("名单.xlsx", "不是表格".getBytes())));
        assertThat(answer.getContentAsString()).contains("不是电子表格");
    }

    @Test
    void nobodyElseBringsInARoster() throws Exception {
        assertThat(as("cunzhishu", get("/organisation/import")).getStatus()).isEqualTo(403);
        assertThat(as("cunzhishu", get("/organisation/roster.xlsx")).getStatus()).isEqualTo(403);
        assertThat(as("cunzhishu", multipart(base() + "/uploads").file(file("x.xlsx", Workbooks.small("2026-03-01").bytes()))).getStatus())
                .isEqualTo(403);
        assertThat(as("cunzhishu", post("/organisation/reorganisation").param("key", ids.next().toString())
                .param("kind", "MERGER").param("day", "2026-10-01")).getStatus()).isEqualTo(403);
    }

    @Test
    void anUploadBelongsToItsUploader() throws Exception {
        var answer = as("zuzhigu", multipart(base() + "/uploads").file(file("x.xlsx", Workbooks.small("2026-03-01").bytes())));
        assertThat(as("duchashi", get(answer.getRedirectedUrl())).getStatus()).isEqualTo(403);
    }

    @Test
    void aMergerMayBeRefusedWithAllItsReasonsAndWhatWasTyped() throws Exception {
        var answer = as("zuzhigu", post(base() + "/reorganisation").param("key", ids.next().toString()).param("kind", "MERGER")
                .param("basedOn", keeping.latest(people.scopeOf("zuzhigu")).map(UUID::toString).orElse(""))
                .param("day", "2026-10-01").param("predecessors", "没有这个").param("successors", "X1 新村")).getContentAsString();
        assertThat(answer).contains("合并要有两个以上的原单位", "没有填批复文件", "没有编码为“没有这个”的单位", "X1 新村");
    }

    @Test
    void aUnitIsSeenAsOfAnyDayWithItsPredecessors() throws Exception {
        var now = organisations.asOf(people.scopeOf("cunzhishu"));
        var merged = now.unit(DemoCounty.MERGER).orElseThrow();
        var page = as("cunzhishu", get("/organisation/units/" + merged.id())).getContentAsString();
        assertThat(page).contains(merged.name(), "合并而来", "云政复〔2026〕1号", "村民委员会主任");
        var earlier = as("cunzhishu", get("/organisation/units/" + merged.id() + "?on=2026-02-09")).getContentAsString();
        assertThat(earlier).contains("这一天不存在");
        assertThat(as("cunzhishu", get("/organisation")).getContentAsString()).contains("云岭县", "下级单位");
        assertThat(as("cunzhishu", get("/organisation?q=财政局")).getContentAsString()).contains("云岭县财政局");
        assertThat(as("cunzhishu", get("/organisation/units/" + ids.next())).getStatus()).isEqualTo(404);
    }

    @Test
    void aCaretakerIsShownAsOne() throws Exception {
        var now = organisations.asOf(people.scopeOf("shuji"));
        var page = as("shuji", get("/organisation/units/" + now.unit("B36").orElseThrow().id())).getContentAsString();
        assertThat(page).contains("（主持工作）");
    }

    private Unit firm(LocalDate day) {
        return organisations.asOf(people.scopeOf("zuzhigu"), AsOf.on(day)).unit(FIRM).orElseThrow();
    }

    private byte[] workbook(Unit firm, String name, String kind) {
        return Workbooks.asOf("2026-10-01")
                .sheet("单位", "单位编码|单位名称|简称|单位类别|上级单位编码", FIRM + "|" + name + "||" + kind + "|" + DemoCounty.CODE + "101")
                .sheet("领导", "岗位编码|所在单位编码|职务|姓名|任职方式|职能")
                .sheet("村社区", "单位编码|名称|类别|所属乡镇编码")
                .bytes();
    }

    private String upload(byte[] bytes) throws Exception {
        var answer = as("zuzhigu", multipart(base() + "/uploads").file(file("名册.xlsx", bytes)));
        return as("zuzhigu", get(answer.getRedirectedUrl())).getContentAsString();
    }

    private MockHttpServletResponse confirm(String preview) throws Exception {
        var request = post("/posts" + between(preview, "<form method=\"post\" action=\"/posts", "\""))
                .param("key", between(preview, "name=\"key\" value=\"", "\""));
        if (preview.contains("name=\"basedOn\"")) {
            request.param("basedOn", between(preview, "name=\"basedOn\" value=\"", "\""));
        }
        return as("zuzhigu", request);
    }

    private String base() {
        HeldPost post = people.scopeOf("zuzhigu").posts().getFirst();
        return "/posts/" + post.post() + "/organisation";
    }

    private MockHttpServletResponse as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var token = UsernamePasswordAuthenticationToken.authenticated(people.signedIn(login), null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("file", name, null, bytes);
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }
}
