package cn.yizhen.app.upward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.organisation.UnitKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@DisplayName("上报")
class UpwardPagesTest {

    private static final Period THIRD = Cadence.QUARTER.containing(LocalDate.of(2026, 7, 1));

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Returns returns;
    @Autowired ReturnCounting counting;
    @Autowired Dispatches dispatches;
    @Autowired Organisations organisations;
    @Autowired Transactions transactions;
    @Autowired ActSequencer sequencer;
    @Autowired UpwardSettings settings;
    @Autowired TestClock clock;
    @Autowired Ids ids;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    @DisplayName("先看数字，具名签发；没有差别不再签发；过几天数字变了，看到差别，写明原因才能再签发，代替上一号")
    void issuedUnderANameAndAgainWithAReason() throws Exception {
        sequencer.round();
        var page = page("duchashi", "/returns/2026-10-01");
        assertThat(page).contains("2026年第四季度上报表", "签发上报表", "未见记录不等于未开展");
        assertThat(issue(page, "2026-10-01", "").getStatus()).isEqualTo(302);
        assertThat(page("duchashi", "/returns/2026-10-01")).contains("没有差别，不用再签发").doesNotContain("签发上报表</button>");

        clock.set("2026-12-02T09:00");
        sequencer.round();
        var changed = page("duchashi", "/returns/2026-10-01");
        assertThat(changed).contains("的差别", "上次", "现在");
        var without = issue(changed, "2026-10-01", "");
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(without.getContentAsString(StandardCharsets.UTF_8)).contains("再签发要写明原因");
        assertThat(issue(changed, "2026-10-01", "十一月期满").getStatus()).isEqualTo(302);

        var issues = returns.signed(people.scopeOf("duchashi")).stream().filter(one -> one.issued().period().from().equals(LocalDate.of(2026, 10, 1))).toList();
        assertThat(issues.getFirst().issued().supersedes()).isEqualTo(issues.get(1).issued().id());
        assertThat(issues.getFirst().by()).contains("督查室");
        assertThat(page("duchashi", "/returns/2026-10-01/issued/" + issues.getFirst().issued().number())).contains("十一月期满", "代替上一号");
    }

    @Test
    @DisplayName("别人先签发了，后一个人看到新的情况，什么也没有盖掉；没开始的季度、昨天打开的页，说明白")
    void twoOfficersAndDaysThatDoNotFit() throws Exception {
        var page = page("duchashi", "/returns/2026-01-01");
        assertThat(issue(page, "2026-01-01", "").getStatus()).isEqualTo(302);
        assertThat(issue(page.replaceAll("name=\"key\" value=\"[^\"]+\"", "name=\"key\" value=\"" + ids.next() + "\""), "2026-01-01", "").getContentAsString(StandardCharsets.UTF_8))
                .contains("别人签发过");
        assertThat(issue(page("duchashi", "/returns/2027-01-01"), "2027-01-01", "").getContentAsString(StandardCharsets.UTF_8)).contains("还没有");
        var yesterdays = post("/posts/" + at("duchashi") + "/returns/2026-04-01/issue").with(csrf()).param("key", ids.next().toString())
                .param("on", "2026-11-22").param("known", "9");
        assertThat(response("duchashi", yesterdays).getContentAsString(StandardCharsets.UTF_8)).contains("数字不是今天的");
    }

    @Test
    @DisplayName("各乡镇加县级等于全县，各类单位加起来也等于全县；每件应办只在一张表里")
    void thePartsAddUp() {
        var scope = people.scopeOf("duchashi");
        var rows = counting.rows(scope, THIRD);
        assertThat(rows).isNotEmpty();
        rows.stream().filter(row -> row.area().kind() == Area.Kind.COUNTY).forEach(whole -> {
            assertThat(sum(rows, whole, Area.Kind.TOWNSHIP).plus(sum(rows, whole, Area.Kind.COUNTY_LEVEL))).as(whole.title()).isEqualTo(whole.tally());
            assertThat(sum(rows, whole, Area.Kind.UNIT_KIND)).as(whole.title()).isEqualTo(whole.tally());
        });
        var fourth = counting.rows(scope, Cadence.QUARTER.next(THIRD)).stream().map(ReturnRow::identity).collect(Collectors.toSet());
        assertThat(rows.stream().map(ReturnRow::identity)).isNotEmpty().doesNotContainAnyElementsOf(fourth).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("红线：上报表里没有村，没有人，也没有放得下他们的栏目；包里只有约定的栏目")
    void noVillageAndNoPerson() throws Exception {
        var scope = people.scopeOf("duchashi");
        if (returns.signed(scope).stream().noneMatch(one -> one.issued().period().equals(THIRD))) {
            issue(page("duchashi", "/returns/2026-07-01"), "2026-07-01", "");
        }
        var columns = transactions.reading(scope, sql -> sql.sql("""
                select column_name from information_schema.columns where table_name in ('upward_return', 'upward_row', 'upward_dispatch')
                """).query(String.class).set());
        assertThat(columns).containsExactlyInAnyOrder("id", "county", "act", "number", "period_from", "period_until", "on_day", "known", "catalogue", "issued_on",
                "supersedes", "reason", "return_id", "area_kind", "area_code", "area_name", "place", "pillar", "institution", "duty", "title", "counted_out",
                "exempt", "met", "met_late", "open", "not_seen", "county_name", "day", "returns");
        var organisation = organisations.asOf(scope);
        var villages = organisation.units().stream().filter(unit -> unit.kind() == UnitKind.VILLAGE || unit.kind() == UnitKind.COMMUNITY).map(unit -> unit.shortName()).toList();
        var whole = returns.whole(scope, returns.signed(scope).getFirst().issued().id()).orElseThrow();
        var text = PackageFormat.line(whole.issued()) + whole.rows().stream().map(row -> PackageFormat.line(whole.issued(), row)).collect(Collectors.joining());
        assertThat(villages).isNotEmpty().noneMatch(text::contains);
        assertThat(organisation.persons()).isNotEmpty().noneMatch(person -> text.contains(person.name()));
        assertThat(text).doesNotContain(scope.name());
    }

    @Test
    @DisplayName("每天一个包，没有新的也报；同一天只报一次；放进投递目录的与存着的一字不差")
    void aDailyPackageInTheFolder() throws Exception {
        dispatches.daily();
        dispatches.daily();
        var scope = people.scopeOf("duchashi");
        var today = dispatches.sent(scope).stream().filter(one -> one.dispatch().day().equals(scope.asOf().on())).toList();
        var first = today.getLast();
        assertThat(first.delivered()).isEqualTo(settings.drop().toString());
        assertThat(Files.readAllBytes(settings.drop().resolve(first.file()))).isEqualTo(dispatches.content(scope, first.dispatch().id()).orElseThrow());
        int before = dispatches.sent(scope).size();
        var key = ids.next().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(response("duchashi", post("/posts/" + at("duchashi") + "/returns/dispatch").param("key", key).with(csrf())).getStatus()).isEqualTo(302);
        }
        assertThat(dispatches.sent(scope)).hasSize(before + 1);
        assertThat(page("duchashi", "/returns")).contains(first.file(), "已放进", "每天报送一次");
        var file = response("duchashi", post("/posts/" + at("duchashi") + "/returns/packages/" + first.dispatch().id()).param("key", ids.next().toString()).with(csrf()));
        assertThat(PackageKey.sm3(file.getContentAsByteArray())).isEqualTo(first.digest());
    }

    @Test
    @DisplayName("不是督查督办的岗位，看不到签发的页")
    void onlyTheOffice() throws Exception {
        assertThat(response("cunzhishu", get("/returns")).getStatus()).isEqualTo(404);
        assertThat(response("cunzhishu", post("/posts/" + at("cunzhishu") + "/returns/dispatch").param("key", ids.next().toString()).with(csrf())).getStatus()).isEqualTo(404);
    }

    private static Tally sum(List<ReturnRow> rows, ReturnRow whole, Area.Kind kind) {
        return rows.stream().filter(row -> row.area().kind() == kind && row.duty().equals(whole.duty()) && row.period().equals(whole.period()))
                .map(ReturnRow::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** Sends the page's form as it stands. */
    private MockHttpServletResponse issue(String page, String quarter, String reason) throws Exception {
        var request = post("/posts/" + at("duchashi") + "/returns/" + quarter + "/issue").with(csrf()).param("reason", reason);
        var fields = new ArrayList<String>();
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"(key|on|known|base)\" value=\"([^\"]+)\">").matcher(page);
        while (field.find()) {
            fields.add(field.group(1));
            request.param(field.group(1), field.group(2));
        }
        if (!fields.contains("key")) {
            request.param("key", ids.next().toString()).param("on", "2026-11-23").param("known", "1");
        }
        return response("duchashi", request);
    }

    private UUID at(String login) {
        return people.scopeOf(login).posts().getFirst().post().value();
    }

    private String page(String login, String address) throws Exception {
        var response = response(login, get(address));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse response(String login, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")))).andReturn().getResponse();
    }
}
