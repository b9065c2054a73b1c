package cn.yizhen.app.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
class OverviewPagesTest {

    private static final String ASSEMBLY = "/standing/duties/branch-assembly";

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired Transactions transactions;
    @Autowired Ids ids;

    @Test
    @DisplayName("县委书记先看到卡住的：牵头单位的原话，谁能定，已几天；再看全县件数")
    void aLeaderReadsListsFirst() throws Exception {
        String page = page("shuji", "/standing");
        assertThat(page.indexOf("需要我定的")).isBetween(0, page.indexOf("卡住的"));
        assertThat(page.indexOf("卡住的")).isBetween(0, page.indexOf("本周到期"));
        assertThat(page.indexOf("对下未答复")).isBetween(0, page.indexOf("应办件数"));
        assertThat(page).contains("修复跨界取水口", "两边都不肯先动工", "谁能定：", "统一农村公路标识", "村部屋顶漏雨", "云岭县 · 2026年",
                "未见记录不等于未开展");
    }

    @Test
    @DisplayName("督查室的“需要我定的”有提请协调、退回待决和待复核")
    void theOfficeSeesWhatItCanSettle() throws Exception {
        String page = page("duchashi", "/standing");
        String mine = page.substring(page.indexOf("id=\"mine\""), page.indexOf("id=\"stuck\""));
        assertThat(mine).contains("修复跨界取水口", "统一农村公路标识", "编写党课教材").doesNotContain("村部屋顶漏雨");
    }

    @Test
    @DisplayName("副县长点开等自己定的事：自己没有要办的步骤，写着由谁登记、可以为它召集会议")
    void aLeaderIsToldWhereToDecide() throws Exception {
        var link = java.util.regex.Pattern.compile("href=\"(/posts/[^\"]+/matters/[^\"]+)\"[^>]*>修复跨界取水口").matcher(mine("fuxianzhang"));
        assertThat(link.find()).isTrue();
        assertThat(page("fuxianzhang", link.group(1))).contains("您定了的，告诉经办的单位照着登记", "为这件事召集会议")
                .containsPattern("<dt>立项单位、督查部门</dt><dd>可以办：[^<]*协调");
    }

    @Test
    @DisplayName("重大行政决策送了审查，审查单位的“需要我定的”里有；审查合法以后在县政府领导那里，写着谁能定")
    void aMajorDecisionWaitsWithWhoeverIsNext() throws Exception {
        var at = "/posts/" + people.scopeOf("wenlv").posts().getFirst().post();
        var address = done("wenlv", post(at + "/cases").param("kind", "MAJOR_DECISION").param("title", "古驿道保护范围划定")
                .param("asked", people.scopeOf("caizheng").posts().getFirst().unit().toString()));
        step("wenlv", address, "consult", "a-place", "县政府网站");
        step("wenlv", address, "shorten", "a-ground", "雨季前要先围护");
        step("wenlv", address, "submit", "a-", "");
        assertThat(mine("caizheng")).contains("古驿道保护范围划定", "待合法性审查");
        assertThat(mine("fuxianzhang")).doesNotContain("古驿道保护范围划定");

        var legal = "/posts/" + people.scopeOf("caizheng").posts().getFirst().post() + address.substring(address.indexOf("/matters/"));
        step("caizheng", legal, "find-lawful", "a-number", "云司审〔2026〕9号");
        assertThat(mine("caizheng")).doesNotContain("古驿道保护范围划定");
        assertThat(mine("fuxianzhang")).contains("古驿道保护范围划定", "待集体讨论", "谁能定：县政府");
    }

    private String mine(String login) throws Exception {
        String page = page(login, "/standing");
        return page.substring(page.indexOf("id=\"mine\""), page.indexOf("id=\"stuck\""));
    }

    /** Takes a step as its form was opened: it names the act it is based on. */
    private void step(String login, String matter, String step, String field, String value) throws Exception {
        var basedOn = java.util.regex.Pattern.compile("name=\"basedOn\" value=\"([^\"]+)\"").matcher(page(login, matter + "/steps/" + step));
        done(login, post(matter + "/steps/" + step).param(field, value).param("basedOn", basedOn.find() ? basedOn.group(1) : ""));
    }

    /** Where it led. */
    private String done(String login, MockHttpServletRequestBuilder request) throws Exception {
        var response = response(login, request.param("key", ids.next().toString()).with(csrf()));
        assertThat(response.getStatus()).as(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(302);
        return response.getRedirectedUrl();
    }

    @Test
    @DisplayName("各处按建制顺序，没有比例，没有排序")
    void placesAreInOrderAndNeverCompared() throws Exception {
        String page = page("shuji", ASSEMBLY);
        var townships = organisations.asOf(people.scopeOf("shuji")).units().stream()
                .filter(unit -> unit.kind().name().equals("TOWNSHIP")).map(unit -> ">" + unit.shortName() + "</a>").toList();
        for (int i = 1; i < townships.size(); i++) {
            assertThat(page.indexOf(townships.get(i - 1))).isBetween(0, page.indexOf(townships.get(i)));
        }
        assertThat(page).doesNotContain("%", "sort", "排序").contains("县级班子和县直单位（合计）");
    }

    @Test
    @DisplayName("县领导只看合计；乡镇看得到下级逐件和理由；村里看不到别的村")
    void instancesAreSeenByTheUnitAndItsTownshipOnly() throws Exception {
        assertThat(page("shuji", ASSEMBLY)).contains("其他人只看合计").doesNotContain("/duties/branch-assembly~");
        assertThat(page("zuzhiweiyuan", ASSEMBLY)).contains("/duties/branch-assembly~unit:");
        String other = organisations.asOf(people.scopeOf("shuji")).unit("539900100202").orElseThrow().id().toString();
        var refused = response("cunzhishu", get("/standing").param("unit", other));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("不对您单独列出");
    }

    @Test
    @DisplayName("一个乡镇每期只有一件的，合计就是那一件：县领导和别的乡镇看不到，乡镇自己和管制度的部门看得到")
    void aTotalOfOneIsAnInstance() throws Exception {
        var township = organisations.asOf(people.scopeOf("shuji")).unit("539900100").orElseThrow();
        String study = "/standing/duties/strict-governance-study";
        assertThat(page("shuji", study)).contains("云岭县 · 2026年", "2026年上半年").doesNotContain(">" + township.shortName() + "</a>");
        assertThat(page("shuji", study + "?unit=" + township.id())).contains("每期只有一件").doesNotContain("2026年上半年</th>", "导出 Excel");
        assertThat(page("shuji", "/standing?unit=" + township.id())).doesNotContain("专题研究从严治党").contains("支部党员大会", "每期只有一件");
        assertThat(page("zhenshuji", study + "?unit=" + township.id())).contains("2026年上半年</th>");
        assertThat(page("zhenshuji", "/standing?unit=" + township.id())).contains("专题研究从严治党");
    }

    @Test
    @DisplayName("合并后的村支书看合并前一天：打开就是自己合并前的支部，逐件看得到；邻村的看不到")
    void aMergedVillageSeesItsOwnPast() throws Exception {
        var before = organisations.asOf(people.scopeOf("hecun").at(AsOf.on(LocalDate.of(2026, 2, 9))));
        String page = page("hecun", ASSEMBLY + "?on=2026-02-09");
        for (String code : DemoCounty.MERGED) {
            assertThat(page).contains("value=\"" + before.unit(code + "Z1").orElseThrow().id());
        }
        assertThat(page).contains("/duties/branch-assembly~unit:" + before.unit(DemoCounty.MERGED.getFirst() + "Z1").orElseThrow().id());
        assertThat(page("cunzhishu", ASSEMBLY + "?on=2026-02-09")).doesNotContain(before.unit(DemoCounty.MERGED.getFirst() + "Z1").orElseThrow().id().toString());
    }

    @Test
    @DisplayName("管这项制度的部门看得到全县逐件")
    void theKeepingDepartmentSeesAll() throws Exception {
        String county = organisations.asOf(people.scopeOf("shuji")).units().getFirst().id().toString();
        assertThat(page("zuzhigu", ASSEMBLY + "?unit=" + county + "&span=2026-07-01~2026-10-01")).contains("/duties/branch-assembly~unit:", "没有列出");
    }

    @Test
    @DisplayName("导出的逐件一件不少：页面只列一部分，表里是全部")
    void theExportIsWhole() throws Exception {
        var scope = people.scopeOf("zuzhigu");
        String county = organisations.asOf(scope).units().getFirst().id().toString();
        String page = page("zuzhigu", ASSEMBLY + "?unit=" + county + "&span=2026-07-01~2026-10-01");
        var left = java.util.regex.Pattern.compile("另有 (\\d+) 件没有列出").matcher(page);
        assertThat(left.find()).isTrue();
        var response = response("zuzhigu", post("/posts/" + scope.posts().getFirst().post() + "/standing/duties/branch-assembly/export")
                .param("key", ids.next().toString()).param("unit", county).param("span", "2026-07-01~2026-10-01").with(csrf()));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(book.getSheet("逐件").getLastRowNum()).isGreaterThanOrEqualTo(300 + Integer.parseInt(left.group(1)));
        }
    }

    @Test
    @DisplayName("当时所知也管清单：还没有登记任何事项的时候，卡住的一件也没有")
    void whatWasKnownNarrowsTheListsToo() throws Exception {
        var scope = people.scopeOf("duchashi");
        long first = organisations.changes(scope).getLast().number();
        String page = page("shuji", "/standing?known=" + first);
        assertThat(page.substring(page.indexOf("id=\"stuck\""), page.indexOf("id=\"week\""))).contains("没有卡住的");
        assertThat(page("shuji", "/standing")).contains("修复跨界取水口");
    }

    @Test
    @DisplayName("明年的一天、最早的事实以前、不是日期：一次说清，下面仍是今天的情况")
    void whatCannotBeAnsweredIsRefusedWithItsReason() throws Exception {
        for (var bad : new String[][] {{"on", "2027-03-01", "还没有到"}, {"on", "1900-01-01", "早于机构名册的第一天"}, {"on", "2020-01-01", "早于机构名册的第一天"},
            {"on", "昨天", "不是日期"}, {"known", "1999-01-01", "还没有登记任何事实"}, {"known", "0", "还没有登记任何事实"}}) {
            var response = response("shuji", get("/standing").param(bad[0], bad[1]));
            assertThat(response.getStatus()).as(bad[1]).isEqualTo(422);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains(bad[2], "应办件数");
        }
    }

    @Test
    @DisplayName("换了日子，选的时段不在那一年或者还没有开始：改看那一天所在的同样一段，写明改了；乱写的时段不看")
    void aSpanThatTheDayDoesNotKnowIsMovedAndSaid() throws Exception {
        assertThat(page("shuji", "/standing?on=2026-03-01&span=2026-10-01~2026-11-01")).contains("所选的2026年10月不在2026年", "下面看的是2026年3月", "云岭县 · 2026年3月");
        assertThat(page("shuji", "/standing?on=2025-12-31&span=2026-04-01~2026-07-01")).contains("下面看的是2025年第四季度");
        for (var bad : new String[] {"今年", "2026-10-02~2026-11-01", "2026-13-01~2026-14-01"}) {
            var response = response("shuji", get("/standing").param("span", bad));
            assertThat(response.getStatus()).as(bad).isEqualTo(422);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("“时段”里没有这一段");
        }
    }

    @Test
    @DisplayName("几位副县长逐件列出来，各写分管什么，分得清是哪一位；不写姓名")
    void postsOfOneTitleAreToldApart() throws Exception {
        var page = page("duchashi", "/standing/duties/walk-the-process?unit=" + organisations.asOf(people.scopeOf("shuji")).unit(DemoCounty.CODE).orElseThrow().id()
                + "&span=2026-07-01~2027-01-01");
        assertThat(page).contains("县政府县长</a>").doesNotContain("县政府副县长<");
        assertThat(Pattern.compile("县政府副县长（分管[^）]+）").matcher(page).results().map(MatchResult::group).distinct()).hasSize(5);
    }

    @Test
    @DisplayName("一月里看得到上一年的各段：年底补办的要算在上一年，截至今天看才有；还没有开始的月份不列")
    void theYearThatIsOverIsStillThere() throws Exception {
        assertThat(page("shuji", "/standing?on=2026-01-20&span=2025-10-01~2026-01-01")).contains("云岭县 · 2025年第四季度").doesNotContain("下面看的是");
        assertThat(Spans.of(LocalDate.of(2027, 1, 21)).stream().map(Period::label)).startsWith("2027年", "2027年上半年", "2027年第一季度", "2027年1月", "2026年")
                .contains("2026年第四季度", "2026年12月").hasSize(4 + 19);
    }

    @Test
    @DisplayName("合并前一天看，两个老支部还在；按合并前所知看今天，新支部还没有")
    void theTwoSwitchesAreTwo() throws Exception {
        String page = page("zhenshuji", ASSEMBLY + "?on=2026-02-09&span=2026-01-01~2026-04-01");
        assertThat(page).contains("这是截至 2026年2月9日 的情况");
        var scope = people.scopeOf("duchashi");
        long before = organisations.changes(scope).stream().filter(change -> change.title().contains("合并")).findFirst().orElseThrow().number() - 1;
        assertThat(organisations.asOf(scope, new AsOf(LocalDate.of(2026, 11, 23), before)).unit("539900105213")).isEmpty();
        assertThat(page("shuji", "/standing?known=" + before)).contains("只按当时所知（" + before + "）");
    }

    @Test
    @DisplayName("导出是一次操作：按两下也只记一次，表里有各张清单")
    void anExportIsAnAct() throws Exception {
        var scope = people.scopeOf("shuji");
        var key = ids.next();
        String address = "/posts/" + scope.posts().getFirst().post() + "/standing/export";
        for (int i = 0; i < 2; i++) {
            var response = response("shuji", post(address).param("key", key.toString()).with(csrf()));
            assertThat(response.getStatus()).isEqualTo(200);
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
                assertThat(book.getSheetName(0)).isEqualTo("应办件数");
                assertThat(book.getSheetName(2)).isEqualTo("卡住的");
                assertThat(book.getNumberOfSheets()).isEqualTo(6);
            }
        }
        var acts = transactions.reading(scope, sql -> sql.sql("select count(*) from act where kind = 'standing.exported' and key = ?")
                .param(key).query(Integer.class).single());
        assertThat(acts).isEqualTo(1);
    }

    @Test
    @DisplayName("一项应办的导出不超出看得到的：县领导没有逐件那张表")
    void anExportShowsNoMoreThanThePage() throws Exception {
        assertThat(sheets("shuji")).doesNotContain("逐件");
        assertThat(sheets("zuzhiweiyuan")).contains("逐件");
    }

    @Test
    @DisplayName("全年图、打印一页，都说未见记录不等于未开展")
    void pictureAndSheet() throws Exception {
        assertThat(page("shuji", "/standing/year")).contains("echarts", "data-picture", "未见记录不等于未开展", "上一年同月已记录")
                .as("上一年还没有启用的月份不写成零件").contains("平台还没有启用，没有可比的数", "<td class=\"num\">未启用</td>", "seenBefore&#34;:[null,");
        assertThat(page("shuji", "/standing/sheet")).contains("one-page", "未见记录不等于未开展", "没有向任何单位要过材料");
        assertThat(page("shuji", "/standing")).doesNotContain("echarts");
    }

    private String sheets(String login) throws Exception {
        Scope scope = people.scopeOf(login);
        var response = response(login, post("/posts/" + scope.posts().getFirst().post() + "/standing/duties/branch-assembly/export")
                .param("key", ids.next().toString()).with(csrf()));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var names = new StringBuilder();
            book.sheetIterator().forEachRemaining(sheet -> names.append(sheet.getSheetName()).append(' '));
            return names.toString();
        }
    }

    private String page(String login, String address) throws Exception {
        var response = response(login, get(URI.create(address)));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse response(String login, MockHttpServletRequestBuilder request) throws Exception {
        var who = people.signedIn(login);
        var token = new TestingAuthenticationToken(who, "", "USER");
        return web.perform(request.with(authentication(token))).andReturn().getResponse();
    }
}
