package cn.yizhen.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.rules.institution.SourceStatus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
class DesksTest {

    @Autowired Desks desks;
    @Autowired Weeks weeks;
    @Autowired DemoPeople people;
    @Autowired MockMvc mvc;
    @Autowired Ids ids;

    @Test
    @DisplayName("村支书一人几岗，一张表")
    void oneTableOverAllPosts() {
        var desk = desks.of(people.scopeOf("cunzhishu"));
        assertThat(people.scopeOf("cunzhishu").posts()).hasSizeGreaterThan(2);
        assertThat(all(desk).stream().map(DeskRow::post).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("展开的至多七件，每件的名称至多十六个字，都能问为什么")
    void sevenRowsOfSixteenCharacters() {
        for (var login : List.of("cunzhishu", "wenshu", "hecun", "zhenshuji", "duchashi", "shuji")) {
            var desk = desks.of(people.scopeOf(login));
            assertThat(desk.groups().stream().mapToInt(group -> group.open().size()).sum()).isLessThanOrEqualTo(Desk.OPEN);
            assertThat(all(desk)).allSatisfy(row -> {
                assertThat(row.what().codePointCount(0, row.what().length())).isLessThanOrEqualTo(16);
                assertThat(row.why()).startsWith("/");
            });
        }
    }

    @Test
    @DisplayName("桌上的每一个“登记”都打得开；议题要注明的、补哪一期，已经填好")
    void everyEntryOnADeskOpens() throws Exception {
        for (var login : List.of("cunzhishu", "hecun", "wuren", "shequ", "zhenshuji", "duchashi", "xuanchuan", "wenlv", "caizheng", "shuji", "fuxianzhang")) {
            for (var row : all(desks.of(people.scopeOf(login)))) {
                if (row.enter() != null && row.enter().href().contains("/records/new")) {
                    var answer = mvc.perform(get(row.enter().href()).with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER"))))
                            .andReturn().getResponse();
                    assertThat(answer.getStatus()).as(login + row.what() + row.enter().href()).isEqualTo(200);
                    var page = answer.getContentAsString(StandardCharsets.UTF_8);
                    if (row.enter().href().contains("&makesUpFor=")) {
                        assertThat(page).as(login + row.what()).contains("value=\"" + row.enter().href().replaceAll(".*makesUpFor=", "") + "\" selected");
                    }
                    if (row.what().equals("专题研究从严治党")) {
                        assertThat(page).as(login).contains("value=\"strict-governance\" checked");
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("同一件事过了几期，只占一行，写明此前还有几期")
    void passedPeriodsOfOneDutyShareARow() {
        for (var login : List.of("cunzhishu", "wenshu")) {
            var passed = desks.of(people.scopeOf(login)).groups().stream()
                    .filter(group -> group.horizon() == Horizon.LATE || group.horizon() == Horizon.EARLIER)
                    .flatMap(group -> Stream.concat(group.open().stream(), group.folded().stream()))
                    .map(row -> row.what() + row.post() + row.note().replaceAll("2\\d{3}年.*", "")).toList();
            assertThat(passed).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("五名党员的支部书记桌上没有支委会")
    void aBranchOfFiveHasNoCommitteeToHold() {
        assertThat(all(desks.of(people.scopeOf("wuren")))).extracting(DeskRow::what)
                .contains("支部党员大会").doesNotContain("支部委员会会议");
    }

    @Test
    @DisplayName("应建未建党组织：单位自己的应办里有，批复和组建的组织委员、组织部门的“仅供知悉”里也有几个，点开是哪几个；别人没有")
    void whoeverFoundsBranchesSeesWhatIsMissing() {
        for (var login : List.of("zuzhiweiyuan", "zuzhigu")) {
            assertThat(desks.of(people.scopeOf(login)).information()).as(login).anySatisfy(row -> {
                assertThat(row.about()).isEqualTo("党组织设置");
                assertThat(row.when()).matches("[1-9]\\d*个单位");
                assertThat(row.why()).startsWith("/standing/duties/");
            });
        }
        assertThat(desks.of(people.scopeOf("wenshu")).information()).noneMatch(row -> row.about().equals("党组织设置"));
    }

    @Test
    @DisplayName("县里或者具名的人定的日期过了，叫已逾期；只有法律和上级规定的才叫法定已逾期")
    void onlyWhatTheLawSetsIsCalledSo() {
        assertThat(Horizon.passed(SourceStatus.LOCAL.statutory()).title()).isEqualTo("已逾期");
        assertThat(Horizon.passed(SourceStatus.ADOPTED.statutory()).title()).isEqualTo("已逾期");
        assertThat(Horizon.passed(SourceStatus.VERIFIED.statutory()).title()).isEqualTo("法定已逾期");
        assertThat(Horizon.LATE).isLessThan(Horizon.PASSED);
    }

    @Test
    @DisplayName("季度的事不到最后一个月不展开")
    void aQuartersItemDoesNotShout() {
        assertThat(Horizon.of(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 11, 23))).isEqualTo(Horizon.QUARTER);
        assertThat(Horizon.of(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 12, 1))).isEqualTo(Horizon.MONTH);
        assertThat(Horizon.of(LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 23))).isEqualTo(Horizon.WEEK);
        assertThat(Horizon.of(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 23))).isEqualTo(Horizon.MONTH);
        assertThat(Until.words(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 11, 23))).isEqualTo("12月31日前·还有38天");
    }

    @Test
    @DisplayName("首页和本周页不到五万字节；为什么的页面说得出条文")
    void pagesAreSmallAndExplainThemselves() throws Exception {
        var signedIn = people.signedIn("cunzhishu");
        var page = mvc.perform(get("/").with(authentication(new TestingAuthenticationToken(signedIn, "", "USER")))).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(page.getContentAsByteArray().length).isLessThan(50_000);
        mvc.perform(get("/week").with(authentication(new TestingAuthenticationToken(signedIn, "", "USER")))).andExpect(status().isOk());
        var row = all(desks.of(people.scopeOf("cunzhishu"))).getFirst();
        var why = mvc.perform(get(row.why()).with(authentication(new TestingAuthenticationToken(signedIn, "", "USER")))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(why).contains("哪一条规定", "第");
    }

    @Test
    @DisplayName("一个单位的一周：村和支部合在一张，写明谁办，放得下一页，能复制成文字")
    void aUnitsWeek() throws Exception {
        var weeks = this.weeks.of(people.scopeOf("cunzhishu"));
        assertThat(weeks).extracting(Week::unit).doesNotHaveDuplicates().noneMatch(unit -> unit.endsWith("党支部"));
        var village = weeks.getFirst();
        assertThat(village.groups().stream().mapToInt(group -> group.rows().size()).sum()).isBetween(1, Week.ROOM);
        assertThat(village.text("2026年11月23日")).startsWith(village.unit() + "本周应办").contains("1. ");
        assertThat(this.weeks.of(people.scopeOf("wenshu")).getFirst().text("")).isEqualTo(village.text(""));
    }

    @Test
    @DisplayName("别处已有的：点一下“已在××登记”就了结，不再问别的")
    void oneTapForWhatIsKeptElsewhere() throws Exception {
        var row = elsewhere("shequ").orElseThrow();
        assertThat(row.elsewhere().label()).isEqualTo("已在党员教育管理系统登记");
        assertThat(row.enter()).isNull();
        mvc.perform(post(row.elsewhere().action()).param("key", row.elsewhere().key().toString()).with(csrf())
                .with(authentication(new TestingAuthenticationToken(people.signedIn("shequ"), "", "USER")))).andExpect(status().is3xxRedirection());
        assertThat(elsewhere("shequ")).isEmpty();
        var why = mvc.perform(get(row.why()).with(authentication(new TestingAuthenticationToken(people.signedIn("shequ"), "", "USER")))).andReturn().getResponse();
        why.setCharacterEncoding("UTF-8");
        assertThat(why.getContentAsString()).contains("2026年11月23日已在党员教育管理系统登记");
    }

    @Test
    @DisplayName("一个月要两次的：点过一次写着已有1次；同一天再点，说明一天算一次；别的日子在为什么里选")
    void tapsOfTwoDays() throws Exception {
        var scope = people.scopeOf("dangzhengban");
        var row = all(desks.of(scope)).stream().filter(one -> one.what().equals("账号更新") && one.when().contains("11月30日")).findFirst().orElseThrow();
        var tap = row.elsewhere();
        assertThat(said(tap.action(), "").getStatus()).isEqualTo(302);
        assertThat(all(desks.of(scope))).filteredOn(one -> one.what().equals("账号更新")).extracting(DeskRow::note).anyMatch(note -> note.contains("已有1次，要2次"));
        var again = said(tap.action(), "");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("2026年11月23日的已经登记过，一天算一次");
        assertThat(said(tap.action(), "2026-10-31").getContentAsString()).contains("2026年10月31日在2026年11月以前");
        assertThat(said(tap.action(), "2026-11-24").getContentAsString()).contains("2026年11月24日还没有到");
        assertThat(said(tap.action(), "2026-11-09").getStatus()).isEqualTo(302);
        assertThat(all(desks.of(scope))).filteredOn(one -> one.what().equals("账号更新") && one.when().contains("11月30日")).isEmpty();
    }

    private MockHttpServletResponse said(String action, String day) throws Exception {
        var response = mvc.perform(post(action).param("key", ids.next().toString()).param("day", day).with(csrf())
                .with(authentication(new TestingAuthenticationToken(people.signedIn("dangzhengban"), "", "USER")))).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    private Optional<DeskRow> elsewhere(String login) {
        return all(desks.of(people.scopeOf(login))).stream().filter(row -> row.elsewhere() != null && row.what().equals("支部书记集中轮训")).findFirst();
    }

    @Test
    @DisplayName("一句话求助：按分工表提出答复单位，提出后在“等答复”里")
    void oneSentenceFindsItsAnswerer() throws Exception {
        var signedIn = people.signedIn("cunzhishu");
        var scope = people.scopeOf("cunzhishu");
        var form = mvc.perform(get("/requests/new").param("words", "村里灌溉渠塌了一段，请求水利帮助").with(authentication(new TestingAuthenticationToken(signedIn, "", "USER"))))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(form).contains("上级单位", "分工：");
        var asked = form.replaceAll("(?s).*?name=\"asked\" value=\"([^\"]+)\".*", "$1");
        mvc.perform(post("/posts/" + scope.posts().getFirst().post() + "/requests").with(authentication(new TestingAuthenticationToken(signedIn, "", "USER"))).with(csrf())
                .param("key", ids.next().toString()).param("kind", "HELP").param("words", "村里灌溉渠塌了一段，请求帮助").param("asked", asked))
                .andExpect(status().is3xxRedirection());
        assertThat(desks.of(scope).waiting()).anySatisfy(row -> assertThat(row.what()).startsWith("村里灌溉渠"));
    }

    @Test
    @DisplayName("别人的岗位、别村的事，门是关着的")
    void othersDoorsAreShut() throws Exception {
        var signedIn = people.signedIn("wuren");
        var foreign = all(desks.of(people.scopeOf("cunzhishu"))).getFirst().why();
        mvc.perform(get(foreign).with(authentication(new TestingAuthenticationToken(signedIn, "", "USER")))).andExpect(status().isForbidden());
        var own = "/posts/" + people.scopeOf("wuren").posts().getFirst().post() + foreign.substring(foreign.indexOf("/duties"));
        mvc.perform(get(own).with(authentication(new TestingAuthenticationToken(signedIn, "", "USER")))).andExpect(status().isNotFound());
    }

    private static List<DeskRow> all(Desk desk) {
        return desk.groups().stream().flatMap(group -> Stream.concat(group.open().stream(), group.folded().stream())).toList();
    }
}
