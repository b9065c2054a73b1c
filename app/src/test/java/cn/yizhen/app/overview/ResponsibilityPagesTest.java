package cn.yizhen.app.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.organisation.OrganisationKeeping;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@AppTest
class ResponsibilityPagesTest {

    private static final String KEEPER = "zuzhigu";

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired OrganisationKeeping keeping;
    @Autowired Ids ids;

    @Test
    @DisplayName("县领导、部门、乡镇各有一张分工表：管什么、依据什么、和谁一起、B角是谁，可下载成 Word 和 Excel")
    void everyTableOnScreenAndAsAFile() throws Exception {
        assertThat(page("cunzhishu", "/responsibilities")).contains("县领导", "乡镇", "部门", "我的岗位");
        var leader = holderPost("ZF-05");
        var table = page("shuji", "/responsibilities/posts/" + leader.id());
        assertThat(table).contains("分管", "自2021年3月1日起", "同上", "Word", "Excel");
        var department = now().unit("B16").orElseThrow();
        var ofUnit = page("caizheng", "/responsibilities/units/" + department.id());
        assertThat(ofUnit).contains("本单位职责", "班子成员分工", "谁分管、谁联系本单位", "无变化", "有变化");
        assertThat(page("caizheng", "/responsibilities/units/" + now().unit(DemoCounty.CODE + "100").orElseThrow().id())).contains("青岚镇").doesNotContain("无变化");
        try (var word = new XWPFDocument(new ByteArrayInputStream(as("shuji", get("/responsibilities/posts/" + leader.id() + "/table.docx")).getContentAsByteArray()));
                var excel = new XSSFWorkbook(new ByteArrayInputStream(as("shuji", get("/responsibilities/units/" + department.id() + "/table.xlsx")).getContentAsByteArray()))) {
            assertThat(word.getTables()).isNotEmpty();
            assertThat(excel.getSheetAt(0).getLastRowNum()).isGreaterThan(5);
        }
    }

    @Test
    @DisplayName("名册以前的一天、单位还没有的一天：说清楚；明年的一天：按现在所知，写明还没有到")
    void daysOutsideTheTable() throws Exception {
        assertThat(page("shuji", "/responsibilities?on=1900-01-01")).contains("还没有机构名册", "名册从 ");
        assertThat(page("shuji", "/responsibilities?on=2020-01-01")).as("只有县，没有县以下的单位").contains("还没有机构名册");
        assertThat(page("shuji", "/responsibilities?on=2027-06-01")).contains("这一天还没有到");
        var merged = now().unit(DemoCounty.MERGER).orElseThrow();
        assertThat(page("shuji", "/responsibilities/units/" + merged.id() + "?on=2026-02-09")).contains("没有这个岗位或单位");
        assertThat(page("shuji", "/responsibilities/units/" + merged.id() + "?on=2027-06-01")).contains("这一天还没有到");
    }

    @Test
    @DisplayName("在办事项：本单位和分管领导看得到是哪一件，别人只知道几件")
    void whatIsOpenIsSeenByThoseItConcerns() throws Exception {
        var unit = now().unit("B30").orElseThrow();
        assertThat(page("wenlv", "/responsibilities/units/" + unit.id())).contains("在办事项（");
        assertThat(page("shuji", "/responsibilities/units/" + unit.id())).as("县领导看得到全县的事项，分工表上也一样").contains("在办事项（");
        assertThat(page("cunzhishu", "/responsibilities/units/" + unit.id())).contains("内容只有办理单位、其上级和分管领导看得到").doesNotContain("在办事项（");
        assertThat(page("wenlv", "/responsibilities/units/" + unit.id() + "?on=2021-03-02")).doesNotContain("在办事项（");
    }

    @Test
    @DisplayName("换领导是一次操作：任免之后给出当日清单；分工一行不少，接任的人看得到全部应办，别人只看到项数")
    void aLeaderChangesInOneAct() throws Exception {
        var at = holderPost(DemoCounty.CODE + "106-01");
        var before = now().responsibilities(new Bearer.OfPost(at.id()));
        var leaver = now().holders(at.id()).getFirst().person();
        var address = "/organisation/posts/" + at.id() + "/appointment";
        assertThat(page(KEEPER, address)).contains("任免：", now().person(leaver).orElseThrow().name(), "一件不少");
        assertThat(send(KEEPER, address, Map.of("day", "2026-11-20", "name", "", "leaving", leaver.toString())).getContentAsString()).contains("没有写任免文件");
        var namesake = now().person(now().holders(holderPost("B16-02").id()).getFirst().person()).map(Person::name).orElseThrow();
        assertThat(send(KEEPER, address, Map.of("day", "2026-11-20", "name", namesake, "leaving", leaver.toString(), "paper", "云委干〔2026〕30号")).getContentAsString())
                .contains("是不是同一个人");
        assertThat(send(KEEPER, address, Map.of("day", "2026-11-20", "name", "闻到任")).getContentAsString()).contains("没有写任免文件")
                .as("没有勾离任的，退回来也没有勾").doesNotContain("name=\"leaving\" value=\"" + leaver.toString() + "\" checked");
        var done = send(KEEPER, address, Map.of("day", "2026-11-20", "name", "闻到任", "leaving", leaver.toString(), "paper", "云委干〔2026〕30号"));
        assertThat(done.getRedirectedUrl()).isEqualTo("/responsibilities/posts/" + at.id() + "/handover?on=2026-11-20");
        assertThat(now().responsibilities(new Bearer.OfPost(at.id()))).isEqualTo(before);
        assertThat(page(KEEPER, done.getRedirectedUrl())).contains("闻到任", "由接任的人登录后在这一页看到并打印");
        assertThat(page("duchashi", done.getRedirectedUrl())).contains("期内应办（");
        assertThat(page(KEEPER, "/organisation/changes")).contains("云委干〔2026〕30号");
        assertThat(as("cunzhishu", get(address)).getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("分工通知读成拟定的行，指着原文；确认一次写入，依据是这份通知；没有写到的按勾选结束")
    void aNoticeIsReadAndConfirmed() throws Exception {
        var leader = holderPost("ZF-07");
        var name = now().person(now().holders(leader.id()).getFirst().person()).map(Person::name).orElseThrow();
        var word = Word.write(Document.of("通知", StyleSheet.TABLES, Section.of("通知", Page.A4,
                Paragraph.of(Role.TITLE, "关于调整县政府领导分工的通知"), Paragraph.of(Role.BODY, "云政办发〔2026〕77号"),
                Paragraph.of(Role.BODY, name + "同志（副县长）：负责数字经济、康养产业工作，分管县财政局。包联石桥镇。"),
                Paragraph.of(Role.BODY, "某外人同志（副县长）：分管低空经济。"),
                Paragraph.of(Role.BODY, "各副县长，负责分管领域的安全生产。"), Paragraph.of(Role.SIGNATURE, "2026年11月18日"))));
        assertThat(as(KEEPER, multipart(base() + "/organisation/notices").file(new MockMultipartFile("file", "x.docx", null, "不是".getBytes()))).getContentAsString()).contains("还不能提交");
        var uploaded = as(KEEPER, multipart(base() + "/organisation/notices").file(new MockMultipartFile("file", "分工.docx", null, word)));
        var preview = page(KEEPER, uploaded.getRedirectedUrl());
        assertThat(preview).contains(name, "<mark>数字经济</mark>", "云政办发〔2026〕77号", "value=\"2026-11-18\"", "没有找到这个人", "通知里没有写到的");
        var address = uploaded.getRedirectedUrl() + "/confirmation";
        assertThat(preview).contains("有 1 处没有读成分工行", "各副县长，负责分管领域的安全生产。");
        assertThat(send(KEEPER, address, Map.of("day", "2026-11-18", "paper", "通知（云政办发〔2026〕77号）", "take", "4", "subject-1", "康养旅游", "whole", "yes")).getContentAsString())
                .contains("没有选“某外人”的岗位").as("改的、勾的都还在").contains("name=\"take\" value=\"4\" checked", "value=\"康养旅游\"", "value=\"yes\" checked")
                .doesNotContain("name=\"take\" value=\"0\" checked");
        var request = post(base() + address).param("key", ids.next().toString()).param("basedOn", keeping.latest(people.scopeOf(KEEPER)).orElseThrow().toString())
                .param("day", "2026-11-18").param("paper", "通知（云政办发〔2026〕77号）").param("whole", "yes").param("take", "0", "1", "2", "3");
        assertThat(as(KEEPER, request).getRedirectedUrl()).as("只涉及一位领导的，写完看到他的表").isEqualTo("/responsibilities/posts/" + leader.id() + "?on=2026-11-18");
        var lines = now().responsibilities(new Bearer.OfPost(leader.id()));
        assertThat(lines).extracting(line -> line.kind().chinese() + line.subject()).containsExactlyInAnyOrder("分管数字经济", "分管康养产业", "分管县财政局", "包联石桥镇");
        assertThat(lines).allMatch(line -> line.basis().equals("通知（云政办发〔2026〕77号）"));
        assertThat(organisations.asOf(people.scopeOf(KEEPER), AsOf.on(LocalDate.of(2026, 11, 17))).responsibilities(new Bearer.OfPost(leader.id())))
                .noneMatch(line -> line.subject().equals("数字经济"));
        assertThat(page("shuji", "/responsibilities/posts/" + leader.id())).contains("云政办发〔2026〕77号", "包联");
        assertThat(page(KEEPER, "/responsibilities/questions")).contains("分管领导不止一人", "县财政局").as("一点就到写着的那张表").contains("href=\"/responsibilities/posts/" + leader.id() + "\"");
    }

    @Test
    @DisplayName("互为AB角的原文照原样列出；“统计工作”就是表上的“统计”，“人才工作”还是人才工作")
    void aNoticeInTheWordsOfTheTable() throws Exception {
        var first = nameOf("ZF-06");
        var other = nameOf("ZF-04");
        var word = Word.write(Document.of("通知", StyleSheet.TABLES, Section.of("通知", Page.A4, Paragraph.of(Role.TITLE, "分工通知"),
                Paragraph.of(Role.BODY, first + "同志（副县长）：分管统计工作。联系人才工作。与" + other + "同志互为AB角。"))));
        var preview = page(KEEPER, as(KEEPER, multipart(base() + "/organisation/notices").file(new MockMultipartFile("file", "分工.docx", null, word))).getRedirectedUrl());
        assertThat(preview).contains("value=\"统计\"", "value=\"人才工作\"", ">与" + other + "同志互为AB角<", "与<mark>" + other + "</mark>同志互为AB角");
    }

    private String nameOf(String post) {
        return now().person(now().holders(holderPost(post).id()).getFirst().person()).map(Person::name).orElseThrow();
    }

    @Test
    @DisplayName("空白与交叉只给能定的人看；年度核对一按就完，说有变化的由组织部门看到")
    void questionsAndTheYearlyCheck() throws Exception {
        assertThat(page("wenshu", "/responsibilities/questions")).contains("没有空白，也没有交叉");
        assertThat(page("wenshu", "/responsibilities")).doesNotContain("空白或交叉");
        assertThat(page("shuji", "/responsibilities/questions")).as("县领导之间的由县委书记定").contains("由哪里定", "云岭县").doesNotContain("没有空白，也没有交叉");
        var unit = now().unit("B16").orElseThrow();
        var own = people.scopeOf("caizheng").posts().getFirst().post();
        var address = "/posts/" + own + "/organisation/units/" + unit.id() + "/charge-check";
        assertThat(as("caizheng", post(address).param("key", ids.next().toString()).param("changed", "true")).getRedirectedUrl()).isEqualTo("/responsibilities/units/" + unit.id());
        assertThat(page("caizheng", "/responsibilities/units/" + unit.id())).contains("说有变化", "已经列给组织部门", "不用另报材料");
        assertThat(page(KEEPER, "/responsibilities")).contains("今年说有变化的单位", "之后还没有写入");
        send(KEEPER, "/organisation/charges", Map.of("bearer", "县财政局", "kind", "LEADS", "subject", "政府采购", "day", "2026-11-21", "paper", "三定规定"));
        assertThat(page(KEEPER, "/responsibilities")).contains("之后写入 1 行").doesNotContain("之后还没有写入");
        assertThat(as("caizheng", post("/posts/" + own + "/organisation/units/" + now().unit("B17").orElseThrow().id() + "/charge-check")
                .param("key", ids.next().toString()).param("changed", "true")).getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("一行分工凭文件写入、凭文件结束；编码不对的说明是哪一个")
    void oneLineBeginsAndEndsByItsPaper() throws Exception {
        assertThat(send(KEEPER, "/organisation/charges", Map.of("bearer", "没有", "kind", "LEADS", "subject", "", "day", "2026-11-20", "paper", "")).getContentAsString())
                .contains("没有认出“没有”是哪个岗位或单位", "没有写分管什么");
        assertThat(send(KEEPER, "/organisation/charges", Map.of("bearer", "县财政局", "kind", "LEADS", "subject", "国资监管", "day", "2026-11-20", "paper", "三定规定")).getRedirectedUrl())
                .isEqualTo("/responsibilities/units/" + now().unit("B16").orElseThrow().id() + "?on=2026-11-20");
        var unit = now().unit("B16").orElseThrow();
        assertThat(page("caizheng", "/responsibilities/units/" + unit.id())).contains("国资监管", "三定规定");
        var fact = organisations.charges(people.scopeOf(KEEPER), people.scopeOf(KEEPER).asOf()).stream().filter(one -> one.value().subject().equals("国资监管")).findFirst().orElseThrow();
        assertThat(send(KEEPER, "/organisation/charges/" + fact.id() + "/ending", Map.of("day", "2026-11-23", "paper", "")).getContentAsString()).contains("没有写依据文件");
        assertThat(send(KEEPER, "/organisation/charges/" + fact.id() + "/ending", Map.of("day", "2026-11-23", "paper", "三定调整")).getRedirectedUrl()).startsWith("/responsibilities");
        assertThat(page("caizheng", "/responsibilities/units/" + unit.id())).doesNotContain("国资监管");
        assertThat(page("caizheng", "/responsibilities/units/" + unit.id() + "?on=2026-11-22")).contains("国资监管");
    }

    @Test
    @DisplayName("承担者怎么叫就怎么写：职务加姓名认得出；同名职务不止一个的，把各是谁列出来；写入以后看到的是这个人的表")
    void whoeverIsMeantIsRecognised() throws Exception {
        var name = nameOf("ZF-06");
        var typed = Map.of("kind", "IN_CHARGE", "subject", "数字乡村", "day", "2026-11-20", "paper", "分工调整");
        assertThat(send(KEEPER, "/organisation/charges", with(typed, "县政府副县长")).getContentAsString()).contains("“县政府副县长”有 ", "写上姓名或者编码", "县政府副县长" + name + "（ZF-06）");
        assertThat(send(KEEPER, "/organisation/charges", with(typed, "副县长 " + name)).getRedirectedUrl()).isEqualTo("/responsibilities/posts/" + holderPost("ZF-06").id() + "?on=2026-11-20");
        assertThat(page(KEEPER, "/organisation/units/" + now().unit(DemoCounty.CODE + "100").orElseThrow().id())).contains("县委书记").doesNotContain("县委县委书记");
        assertThat(page(KEEPER, "/responsibilities")).as("几次调整分得清哪次是谁的").contains("“县政府副县长分工调整”为止");
    }

    @Test
    @DisplayName("一个人几个岗位管同一件事：“和谁一起”里没有本人，也没有邻村")
    void nobodyStandsBesideHimself() throws Exception {
        var held = people.scopeOf("cunzhishu").posts();
        var mine = held.stream().map(post -> now().post(post.post()).orElseThrow()).filter(post -> !post.unit().equals(held.getFirst().unit())).findFirst().orElseThrow();
        var neighbour = holderPost(DemoCounty.CODE + "100202-01");
        for (var code : List.of(now().post(held.getFirst().post()).orElseThrow().code(), mine.code(), neighbour.code())) {
            assertThat(send(KEEPER, "/organisation/charges", Map.of("bearer", code, "kind", "IN_CHARGE", "subject", "晒场管护", "day", "2026-11-20", "paper", "村规民约")).getStatus()).isEqualTo(302);
        }
        assertThat(page("cunzhishu", "/responsibilities/posts/" + mine.id())).contains("晒场管护").doesNotContain("分管 " + now().unit(mine.unit()).orElseThrow().shortName(), "分管 石洞村");
    }

    private static Map<String, String> with(Map<String, String> typed, String bearer) {
        var all = new HashMap<>(typed);
        all.put("bearer", bearer);
        return all;
    }

    private Organisation now() {
        return organisations.asOf(people.scopeOf(KEEPER));
    }

    private Post holderPost(String code) {
        return now().post(code).orElseThrow();
    }

    private String base() {
        return "/posts/" + people.scopeOf(KEEPER).posts().getFirst().post();
    }

    private MockHttpServletResponse send(String login, String address, Map<String, String> fields) throws Exception {
        var request = post("/posts/" + people.scopeOf(login).posts().getFirst().post() + address).param("key", ids.next().toString())
                .param("basedOn", keeping.latest(people.scopeOf(KEEPER)).map(Object::toString).orElse(""));
        fields.forEach(request::param);
        return as(login, request);
    }

    private String page(String login, String address) throws Exception {
        return as(login, get(address)).getContentAsString();
    }

    private MockHttpServletResponse as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var token = new TestingAuthenticationToken(people.signedIn(login), null, "USER");
        token.setAuthenticated(true);
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
