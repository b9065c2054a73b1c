package cn.yizhen.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.application.SampleSpeech;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Organisation;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@DisplayName("一篇讲话到一张印发的表")
class FromSpeechToTableTest {

    @Autowired MockMvc web;
    @Autowired Ids ids;
    @Autowired Office office;
    @Autowired Counties counties;
    @Autowired SampleSpeech sample;
    @Autowired Transactions transactions;

    Organisation county;
    Scope clerk;

    @BeforeEach
    void people() {
        county = counties.today(Scope.system("539900", "测试", AsOf.on(People.TODAY)));
        clerk = People.in(county, "县委办", "秦文", Permission.DRAFT_DEPLOYMENT);
    }

    @Test
    @DisplayName("收入、确认日期、整理、征求意见、处理意见、送审、签批、印发，单位看到自己的条目")
    void theWholeWay() throws Exception {
        var id = received(sample.text(People.TODAY));
        sends(clerk, id, "date", "date", "2026-11-20");
        var review = shows(clerk, "/deployments/" + id);
        Pages.keep("review", review);
        assertThat(review).contains("未处理 0");

        var row = first(id, r -> r.lacksLead());
        Pages.keep("review-row", shows(clerk, "/deployments/" + id + "?row=" + row.id()));
        sends(clerk, id, "assignments", lead(rows(id, Row::lacksLead), "县委办"));
        sends(clerk, id, "due-confirmations", rowsOf(rows(id, Row::suggestedDue)));
        sends(clerk, id, "due-days", with(rowsOf(rows(id, r -> r.opensMatter() && r.due().past(People.TODAY))), "day", "2026-12-20", "reason", "原定日期已过，顺延一个月"));
        sends(clerk, id, "consultation", "days", "5");
        assertThat(now(id).stage()).isEqualTo(Stage.CONSULTING);

        var school = People.in(county, "县委党校", "韩静");
        var led = first(id, r -> r.assignment().supportingNames().contains("县委党校") || r.assignment().lead() != null && r.assignment().lead().name().equals("县委党校"));
        var asked = shows(school, "/deployments/" + id + "/table");
        Pages.keep("asked", asked);
        assertThat(asked).contains(led.wording()).contains("对这一条有意见");
        sends(school, id, "objections", "rows", led.id().toString(), "about", "DUE", "words", "编写教材需要半年，建议放到六月底。");
        assertThat(shows(clerk, "/deployments/" + id + "/objections")).contains("编写教材需要半年");
        assertThat(says(clerk, id, "objections-for", "unit", "县统计局", "number", led.number(), "about", "OTHER", "words", "电话：表述再斟酌。"))
                .contains("县统计局不在第 " + led.number() + " 条的牵头、配合单位里（牵头：", "先在草案里把它列为牵头或者配合单位");

        assertThat(says(clerk, id, "submission", "early", "各单位均已答复")).contains("还有 1 条意见没有处理");
        sends(clerk, id, "settlements", "objection", now(id).openObjections().getFirst().id().toString(), "result", "DECLINED", "reason", "县委已定三月底前用上。");
        Pages.keep("opinions", shows(clerk, "/deployments/" + id + "/objections"));
        Pages.keep("way", shows(clerk, "/deployments/" + id + "/way"));
        sends(clerk, id, "submission", "early", "各单位均已答复");
        sends(clerk, id, "sign-offs", "leader", "县委书记", "on", "2026-11-23", "words", "同意", "outcome", "approved");
        assertThat(says(clerk, id, "issue", "paper", "云办发[2026]31号", "on", "2026-11-23")).contains("六角括号");
        sends(clerk, id, "issue", "paper", "云办发〔2026〕31号", "on", "2026-11-23");
        assertThat(now(id).stage()).isEqualTo(Stage.ISSUED);

        var stranger = People.in(county, "县统计局", "方石");
        var table = shows(stranger, "/deployments/" + id + "/table");
        Pages.keep("table", table);
        assertThat(table).contains("云办发〔2026〕31号").contains("平台不承接");
        Pages.keep("list", shows(clerk, "/deployments?sample=1"));
    }

    @Test
    @DisplayName("别的办公室看不到草案，不相干的单位看不到征求意见稿")
    void draftsAndConsultationsAreHidden() throws Exception {
        var id = received(sample.text(People.TODAY));
        sends(clerk, id, "date", "date", "2026-11-20");
        var otherOffice = People.in(county, "县政府办", "陆原", Permission.DRAFT_DEPLOYMENT);
        assertThat(status(otherOffice, "/deployments/" + id + "/table")).isEqualTo(404);
        assertThat(office.find(otherOffice, UUID.fromString(id))).isEmpty();
        sends(clerk, id, "assignments", lead(rows(id, _ -> true), "县委办"));
        sends(clerk, id, "consultation", "days", "5");
        assertThat(status(People.in(county, "县统计局", "方石"), "/deployments/" + id + "/table")).isEqualTo(404);
    }

    @Test
    @DisplayName("同一张表单点两下，只改一次；两人改同一条，后来的人看到前面的改动")
    void doubleClicksAndTwoClerks() throws Exception {
        var id = received(sample.text(People.TODAY));
        sends(clerk, id, "date", "date", "2026-11-20");
        var row = first(id, _ -> true).id().toString();
        var key = ids.next().toString();
        int before = now(id).last();
        for (int click = 0; click < 2; click++) {
            var response = send(clerk, id, "grades", "key", key, "seen", String.valueOf(before), "rows", row, "to", "NOTED");
            assertThat(response.getStatus()).isEqualTo(302);
        }
        assertThat(now(id).last()).isEqualTo(before + 1);

        var colleague = People.in(county, "县委办", "骆青", Permission.DRAFT_DEPLOYMENT);
        var late = send(colleague, id, "grades", "key", ids.next().toString(), "seen", String.valueOf(before), "rows", row, "to", "LIMIT");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("秦文已有改动").contains("您刚才要做的");
        var elsewhere = now(id).draft().rows().getLast().id().toString();
        var beside = send(colleague, id, "grades", "key", ids.next().toString(), "seen", String.valueOf(before), "rows", elsewhere, "to", "LIMIT");
        assertThat(beside.getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("读不出、有密级、没有文字的来件，什么都不存，说明怎么办")
    void whatMustNotBeStoredIsRefused() throws Exception {
        for (var text : List.of("", "机密★1年\n关于某事的通知\n请各单位落实。")) {
            var response = send(clerk, null, "", "key", ids.next().toString(), "text", text);
            assertThat(response.getStatus()).as(text).isEqualTo(422);
        }
        assertThat(status(clerk, "/deployments")).isEqualTo(200);
    }

    private String received(String text) throws Exception {
        var response = send(clerk, null, "", "key", ids.next().toString(), "text", text, "title", "在重点工作部署会上的讲话");
        assertThat(response.getRedirectedUrl()).startsWith("/deployments/");
        return response.getRedirectedUrl().substring("/deployments/".length());
    }

    private Deployment now(String id) {
        return office.find(clerk, UUID.fromString(id)).orElseThrow().deployment();
    }

    private List<Row> rows(String id, Predicate<Row> which) {
        return now(id).draft().rows().stream().filter(which).toList();
    }

    private Row first(String id, Predicate<Row> which) {
        return rows(id, which).getFirst();
    }

    private static String[] rowsOf(List<Row> rows) {
        return rows.stream().flatMap(row -> Stream.of("rows", row.id().toString())).toArray(String[]::new);
    }

    private static String[] lead(List<Row> rows, String unit) {
        return with(rowsOf(rows), "lead", unit);
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    /** Sends a form as the page of the moment would, and expects it to stand. */
    private void sends(Scope who, String id, String what, String... fields) throws Exception {
        var response = asked(who, id, what, fields);
        assertThat(response.getStatus()).as(what + ": " + reasons(response)).isEqualTo(302);
    }

    /** Sends a form that is refused; answers the page. */
    private String says(Scope who, String id, String what, String... fields) throws Exception {
        var response = asked(who, id, what, fields);
        assertThat(response.getStatus()).as(what).isEqualTo(422);
        return response.getContentAsString();
    }

    private MockHttpServletResponse asked(Scope who, String id, String what, String... fields) throws Exception {
        return send(who, id, what, with(fields, "key", ids.next().toString(), "seen", String.valueOf(now(id).last())));
    }

    private MockHttpServletResponse send(Scope who, String id, String what, String... fields) throws Exception {
        var address = "/posts/" + who.posts().getFirst().post() + "/deployments" + (id == null ? "" : "/" + id + "/" + what);
        MockHttpServletRequestBuilder request = post(address);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request.with(csrf()).with(user(who.name())).requestAttr(Scope.class.getName(), who)).andReturn().getResponse();
    }

    private String shows(Scope who, String address) throws Exception {
        var response = web.perform(get(address).with(user(who.name())).requestAttr(Scope.class.getName(), who)).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    private int status(Scope who, String address) throws Exception {
        return web.perform(get(address).with(user(who.name())).requestAttr(Scope.class.getName(), who)).andReturn().getResponse().getStatus();
    }

    private static String reasons(MockHttpServletResponse response) throws Exception {
        var page = response.getContentAsString();
        int at = page.indexOf("class=\"reasons\"");
        return at < 0 ? page.substring(0, Math.min(200, page.length())) : page.substring(at, Math.min(at + 600, page.length()));
    }
}
