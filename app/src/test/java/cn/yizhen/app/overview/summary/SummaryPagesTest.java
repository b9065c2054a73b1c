package cn.yizhen.app.overview.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.matter.MatterId;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.matter.NewMatter;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.procedure.Particulars;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@AppTest
@DisplayName("督查室写季度总结")
class SummaryPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Matters matters;
    @Autowired Summaries summaries;
    @Autowired SummaryStore store;
    @Autowired Transactions transactions;
    @Autowired Ids ids;
    @Autowired ActSequencer sequencer;

    @Test
    @DisplayName("进展是本季度最近一句带日期；没有记录的写本季度无新记录；困难和提请协调照牵头单位写的")
    void rowsInTheUnitsOwnWords() {
        var matter = opened();
        assertThat(row(matter).progress()).isEqualTo("本季度无新记录");
        take("wenlv", matter, "progress", Particulars.NONE.and("words", "讲解词写了三篇。").and("as-of", LocalDate.of(2026, 11, 20)));
        take("wenlv", matter, "ask-coordination", Particulars.NONE.and("ground", "村史馆的钥匙在镇里"));
        take("wenlv", matter, "ask-extension", Particulars.NONE.and("ground", "缺两个村的资料").and("until", LocalDate.of(2027, 1, 20)));
        var row = row(matter);
        assertThat(row.progress()).isEqualTo("讲解词写了三篇（11月20日）");
        assertThat(row.coordination()).isEqualTo("村史馆的钥匙在镇里（11月23日提请，未答复）");
        assertThat(row.problem()).contains("缺两个村的资料");
        assertThat(row.due()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(row.judgement()).as("判断只由人填").isNull();
    }

    @Test
    @DisplayName("当时所知：后来才记的不在里面")
    void asKnownThen() {
        var matter = opened();
        var period = period();
        var scope = scope("duchashi").at(new AsOf(TODAY, 0));
        assertThat(summaries.summary(scope, period, Form.BRIEFING).rows()).noneMatch(row -> row.matter().equals(matter.value()));
        assertThat(summaries.summary(scope("duchashi").at(AsOf.on(TODAY.minusDays(1))), period, Form.BRIEFING).rows())
                .as("立项以前的那一天").noneMatch(row -> row.matter().equals(matter.value()));
    }

    @Test
    @DisplayName("判断要有依据，缺一样整张都不存，填的还在；存了写明是谁判断的")
    void judgements() throws Exception {
        var matter = opened();
        var refused = page(post("judgements", "base", base("judgements"), "judgement-" + matter, "BEHIND", "number-" + matter, "督7", "ground-" + matter, ""));
        assertThat(refused).contains("督7只写了判断。");
        assertThat(as("duchashi", post("judgements", "base", base("judgements"), "judgement-" + matter, "ON_SCHEDULE", "ground-" + matter, "初稿已有三篇")).getStatus())
                .isEqualTo(302);
        var judged = row(matter).judgement();
        assertThat(judged).isNotNull();
        assertThat(judged.words()).isEqualTo("达序时：初稿已有三篇");
        assertThat(judged.byName()).isEqualTo(scope("duchashi").name());
        assertThat(page(post("judgements", "base", base("judgements"), "judgement-" + matter, "", "number-" + matter, "督7", "ground-" + matter, "")))
                .as("不能悄悄当没改").contains("督7已经有判断，不能改成空的");
    }

    @Test
    @DisplayName("季度过了才判断的，算在那个季度里；往回看到季度中间的一天，那时还没有判断")
    void judgedAfterThePeriod() {
        var matter = opened().value();
        var third = SummaryPeriod.of("2026-Q3").orElseThrow();
        var scope = scope("duchashi");
        var base = summaries.summary(scope, third, Form.BRIEFING).bases().get("judgements").orElse(null);
        assertThat(summaries.judge(scope, ids.next(), third, base, List.of(new TypedJudgement(matter, "督7", "DONE", "已经验收")))).isInstanceOf(Performed.Done.class);
        assertThat(judged(scope, third, third.days().lastDay())).contains(matter);
        assertThat(judged(scope, third, third.days().lastDay().minusDays(1))).doesNotContain(matter);
    }

    @Test
    @DisplayName("存正文只存改过的段落，其余的仍随事实变；当时所知里没有后来改的")
    void untouchedBlocksFollowTheFacts() throws Exception {
        var request = MockMvcRequestBuilders.post("/posts/" + scope("duchashi").post().post() + "/summaries/2026/texts").param("key", ids.next().toString());
        for (var block : Block.values()) {
            request.param("was-" + block, "页面上\r\n原来的话").param(block.name(), block == Block.NEXT ? "一件一件办。" : "页面上\n原来的话");
        }
        assertThat(as("duchashi", request).getStatus()).isEqualTo(302);
        var year = SummaryPeriod.of("2026").orElseThrow();
        assertThat(summaries.summary(scope("duchashi"), year, Form.BRIEFING).edited()).containsExactly(Block.NEXT);
        assertThat(summaries.summary(scope("duchashi").at(new AsOf(TODAY, 0)), year, Form.BRIEFING).edited()).isEmpty();
    }

    @Test
    @DisplayName("还没有开始的季度和年度：不写，说清楚；也发不出去")
    void aPeriodToCome() throws Exception {
        for (var period : new String[] {"2027-Q1", "2027"}) {
            var page = as("duchashi", MockMvcRequestBuilders.get("/summaries/" + period));
            assertThat(page.getStatus()).isEqualTo(422);
            assertThat(page.getContentAsString()).contains("还没有开始，没有可总结的", "2026年第四季度部署任务督查情况").doesNotContain("/summaries/2027");
        }
    }

    @Test
    @DisplayName("通报没有签批发不出去；点名批评要签批；排先后的怎么都发不出去；签批以后改过的要重新签")
    void signOff() throws Exception {
        opened();
        assertThat(page(post("issue", "form", "CIRCULAR", "number", "云办发〔2026〕77号", "date", "2026-11-23"))).contains("通报没有签批");
        text("CIRCULAR", "OVERVIEW", "县文旅局推进缓慢。");
        signed("CIRCULAR");
        text("CIRCULAR", "NEXT", "改过的安排。");
        assertThat(page(post("issue", "form", "CIRCULAR", "number", "云办发〔2026〕77号", "date", "2026-11-23"))).contains("通报没有签批", "签批以后又改过");
        text("CIRCULAR", "PROBLEMS", "县文旅局排名末位。");
        signed("CIRCULAR");
        assertThat(page(post("issue", "form", "CIRCULAR", "number", "云办发〔2026〕77号", "date", "2026-11-23"))).contains("排了先后");
        text("CIRCULAR", "PROBLEMS", "");
        signed("CIRCULAR");
        assertThat(as("duchashi", post("issue", "form", "CIRCULAR", "number", "云办发〔2026〕77号", "date", "2026-11-23")).getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("签批以后单位又写的进展，不在印发的通报里；登记的是签批那一号操作")
    void whatWasSignedIsWhatGoesOut() throws Exception {
        var matter = opened();
        take("wenlv", matter, "progress", Particulars.NONE.and("words", "签批以前写的").and("as-of", TODAY));
        signed("CIRCULAR");
        sequencer.round();
        take("wenlv", matter, "progress", Particulars.NONE.and("words", "签批以后写的").and("as-of", TODAY));
        sequencer.round();
        assertThat(as("duchashi", post("issue", "form", "CIRCULAR", "number", "云办发〔2026〕78号", "date", "2026-11-23")).getStatus()).isEqualTo(302);
        var shown = summaries.summary(scope("duchashi"), period(), Form.CIRCULAR);
        var paper = shown.issued().getFirst();
        assertThat(paper.known()).isEqualTo(shown.signedOff().orElseThrow().number());
        try (var document = new XWPFDocument(new ByteArrayInputStream(as("duchashi", get("/papers/" + paper.paper() + "/issued.docx")).getContentAsByteArray()))) {
            assertThat(document.getTables().getFirst().getText()).contains("签批以前写的").doesNotContain("签批以后写的");
        }
    }

    @Test
    @DisplayName("专报印发：文件和附表原样存档，写明截至哪天、第几号操作；本季度的总结记录同时有了")
    void issueBriefing() throws Exception {
        var matter = opened();
        assertThat(as("duchashi", post("issue", "form", "BRIEFING", "number", "第9期", "date", "2026-11-23")).getStatus()).isEqualTo(302);
        var page = page(get("/summaries/2026-Q4"));
        assertThat(page).contains("第9期", "号操作");
        var paper = Pattern.compile("/papers/([0-9a-f-]+)/issued.docx").matcher(page);
        assertThat(paper.find()).isTrue();
        var word = as("duchashi", get("/papers/" + paper.group(1) + "/issued.docx")).getContentAsByteArray();
        var book = as("duchashi", get("/papers/" + paper.group(1) + "/issued.xlsx")).getContentAsByteArray();
        try (var document = new XWPFDocument(new ByteArrayInputStream(word)); var workbook = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            assertThat(document.getTables().getFirst().getText()).contains("总号", "任务原文", "牵头领导", "牵头单位", "时限", "进展", "问题", "需协调", "判断");
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isGreaterThan(2);
        }
        take("wenlv", matter, "progress", Particulars.NONE.and("words", "印发以后才写的").and("as-of", TODAY));
        assertThat(as("duchashi", get("/papers/" + paper.group(1) + "/issued.docx")).getContentAsByteArray()).isEqualTo(word);
        assertThat(page(get("/records"))).contains("部署任务督查情况");
    }

    @Test
    @DisplayName("从一件事项起草督查通知单，原文、单位、时限都已填好")
    void noticeOfAMatter() throws Exception {
        var address = "/posts/" + scope("duchashi").post().post() + "/matters/" + opened() + "/notice";
        assertThat(page(get(address))).contains("督查通知单", "年底前写好讲解词。", "2026年12月31日", "不另报材料");
        assertThat(as("wenlv", get(address)).getStatus()).isNotEqualTo(200);
    }

    @Test
    @DisplayName("不是督查部门的看不到")
    void onlyTheOffice() throws Exception {
        assertThat(as("wenlv", get("/summaries/2026-Q4")).getStatus()).isEqualTo(404);
        assertThat(as("duchashi", get("/summaries/2026-Q7")).getStatus()).isEqualTo(404);
    }

    private Set<UUID> judged(Scope scope, SummaryPeriod period, LocalDate on) {
        return transactions.reading(scope, sql -> store.judgements(sql, period, AsOf.on(on)).keySet());
    }

    private MatterId opened() {
        var office = scope("duchashi");
        var lead = scope("wenlv").post().unit();
        var asked = new NewMatter(null, "编写讲解词" + ids.next().toString().substring(30), "年底前写好讲解词。", null, null, null, null, lead, Set.of(), LocalDate.of(2026, 12, 31));
        var done = matters.open(office, ids.next(), asked);
        assertThat(done).as(done.toString()).isInstanceOf(Performed.Done.class);
        return new MatterId(UUID.fromString(((Performed.Done) done).result().replaceAll(".*/", "")));
    }

    private void take(String login, MatterId matter, String step, Particulars said) {
        var scope = scope(login);
        var done = matters.take(scope, matter, step, said, ids.next(), matters.latestAct(scope, matter).orElse(null));
        assertThat(done).as(done.toString()).isInstanceOf(Performed.Done.class);
    }

    private SummaryRow row(MatterId matter) {
        return summaries.summary(scope("duchashi"), period(), Form.BRIEFING).rows().stream().filter(row -> row.matter().equals(matter.value())).findFirst().orElseThrow();
    }

    private static SummaryPeriod period() {
        return SummaryPeriod.of("2026-Q4").orElseThrow();
    }

    private Scope scope(String login) {
        var whole = people.scopeOf(login);
        var post = whole.posts().stream().filter(one -> !login.equals("duchashi") || one.permissions().contains(Permission.SUPERVISE)).findFirst().orElseThrow();
        return whole.under(post.post());
    }

    private void text(String form, String block, String words) throws Exception {
        var shown = summaries.summary(scope("duchashi"), period(), Form.named(form));
        var request = post("texts", "form", form, "base", shown.bases().get("texts").map(UUID::toString).orElse(""));
        for (var one : Block.values()) {
            request.param("was-" + one, shown.text(one)).param(one.name(), one.name().equals(block) ? words : shown.text(one));
        }
        assertThat(as("duchashi", request).getStatus()).isEqualTo(302);
    }

    private void signed(String form) throws Exception {
        assertThat(as("duchashi", post("sign-offs", "form", form, "leader", "县委书记", "signed-on", "2026-11-23", "words", "同意印发。")).getStatus()).isEqualTo(302);
    }

    private String base(String form) {
        return summaries.summary(scope("duchashi"), period(), Form.BRIEFING).bases().get(form).map(UUID::toString).orElse("");
    }

    private MockHttpServletRequestBuilder post(String what, String... fields) {
        var request = MockMvcRequestBuilders.post("/posts/" + scope("duchashi").post().post() + "/summaries/2026-Q4/" + what).param("key", ids.next().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return as("duchashi", request).getContentAsString();
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var token = UsernamePasswordAuthenticationToken.authenticated(people.signedIn(login), null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
