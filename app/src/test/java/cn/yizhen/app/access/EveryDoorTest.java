package cn.yizhen.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.organisation.Organisations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries every door as everybody: each address the program serves is asked for by every role of the demonstration
 * and by nobody, with the identities of other people's things in it. The addresses come from the program itself.
 * An address with a variable that {@link #foreign} does not know fails {@link #everyVariableHasAForeignThing}.
 */
@AppTest
@DisplayName("每一扇门")
class EveryDoorTest {

    private static final Pattern VARIABLE = Pattern.compile("([^/{]*/)\\{(\\w+)(?::([^}]*))?}");
    /** Served to whoever asks, signed in or not. */
    private static final Set<String> OPEN = Set.of("/login", "/enter", "/first-run", "/session", "/sw.js", "/health", "/error", "/direct-line",
            "/direct-line/answer", "/enter/provider", "/enter/provider/refused", "/api/openapi.json", "/rooms/guest");
    /** Where somebody who is not signed in may send something: to enter, and to complain. What is sent here is nothing they could enter with. */
    private static final Set<String> OPEN_FOR_SENDING = Set.of("/login", "/enter", "/demo/enter", "/first-run", "/direct-line", "/direct-line/answer", "/error", "/rooms/guest");
    /** Variables that name nobody's thing: rules and the tree of units are open to everyone signed in, the rest are words. */
    private static final Set<String> WORDS = Set.of("file", "institution", "clock", "step", "item", "kind", "what", "number", "version", "year", "duty", "period", "sort", "module", "secret", "deck", "page", "quarter", "county");

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired DemoEntrances entrances;
    @Autowired Organisations organisations;
    @Autowired RequestMappingHandlerMapping routes;
    @Autowired Ids ids;
    private Things things;

    /**
     * Things of some people, each with words that only those may read.
     *
     * @param matter  of 县委办, whose rooms the first three logins sit in, and 文旅局; county leaders the county's matters
     * @param record  of a village's branch; its township and the department that keeps the institution read it too
     * @param duty    an instance that falls to that branch
     */
    private record Things(String mark, String matter, String record, String duty, Map<String, Set<String>> mayRead) {}

    @BeforeEach
    void thingsOfOthers() throws Exception {
        var mark = "记号" + ids.next().toString().substring(24);
        var office = post("duchashi");
        var matter = sent("duchashi", "/posts/" + office + "/matters", "title", "甲" + mark, "lead", people.scopeOf("wenlv").posts().getFirst().unit().toString(),
                "due", "2026-12-31");
        var scope = people.scopeOf("cunzhishu");
        var unit = organisations.asOf(scope).units().stream().filter(one -> one.code().equals("539900100201Z1")).findFirst().orElseThrow().id();
        var record = sent("cunzhishu", "/posts/" + post("cunzhishu") + "/records", "unit", unit.toString(), "kind", "branch-assembly", "day", "2026-11-20",
                "present", "12", "votingPresent", "12", "topic", "乙" + mark, "heeded", "yes");
        var why = Pattern.compile("/duties/([^\"]+)\"").matcher(as("cunzhishu", HttpMethod.GET, "/").getContentAsString());
        assertThat(why.find()).isTrue();
        as(null, HttpMethod.POST, "/direct-line?kind=FORM&about=丙" + mark);
        things = new Things(mark, last(matter), last(record), why.group(1), Map.of(
                "甲" + mark, Set.of("duchashi", "fagui", "jianfu", "wenlv", "shuji", "fuxianzhang"),
                "乙" + mark, Set.of("cunzhishu", "wenshu", "zhenshuji", "zuzhiweiyuan", "dangzhengban", "zuzhigu"),
                "丙" + mark, Set.of("jianfu")));
    }

    @Test
    @DisplayName("谁也打不开别人的东西，哪一页也不出错")
    void nobodyReadsWhatIsNotTheirs() throws Exception {
        var wrong = new ArrayList<String>();
        for (var login : logins()) {
            for (var address : addresses(RequestMethod.GET)) {
                var shown = as(login, HttpMethod.GET, filled(address, post(login)));
                if (shown.getStatus() >= 500) {
                    wrong.add(login + " " + address + " " + shown.getStatus());
                }
                var text = shown.getContentAsString();
                things.mayRead().forEach((words, readers) -> {
                    if (text.contains(words) && !readers.contains(login)) {
                        wrong.add(login + " " + address + " 读到了" + words);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("没有登录的人只看得到公开的几页")
    void nobodyAtAll() throws Exception {
        var wrong = new ArrayList<String>();
        for (var address : addresses(RequestMethod.GET)) {
            var shown = as(null, HttpMethod.GET, filled(address, post("cunzhishu")));
            if (!OPEN.contains(address) && !Set.of(302, 401, 403).contains(shown.getStatus())) {
                wrong.add(address + " " + shown.getStatus());
            }
            if (!OPEN.contains(address) && shown.getStatus() == 302 && !String.valueOf(shown.getRedirectedUrl()).endsWith("/login")) {
                wrong.add(address + " → " + shown.getRedirectedUrl());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("没有登录的人什么也办不成")
    void nobodyCanSend() throws Exception {
        var wrong = new ArrayList<String>();
        for (var method : List.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH)) {
            for (var address : addresses(method)) {
                var shown = as(null, method.asHttpMethod(), filled(address, post("cunzhishu")) + "?key=" + ids.next());
                var sentToLogin = shown.getStatus() == 302 && String.valueOf(shown.getRedirectedUrl()).endsWith("/login");
                if (OPEN_FOR_SENDING.contains(address) ? shown.getStatus() >= 500 : !sentToLogin && !Set.of(401, 403).contains(shown.getStatus())) {
                    wrong.add(method + " " + address + " " + shown.getStatus());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("用别人的岗位办事，每一个地址都关着")
    void underAnothersPost() throws Exception {
        var wrong = new ArrayList<String>();
        for (var login : List.of("wenlv", "wuren", "shenji")) {
            for (var method : List.of(RequestMethod.GET, RequestMethod.POST)) {
                for (var address : addresses(method)) {
                    if (address.startsWith("/posts/{post}")) {
                        var shown = as(login, method.asHttpMethod(), filled(address, post("cunzhishu")) + "?key=" + ids.next());
                        if (shown.getStatus() < 400 || shown.getStatus() >= 500) {
                            wrong.add(login + " " + method + " " + address + " " + shown.getStatus());
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("接口：没有令牌谁也进不来，登录着也不行；每个接口都写明要哪项权限")
    void programsNeedATokenAndEveryOperationARight() throws Exception {
        var wrong = new ArrayList<String>();
        for (var method : List.of(RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH)) {
            for (var address : operations(method)) {
                for (var login : new String[] {null, "shuji", "anquan", "cunzhishu"}) {
                    var shown = as(login, method.asHttpMethod(), filled(address, post("cunzhishu")));
                    if (shown.getStatus() != 401) {
                        wrong.add(login + " " + method + " " + address + " " + shown.getStatus());
                    }
                }
            }
        }
        routes.getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getPatternValues().stream().anyMatch(address -> address.startsWith("/api/v1/")) && !handler.hasMethodAnnotation(NeedsRight.class)) {
                wrong.add(mapping + " 没有写明权限");
            }
        });
        assertThat(operations(RequestMethod.GET)).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("接口：一个岗位的令牌读不到别人的东西，哪个接口也不出错")
    void noTokenReadsWhatIsNotItsPosts() throws Exception {
        var wrong = new ArrayList<String>();
        for (var login : logins()) {
            if (people.signedIn(login).person() == null) {
                continue;
            }
            var token = token(login);
            for (var address : operations(RequestMethod.GET)) {
                var shown = web.perform(MockMvcRequestBuilders.get(filled(address, post(login))).header("Authorization", "Bearer " + token)
                        .param("from", "2026-01-01").param("until", "2026-12-31").param("duty", "branch-assembly").param("over", "true")).andReturn().getResponse();
                if (shown.getStatus() != 200) {
                    wrong.add(login + " " + address + " " + shown.getStatus());
                }
                var text = shown.getContentAsString(StandardCharsets.UTF_8);
                things.mayRead().forEach((words, readers) -> {
                    if (text.contains(words) && !readers.contains(login)) {
                        wrong.add(login + " " + address + " 读到了" + words);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The secret of a token for a person's first post, with every right. */
    private String token(String login) throws Exception {
        var request = MockMvcRequestBuilders.post("/tokens").param("key", ids.next().toString()).param("purpose", "逐门测试").param("to", post(login).toString())
                .param("until", "2026-12-31");
        for (var right : TokenRight.values()) {
            request.param("right", right.name());
        }
        var issued = web.perform(request.with(csrf()).with(authentication(new TestingAuthenticationToken(people.signedIn("anquan"), "", "USER")))).andReturn();
        return String.valueOf(issued.getFlashMap().get("secret"));
    }

    private List<String> operations(RequestMethod method) {
        return addresses(method).stream().filter(address -> address.startsWith("/api/v1/")).toList();
    }

    @Test
    @DisplayName("每个地址里的变量都有一件别人的东西可试；新加的地址要先在这里写明")
    void everyVariableHasAForeignThing() {
        var without = new TreeSet<String>();
        for (var method : RequestMethod.values()) {
            for (var address : addresses(method)) {
                var variable = VARIABLE.matcher(address);
                while (variable.find()) {
                    if (foreign(variable.group(1), variable.group(2)) == null && !WORDS.contains(variable.group(2))) {
                        without.add(address + " {" + variable.group(2) + "}");
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }

    /** A thing that most people must not see, by the word before it in the address and its own name; null where none is known. */
    private String foreign(String before, String name) {
        var nothing = new UUID(7, 7).toString();
        return switch (before + name) {
            case "matters/id" -> things.matter();
            case "records/subject", "decisions/subject" -> things.record();
            case "duties/instance" -> things.duty();
            case "units/unit", "register/unit" -> people.scopeOf("cunzhishu").posts().getFirst().unit().toString();
            case "posts/post", "posts/at" -> post("cunzhishu").toString();
            case "institutions/id", "complaints/complaint", "attachments/attachment", "disputes/dispute", "deployments/id", "uploads/id", "complaints/id", "accounts/account", "facts/fact", "persons/person",
                    "rows/row", "returns/id", "cases/id", "values/id",
                    "papers/id", "packages/package", "promises/promise", "meetings/meeting", "rooms/room", "recordings/recording", "guest/room", "pages/room", "notices/id", "channels/channel", "charges/fact", "emergencies/emergency", "proposals/row", "tokens/token", "identities/identity" -> nothing;
            default -> null;
        };
    }

    private String filled(String address, Object ownPost) {
        var filled = VARIABLE.matcher(address).replaceAll(variable -> variable.group(1) + switch (variable.group(2)) {
            case "post" -> ownPost.toString();
            case "institution" -> "branch-life";
            case "duty" -> "branch-assembly";
            case "step" -> "progress";
            case "clock" -> "handle";
            case "item", "number", "year" -> "1";
            case "quarter" -> "2026-10-01";
            case "county" -> "539900";
            case "kind" -> variable.group(3) == null ? "explained" : variable.group(3).split("\\|")[0];
            case String name -> {
                var thing = foreign(variable.group(1), name);
                yield thing == null ? "institutions/".equals(variable.group(1)) ? "branch-life" : new UUID(7, 7).toString() : thing;
            }
        });
        return filled.endsWith("}") ? filled.replaceAll("\\{.*}", "docx") : filled;
    }

    private List<String> addresses(RequestMethod method) {
        var addresses = new TreeMap<String, RequestMappingInfo>();
        routes.getHandlerMethods().forEach((mapping, handler) -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (handler.getBeanType().getPackageName().startsWith("cn.yizhen") && (methods.contains(method) || methods.isEmpty() && method == RequestMethod.GET)) {
                mapping.getPatternValues().forEach(pattern -> addresses.put(pattern, mapping));
            }
        });
        return List.copyOf(addresses.keySet());
    }

    private List<String> logins() {
        return entrances.entrances().stream().map(DemoEntrances.Entrance::login).toList();
    }

    /** The first post held, or one that nobody holds for an account without any. */
    private Object post(String login) {
        var posts = people.scopeOf(login).posts();
        return posts.isEmpty() ? new UUID(7, 7) : posts.getFirst().post();
    }

    private String sent(String login, String address, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(address).param("key", ids.next().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        var response = as(login, request);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
        return response.getRedirectedUrl();
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private MockHttpServletResponse as(String login, HttpMethod method, String address) throws Exception {
        return as(login, MockMvcRequestBuilders.request(method, address));
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var asked = login == null ? request : request.with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")));
        var response = web.perform(asked.header("Accept", "text/html").with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
