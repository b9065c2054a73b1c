package cn.yizhen.app.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.Records;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.organisation.Post;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people really ask and enter: right numbers with their reason, or a clear refusal; through the pages. */
@AppTest
@DisplayName("难缠的输入")
class BadInputTest {

    private static final String KEEPER = "zuzhigu";
    private static final String BRANCH = DemoCounty.CODE + "100201Z1";
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*name=\"(\\w+)\"[^>]*?value=\"([^\"]*)\"");

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired Records records;
    @Autowired ActSequencer sequencer;
    @Autowired Ids ids;

    @Test
    @DisplayName("最早的事实以前的一天、明年的一天：每一页都说清为什么看不了")
    void daysThatCannotBeAnswered() throws Exception {
        for (var address : List.of("/standing", "/standing/duties/branch-assembly", "/standing/year", "/standing/sheet", "/summaries/2026-Q3")) {
            for (var bad : Map.of("1900-01-01", "早于机构名册的第一天", "2027-03-01", "还没有到").entrySet()) {
                var response = response("duchashi", get(address).param("on", bad.getKey()));
                assertThat(response.getStatus()).as(address).isEqualTo(422);
                assertThat(response.getContentAsString(StandardCharsets.UTF_8)).as(address).contains(bad.getValue());
            }
        }
    }

    @Test
    @DisplayName("当时所知填了明年、填了还没有的操作号、填了不是日期的字：说清为什么，不拿今天的数冒充")
    void whatWillBeKnownIsNotKnown() throws Exception {
        for (var bad : Map.of("2027-03-01", "2027年3月1日还没有到", "99999999", "还没有第 99999999 号操作", "去年底", "不是日期").entrySet()) {
            var response = response("duchashi", get("/standing").param("known", bad.getKey()));
            assertThat(response.getStatus()).as(bad.getKey()).isEqualTo(422);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains(bad.getValue());
        }
    }

    @Test
    @DisplayName("一个村一季度里拆了两次：应办落到季末在的三个村，中间的和原来的各不计入一次，写明原因；作废以后数字原样回来")
    void aVillageSplitTwiceInAQuarter() throws Exception {
        var township = organisations.asOf(people.scopeOf(KEEPER)).unit(DemoCounty.CODE + "103").orElseThrow().id();
        var address = "/standing/duties/village-disclosure?unit=" + township + "&span=2026-10-01~2027-01-01";
        var before = numbers(page("shuji", address), "2026年第四季度");

        long first = split("2026-10-12", DemoCounty.CODE + "103203", DemoCounty.CODE + "103291", DemoCounty.CODE + "103292");
        long second = split("2026-11-02", DemoCounty.CODE + "103292", DemoCounty.CODE + "103293", DemoCounty.CODE + "103294");
        var page = page("shuji", address);
        var after = numbers(page, "2026年第四季度");
        assertThat(after.getFirst()).as("应办件数").isEqualTo(before.getFirst() + 2);
        assertThat(page).contains("期内并入或拆分");
        assertThat(page(KEEPER, "/standing/duties/theme-day?unit=" + township + "&span=2026-10-01~2026-11-01"))
                .as("前身单位的记录计入的，写明是谁的").contains("党支部的记录</td>");

        undo(second);
        undo(first);
        assertThat(numbers(page("shuji", address), "2026年第四季度")).isEqualTo(before);
    }

    @Test
    @DisplayName("两个月以后才登记：算在开会那一季，不算逾期，写明补记；更正到上一季再更正回来，每次都算对一处")
    void notedLateAndCorrectedTwice() throws Exception {
        var scope = people.scopeOf("cunzhishu");
        var unit = organisations.asOf(scope).unit(BRANCH).orElseThrow().id();
        var at = scope.posts().stream().filter(post -> post.roots().contains(unit) || post.unit().equals(unit)).findFirst().orElse(scope.posts().getFirst()).post();
        var noted = response("cunzhishu", post("/posts/" + at + "/records").with(csrf()).param("key", ids.next().toString()).param("unit", unit.toString())
                .param("kind", "branch-assembly").param("day", "2026-09-18").param("present", "14").param("votingPresent", "12").param("topic", "讨论秋收互助")
                .param("heeded", "yes"));
        assertThat(noted.getStatus()).as(noted.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(302);
        var record = noted.getRedirectedUrl();
        var standing = "/standing/duties/branch-assembly?unit=" + unit + "&span=2026-07-01~2026-10-01";
        var row = numbers(page("zuzhiweiyuan", standing), "2026年第三季度");
        assertThat(row.get(0)).isEqualTo(1);
        assertThat(row.get(1)).as("已记录").isEqualTo(1);
        assertThat(row.get(2)).as("期后补办：晚登记不是晚办").isZero();

        correct(at, record, "2026-06-18", "日期写错，是二季度开的");
        correct(at, record, "2026-09-19", "查了会议本，是九月开的");
        assertThat(numbers(page("zuzhiweiyuan", standing), "2026年第三季度")).isEqualTo(row);
    }

    @Test
    @DisplayName("当时就登记了、后来更正人数的，不算补记")
    void aCorrectionMakesNoLateNoting() throws Exception {
        var scope = people.scopeOf("cunzhishu");
        var unit = organisations.asOf(scope).unit(BRANCH).orElseThrow().id();
        var at = scope.posts().getFirst().post();
        var record = records.ofUnits(scope, List.of(unit)).stream().filter(one -> one.content().kind().equals("theme-day"))
                .filter(one -> Cadence.MONTH.containing(one.content().day()).contains(one.notedOn()) && one.content().day().isBefore(scope.asOf().on().minusMonths(2)))
                .findFirst().orElseThrow();
        var day = record.content().day();
        correct(at, "/records/" + record.subject(), day.toString(), "议题写漏了字");
        var month = Cadence.MONTH.containing(day);
        assertThat(page("cunzhishu", "/posts/" + at + "/duties/theme-day~unit:" + unit + "~" + month.from() + "~" + month.until()))
                .contains(Days.full(day) + "主题党日：计入。").doesNotContain("补记");
    }

    @Test
    @DisplayName("逐件的为什么也有截至和当时所知：那时这一期还没有开始，说明看不了，下面是今天的")
    void theTwoSwitchesOfOneInstance() throws Exception {
        var scope = people.scopeOf("cunzhishu");
        var unit = organisations.asOf(scope).unit(BRANCH).orElseThrow().id();
        var address = "/posts/" + scope.posts().getFirst().post() + "/duties/branch-assembly~unit:" + unit + "~2026-10-01~2027-01-01";
        assertThat(page("cunzhishu", address)).contains("name=\"on\"", "name=\"known\"");
        assertThat(page("cunzhishu", address + "?on=2026-10-20")).contains("这是截至 2026年10月20日 的情况", "value=\"2026-10-20\"");
        for (var bad : Map.of("2026-09-30", "截至2026年9月30日，还没有这一件", "2027-02-01", "还没有到").entrySet()) {
            var response = response("cunzhishu", get(URI.create(address)).param("on", bad.getKey()));
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains(bad.getValue());
        }
    }

    @Test
    @DisplayName("期中改了规定：正在走的这一期照开始那天的，下一整期才用新的；制度页和为什么页都这样写")
    void aRuleChangedInTheMiddleOfAPeriod() throws Exception {
        var scope = people.scopeOf("fagui");
        var keeping = "/posts/" + scope.posts().getFirst().post() + "/institutions/branch-life/values";
        var request = post(keeping).with(csrf()).param("key", ids.next().toString()).param("value-of", "party-lesson/at-least").param("value", "2")
                .param("from", "2026-11-25").param("paper", "云岭办发〔2026〕51号");
        assertThat(response("fagui", request).getStatus()).isEqualTo(302);
        assertThat(page("cunzhishu", "/institutions/branch-life")).contains("每季度至少 1 次", "2026年11月25日起改为每季度至少 2 次，从2027年第一季度起算；那以前开始的期间照原来的");
        var unit = organisations.asOf(scope).unit(BRANCH).orElseThrow().id();
        var post = people.scopeOf("cunzhishu").posts().getFirst().post();
        assertThat(page("cunzhishu", "/posts/" + post + "/duties/party-lesson~unit:" + unit + "~2026-10-01~2027-01-01"))
                .contains("每季度至少1次", "按2026年10月1日有效的规定");
    }

    @Test
    @DisplayName("一人八岗：还是一张表，哪一行以哪个岗位办都写明；任免作废以后，多出来的岗位不留")
    void aHolderOfEightPosts() throws Exception {
        var scope = people.scopeOf("shequ");
        var organisation = organisations.asOf(scope);
        var village = organisation.unit(BRANCH).flatMap(branch -> organisation.unit(branch.parent())).orElseThrow();
        var more = organisation.subtree(village.id()).stream().flatMap(unit -> organisation.posts(unit.id()).stream()).map(Post::id)
                .limit(8 - scope.posts().size()).toList();
        var changes = new ArrayDeque<Long>();
        for (var at : more) {
            changes.push(appoint(at.toString(), scope.person().toString(), organisation.person(scope.person()).orElseThrow().name()));
        }
        assertThat(people.scopeOf("shequ").posts()).hasSize(8);
        assertThat(page("shequ", "/responsibilities")).contains(more.stream().map(at -> "/responsibilities/posts/" + at).toList());
        assertThat(page("shequ", "/")).as("社区和村里的同一件事，各有一行，各写岗位").contains(village.shortName(), "我的应办");
        for (long change : changes) {
            undo(change);
        }
        assertThat(people.scopeOf("shequ").posts()).hasSameSizeAs(scope.posts());
    }

    /** The number of the change. */
    private long appoint(String post, String person, String name) throws Exception {
        var address = "/organisation/posts/" + post + "/appointment";
        var form = fields(page(KEEPER, address));
        var answer = response(KEEPER, post(address).with(csrf()).param("key", form.get("key")).param("basedOn", form.getOrDefault("basedOn", ""))
                .param("day", "2026-11-23").param("paper", "青委干〔2026〕8号").param("name", name).param("kind", "CONCURRENT").param("person", person));
        assertThat(answer.getStatus()).as(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(302);
        sequencer.round();
        return organisations.changes(people.scopeOf(KEEPER)).getFirst().number();
    }

    private void correct(Object at, String record, String day, String reason) throws Exception {
        var address = "/posts/" + at + record + "/correction";
        var form = fields(page("cunzhishu", address));
        form.put("day", day);
        form.put("reason", reason);
        form.put("heeded", "yes");
        var request = post(address).with(csrf());
        form.forEach(request::param);
        var answer = response("cunzhishu", request);
        assertThat(answer.getStatus()).as(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(302);
    }

    /** The number of the change. */
    private long split(String day, String village, String first, String second) throws Exception {
        var form = fields(page(KEEPER, "/organisation/reorganisation"));
        var request = post("/organisation/reorganisation").with(csrf()).param("kind", "SPLIT").param("day", day).param("basis", "批复（云政复〔2026〕" + second.substring(9) + "号）")
                .param("predecessors", village).param("successors", first + " 上" + first.substring(10) + "村\n" + second + " 下" + second.substring(10) + "村");
        form.forEach((name, value) -> {
            if (name.equals("key") || name.equals("basedOn")) {
                request.param(name, value);
            }
        });
        var answer = response(KEEPER, request);
        assertThat(answer.getStatus()).as(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(302);
        sequencer.round();
        return organisations.changes(people.scopeOf(KEEPER)).getFirst().number();
    }

    private void undo(long number) throws Exception {
        var address = "/organisation/changes/" + number + "/undoing";
        var request = post(address).with(csrf()).param("reason", "批复没有生效");
        fields(page(KEEPER, address)).forEach((name, value) -> {
            if (!name.equals("reason") && !name.equals("_csrf")) {
                request.param(name, value);
            }
        });
        var answer = response(KEEPER, request);
        assertThat(answer.getStatus()).as(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(302);
        sequencer.round();
    }

    /** The counts of one row: 应办, 已记录, 期后补办, 同意免办, 期内, 未见记录. */
    private static List<Integer> numbers(String page, String label) {
        var row = Pattern.compile("<tr><th scope=\"row\">" + label + "</th>(.*?)</tr>", Pattern.DOTALL).matcher(page);
        assertThat(row.find()).as(label).isTrue();
        return Pattern.compile("<td class=\"num\">(\\d+)</td>").matcher(row.group(1)).results().map(found -> Integer.valueOf(found.group(1))).toList();
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new TreeMap<>();
        HIDDEN.matcher(page).results().filter(found -> !found.group().contains("checkbox") && !found.group(1).equals("_csrf"))
                .forEach(found -> fields.putIfAbsent(found.group(1), found.group(2)));
        Pattern.compile("<select[^>]*name=\"(\\w+)\"(?:(?!</select>).)*?<option value=\"([^\"]*)\" selected", Pattern.DOTALL).matcher(page).results()
                .forEach(found -> fields.putIfAbsent(found.group(1), found.group(2)));
        Pattern.compile("<textarea[^>]*name=\"(\\w+)\"[^>]*>([^<]*)</textarea>").matcher(page).results()
                .forEach(found -> fields.putIfAbsent(found.group(1), found.group(2)));
        return fields;
    }

    private String page(String login, String address) throws Exception {
        var response = response(login, get(URI.create(address)));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse response(String login, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")))).andReturn().getResponse();
    }
}
