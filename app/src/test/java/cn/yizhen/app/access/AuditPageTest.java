package cn.yizhen.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the audit administrator reads, and what is not shown there. */
@AppTest
@DisplayName("审计页")
class AuditPageTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Transactions transactions;
    @Autowired ActSequencer sequencer;
    @Autowired Organisations organisations;
    @Autowired Ids ids;

    @Test
    @DisplayName("一条登记：看得到谁、何时、哪个单位、做了什么，看不到议题")
    void anActWithoutItsTopic() throws Exception {
        var topic = "秘密的议题" + ids.next();
        var unit = organisations.asOf(people.scopeOf("cunzhishu")).units().stream().filter(one -> one.code().equals("539900100201Z1")).findFirst().orElseThrow().id();
        as("cunzhishu", post("/posts/" + people.scopeOf("cunzhishu").posts().getFirst().post() + "/records").param("key", ids.next().toString())
                .param("unit", unit.toString()).param("kind", "branch-assembly").param("day", "2026-11-20").param("present", "12")
                .param("votingPresent", "12").param("topic", topic).param("heeded", "yes"));
        sequencer.round();
        var page = as("shenji", get("/audit").param("number", String.valueOf(last("record.noted"))));
        assertThat(page).contains("登记", people.signedIn("cunzhishu").account().toString(), unit.toString(), "branch-assembly", "2026-11-20", "2026-11-23 09:", AuditedAct.LEFT_OUT)
                .contains("内容与摘要相符").doesNotContain(topic);
    }

    @Test
    @DisplayName("按日期和类别查，只列编号、时间和做了什么，不列是谁")
    void byDayAndKind() throws Exception {
        web.perform(post("/login").param("login", "cunzhishu").param("password", "不对的密码").with(csrf()));
        sequencer.round();
        var number = last("login.failed");
        var list = as("shenji", get("/audit").param("day", "2026-11-23").param("kind", "login"));
        assertThat(list).contains("第 " + number + " 条").contains("登录失败").doesNotContain("cunzhishu").doesNotContain(people.signedIn("cunzhishu").account().toString());
        assertThat(as("shenji", get("/audit").param("day", "2020-01-01"))).contains("这一天没有这类操作");
        assertThat(as("shenji", get("/audit").param("number", String.valueOf(number)))).contains("登录失败").contains("cunzhishu");
    }

    @Test
    @DisplayName("按「导出」查，导出清单也在里面；类别没有两个同名的")
    void everyExportIsFoundAsOne() throws Exception {
        var seat = people.scopeOf("duchashi").posts().getFirst().post();
        as("duchashi", post("/posts/" + seat + "/lists/matters").param("key", UUID.randomUUID().toString()).with(csrf()));
        sequencer.round();
        assertThat(as("shenji", get("/audit").param("day", "2026-11-23").param("kind", "export"))).contains("第 " + last("list.exported") + " 条").contains("导出清单");
        assertThat(AuditedAct.groups().values()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("编号、日期写错，说出是哪一格，照样显示最近一条")
    void aBadNumberIsNamed() throws Exception {
        var page = as("shenji", get("/audit").param("number", "第三条").param("day", "昨天"));
        assertThat(page).contains("“编号”里写的“第三条”不是编号").contains("“日期”里写的“昨天”不是日期").contains("核对");
        assertThat(as("shenji", get("/audit").param("number", "-1"))).contains("没有第 -1 条");
    }

    @Test
    @DisplayName("查看成员姓名、导出名册都写进审计")
    void readsAndExportsStandInTheAudit() throws Exception {
        var unit = organisations.asOf(people.scopeOf("cunzhishu")).units().stream().filter(one -> one.code().equals("539900100201Z1")).findFirst().orElseThrow().id();
        as("zuzhiweiyuan", get("/organisation/units/" + unit));
        assertThat(count("personal.read")).as("一天一次，本页或先前").isPositive();
        var again = count("personal.read");
        as("zuzhiweiyuan", get("/organisation/units/" + unit));
        assertThat(count("personal.read")).isEqualTo(again);
        var exports = count("export.taken");
        as("zuzhigu", get("/organisation/roster.xlsx"));
        assertThat(count("export.taken")).isEqualTo(exports + 1);
        as("zuzhigu", get("/organisation/template.xlsx"));
        as("wenlv", get("/organisation/roster.xlsx"));
        assertThat(count("export.taken")).isEqualTo(exports + 1);
    }

    @Test
    @DisplayName("别人的操作，数据库只给系统读，审计管理员自己的会话读不到")
    void theDatabaseShowsNobodyElsesActs() {
        var seen = transactions.reading(people.scopeOf("shenji"), sql -> sql.sql("select count(*) from act where account <> ?")
                .param(people.signedIn("shenji").account()).query(Long.class).single());
        assertThat(seen).isZero();
    }

    @Test
    @DisplayName("系统、安全、审计三个管理员都打不开各单位的业务")
    void administratorsSeeNoBusiness() throws Exception {
        for (var login : new String[] {"anquan", "xitong", "shenji"}) {
            var scope = people.scopeOf(login);
            for (var table : new String[] {"noted_record", "matter", "deployment", "complaint", "duty_said"}) {
                long seen = transactions.reading(scope, sql -> sql.sql("select count(*) from " + table).query(Long.class).single());
                assertThat(seen).as(login + " " + table).isZero();
            }
        }
    }

    private long last(String kind) {
        return transactions.reading(system(), sql -> sql.sql("select max(o.number) from act_order o join act a on a.id = o.act where a.kind = ?").param(kind).query(Long.class).single());
    }

    private long count(String kind) {
        return transactions.reading(system(), sql -> sql.sql("select count(*) from act where kind = ?").param(kind).query(Long.class).single());
    }

    private static Scope system() {
        return Scope.system("539900", "测试", AsOf.on(LocalDate.of(2026, 11, 23)));
    }

    private String as(String login, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf()).with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")))).andReturn()
                .getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
