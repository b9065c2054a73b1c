package cn.yizhen.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The red lines of the design (section 7): what this program must never grow, looked for where it would grow. */
@AppTest
class RedLinesTest {

    private static final Path MAIN = Path.of("src/main").toAbsolutePath();

    /** 1: no check-in, points, ranking, list of honour or shame, online time, receipts, activity. */
    private static final Pattern SURVEILLANCE = Pattern.compile(
            "(check_?in|checkin|sign_?in_time|points|score|ranking|leader_?board|red_?list|black_?list|online_time|duration_online"
                    + "|last_seen|last_login|login_count|read_receipt|read_at|activity|install_(rate|count))");
    /** 2: no position, no proof by picture. */
    private static final Pattern TRACKING = Pattern.compile("(latitude|longitude|gps|geo_?location|track_point|photo|selfie|face_)");
    /** 8 and 9: nothing of belief, origin, opinion, accounts of citizens, sources. */
    private static final Pattern PRIVATE = Pattern.compile(
            "(religion|belief|ethnic|nationality|nickname|wechat|qq_|openid|screenshot|opinion|speaker|informant|whistle|sentiment)");

    @Autowired JdbcClient sql;
    @Autowired RequestMappingHandlerMapping routes;
    @Autowired MeterRegistry meters;
    @Autowired MockMvc web;

    @Test
    void noTableHasAColumnForWatchingPeople() {
        var columns = sql.sql("""
                select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'
                  and table_name <> 'flyway_schema_history'
                """).query(String.class).list();
        assertThat(columns).isNotEmpty().noneMatch(column -> touches(column, SURVEILLANCE, TRACKING, PRIVATE));
    }

    /** 9: a decision has room for counts and marks from closed lists; its only words are those a check keeps empty for 任免 items. */
    @Test
    void aDecisionHasNoOtherRoomForWords() {
        var words = sql.sql("""
                select column_name from information_schema.columns where table_name = 'record_decision'
                  and data_type not in ('integer', 'numeric', 'boolean', 'uuid')
                """).query(String.class).set();
        assertThat(words).containsExactlyInAnyOrder("county", "category", "paper", "about", "paper_mark");
    }

    /** 8: an own account or work group has a name and somebody who answers for it, and nothing besides. */
    @Test
    void ownChannelsHoldNobodyAndNothing() {
        var columns = sql.sql("select column_name from information_schema.columns where table_name = 'org_channel'").query(String.class).list();
        assertThat(columns).containsExactlyInAnyOrder("id", "county", "act", "valid_from", "valid_until", "supersedes", "channel", "unit",
                "kind", "name", "purpose", "owner", "reviewer", "fresh_days", "dissolve_by");
    }

    @Test
    void noAddressServesIt() {
        var addresses = new TreeSet<String>();
        routes.getHandlerMethods().keySet().forEach(mapping -> addresses.addAll(mapping.getPatternValues()));
        assertThat(addresses).isNotEmpty().noneMatch(address -> touches(address, SURVEILLANCE, TRACKING, PRIVATE));
    }

    @Test
    void noPageAsksForPlacePictureOrSound() throws IOException {
        var asking = Pattern.compile("geolocation|getUserMedia|capture=|accept=\"image/\\*\"|sendBeacon|visibilitychange|DeviceOrientation");
        // a meeting by video is sound and pictures, switched on by whoever speaks; nothing else of these is in those files
        assertThat(filesMatching(asking, ".jte", ".js")).isSubsetOf("room-client.js", "room-devices.js", "room.js");
        assertThat(filesMatching(Pattern.compile("geolocation|capture=|sendBeacon|visibilitychange|DeviceOrientation|getUserMedia(?=.*fetch)"), ".jte", ".js")).isEmpty();
    }

    @Test
    void noAttachmentIsEverRequired() throws IOException {
        var required = Pattern.compile("<input(?=[^>]*type=\"file\")(?=[^>]*\\brequired\\b)[^>]*(?:name=\"(?:attachment|photo|proof)[^\"]*\")");
        assertThat(filesMatching(required, ".jte")).isEmpty();
    }

    @Test
    void nobodyIsPutInOrderOfMerit() throws IOException {
        var merit = Pattern.compile("排名|名次|红黑榜|积分|打分|达标率|活跃|在线时长|红榜|黑榜|末位通报|合规率");
        assertThat(filesMatching(merit, ".jte", ".js", ".java")).isEmpty();
    }

    @Test
    void everyPageCarriesTheDirectLine() throws IOException {
        var layout = Files.readString(MAIN.resolve("jte/web/page.jte"));
        assertThat(layout).contains("href=\"/direct-line\"");
        var ownLayouts = Pattern.compile("<!doctype html", Pattern.CASE_INSENSITIVE);
        assertThat(filesMatching(ownLayouts, ".jte")).containsOnly("page.jte");
    }

    @Test
    void theAuditIsNeverCountedByPerson() throws IOException {
        var byPerson = Pattern.compile("group\\s+by[^;\"]*\\b(account|person|holder)\\b", Pattern.CASE_INSENSITIVE);
        assertThat(filesMatching(byPerson, ".java", ".sql")).isEmpty();
    }

    /** 1: what is measured has labels from short closed lists; none could hold a person, a place or an account. */
    @Test
    void noMetricNamesAPersonOrAPlace() throws Exception {
        web.perform(MockMvcRequestBuilders.get("/login?login=张三丰"));
        assertThat(meters.getMeters()).isNotEmpty().allSatisfy(meter -> {
            assertThat(meter.getId().getTags()).extracting(Tag::getKey)
                    .isSubsetOf("method", "route", "status", "pool", "area", "id", "action", "cause", "gc", "state");
            assertThat(meter.getId().getTags()).extracting(Tag::getValue).allMatch(value -> value.matches("[\\x20-\\x7e]*"));
            assertThat(touches(meter.getId().getName(), SURVEILLANCE, TRACKING, PRIVATE)).isFalse();
        });
        assertThat(meters.get("http.server.requests").tag("route", "/login").timer().count()).isPositive();
    }

    private static boolean touches(String name, Pattern... lines) {
        var lower = name.toLowerCase(Locale.ROOT);
        return List.of(lines).stream().anyMatch(line -> line.matcher(lower).find());
    }

    private static Set<String> filesMatching(Pattern pattern, String... endings) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(MAIN)) {
            for (var file : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
                var name = file.toString();
                if (!name.contains("/vendor/") && List.of(endings).stream().anyMatch(name::endsWith)
                        && pattern.matcher(Files.readString(file)).find()) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
