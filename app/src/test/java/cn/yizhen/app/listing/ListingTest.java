package cn.yizhen.app.listing;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
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
@DisplayName("导出清单")
class ListingTest {

    /** Pages with rows whose rows stay: each with why. A page that is not here offers what it lists. */
    private static final Map<String, String> STAYING = Map.ofEntries(
            Map.entry("access/accounts", "names of accounts"), Map.entry("access/audit", "read one act at a time"), Map.entry("access/identities", "names of accounts"),
            Map.entry("access/locks", "names of accounts"), Map.entry("access/slips", "names of accounts"), Map.entry("access/tokens", "what opens the interface"),
            Map.entry("burden/complaints", "written without a name, for one desk"), Map.entry("desk/desk", "one person's; printed as 本周应办"),
            Map.entry("matter/calendar", "the State Council's notice, which has its own file"), Map.entry("matter/clock", "one reckoning, step by step"),
            Map.entry("matter/matter", "one matter"), Map.entry("meeting/minutes", "a form"), Map.entry("meeting/plan", "a form"),
            Map.entry("meeting/show", "one meeting; it prints its own papers"), Map.entry("deployment/returns", "a comparison that is still open"),
            Map.entry("deployment/taking-over", "a file just read"), Map.entry("organisation/notice-preview", "a file just read"),
            Map.entry("organisation/preview", "a file just read"), Map.entry("organisation/facts", "the history of one unit, names among it"),
            Map.entry("organisation/unit", "one unit; 机构名册 is taken by whoever keeps it"), Map.entry("duty/rehearsal", "a draft tried out"),
            Map.entry("filing/filing", "has its own Word file"), Map.entry("overview/charges/handover", "has its own Word file"),
            Map.entry("overview/charges/table", "has its own Word and Excel files"), Map.entry("overview/sheet", "a page to print"),
            Map.entry("overview/summary", "has its own Word and Excel files"), Map.entry("overview/year", "pictures of what 履行情况 exports"),
            Map.entry("record/kinds", "ways to begin"), Map.entry("record/record", "one record; it prints its own page"), Map.entry("room/check", "a line measured just now"), Map.entry("room/rooms", "rooms open just now"),
            Map.entry("room/sizing", "a reckoning"), Map.entry("upward/duty", "counties beside one another are not taken along"),
            Map.entry("upward/quarter", "signed and sent as a package"));

    private static final Pattern LISTS = Pattern.compile("class=\"rows|<table|<ol class=\"items");
    private static final Pattern OFFERS = Pattern.compile("web\\.take\\(|data-file|deployment\\.file\\(|overview\\.export\\(|deployment\\.export\\(");

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired List<Listing> listings;
    @Autowired Transactions transactions;
    @Autowired Ids ids;

    @Test
    @DisplayName("凡是列出若干行的页面都能导出，不能导出的写明为什么")
    void everyPageThatListsOffersItsList() throws IOException {
        var without = new TreeSet<String>();
        var root = Path.of("src/main/jte");
        try (var files = Files.walk(root)) {
            for (var file : files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                var page = Files.readString(file);
                if ((page.contains("@template.web.page(") || page.contains("deployment.frame(")) && LISTS.matcher(page).find() && !OFFERS.matcher(page).find()) {
                    without.add(root.relativize(file).toString().replace(".jte", ""));
                }
            }
        }
        assertThat(without).isSubsetOf(STAYING.keySet());
    }

    @Test
    @DisplayName("每一份清单对每一个人：要么是打得开的 Excel，行数和本人看得到的一样，记一次操作；要么没有")
    void everyListForEverybody() throws Exception {
        var wrong = new ArrayList<String>();
        for (var login : List.of("cunzhishu", "zhenshuji", "duchashi", "fagui", "zuzhigu", "shuji")) {
            var scope = people.scopeOf(login);
            for (var listing : listings) {
                var before = acts();
                var file = take(login, listing.name(), Map.of("unit", scope.posts().getFirst().unit().toString(), "q", "县", "quarter", "2026-07-01"));
                if (file.getStatus() == 200) {
                    var rows = listing.of(scope, Map.of("unit", scope.posts().getFirst().unit().toString(), "q", "县", "quarter", "2026-07-01")).rows().size();
                    try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
                        if (book.getSheetAt(0).getLastRowNum() + 1 != rows + 3) {
                            wrong.add(login + " " + listing.name() + "：" + book.getSheetAt(0).getLastRowNum());
                        }
                    }
                    if (acts() != before + 1) {
                        wrong.add(login + " " + listing.name() + " 没有记操作");
                    }
                } else if (file.getStatus() != 403 && file.getStatus() != 404) {
                    wrong.add(login + " " + listing.name() + " " + file.getStatus());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(take("duchashi", "audit", Map.of()).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("清单里只有本人看得到的：交给文旅局的事项，文旅局导得出，村里导不出")
    void onlyWhatTheAskerSees() throws Exception {
        var mark = "记号" + ids.next().toString().substring(24);
        as("duchashi", post("/posts/" + seat("duchashi") + "/matters").param("key", ids.next().toString()).param("title", mark)
                .param("lead", people.scopeOf("wenlv").posts().getFirst().unit().toString()).param("due", "2026-12-31").with(csrf()));
        assertThat(words(take("wenlv", "matters", Map.of()))).contains(mark);
        assertThat(words(take("cunzhishu", "matters", Map.of()))).doesNotContain(mark);
    }

    @Test
    @DisplayName("一人几岗的，清单和页面一样是几个岗位合在一起的；操作记在一个岗位名下，别人的岗位导不出")
    void severalPostsOneList() throws Exception {
        var scope = people.scopeOf("cunzhishu");
        assertThat(scope.posts()).hasSizeGreaterThan(1);
        var whole = words(take("cunzhishu", "records", Map.of()));
        for (var post : scope.posts()) {
            var under = as("cunzhishu", post("/posts/" + post.post() + "/lists/records").param("key", ids.next().toString()).with(csrf()));
            assertThat(words(under)).isEqualTo(whole);
        }
        assertThat(as("cunzhishu", post("/posts/" + seat("wenlv") + "/lists/matters").param("key", ids.next().toString()).with(csrf())).getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("页面上有“导出 Excel”，点了就是这一份；同一张表单再发一次，不多记一次")
    void theButtonOnThePage() throws Exception {
        var page = as("duchashi", get("/matters")).getContentAsString();
        var form = Pattern.compile("action=\"(/posts/[^\"]+/lists/matters)\".*?name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(form.find()).isTrue();
        var before = acts();
        for (int i = 0; i < 2; i++) {
            assertThat(as("duchashi", post(form.group(1)).param("key", form.group(2)).with(csrf())).getHeader("Content-Disposition")).contains("xlsx");
        }
        assertThat(acts()).isEqualTo(before + 1);
    }

    private String words(MockHttpServletResponse file) throws IOException {
        var words = new StringBuilder();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> words.append(cell).append('\n')));
        }
        return words.toString();
    }

    private MockHttpServletResponse take(String login, String what, Map<String, String> asked) throws Exception {
        var request = post("/posts/" + seat(login) + "/lists/" + what).param("key", ids.next().toString()).with(csrf());
        asked.forEach(request::param);
        return as(login, request);
    }

    private UUID seat(String login) {
        return people.scopeOf(login).posts().getFirst().post().value();
    }

    private long acts() {
        return transactions.reading(Scope.system(people.signedIn("duchashi").county(), "数操作", people.scopeOf("duchashi").asOf()),
                sql -> sql.sql("select count(*) from act where kind = 'list.exported'").query(Long.class).single());
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(new TestingAuthenticationToken(people.signedIn(login), null, "ROLE_SIGNED_IN")))).andReturn().getResponse();
    }
}
