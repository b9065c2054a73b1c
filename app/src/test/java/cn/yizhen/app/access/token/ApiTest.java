package cn.yizhen.app.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.NeedsRight;
import cn.yizhen.app.access.TokenRight;
import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system with a token: what it may, what it is refused, and that the description tells the truth. */
@AppTest
@DisplayName("接口与令牌")
class ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RECORD = """
            {"unitCode":"539900100201Z1","kind":"branch-assembly","day":"2026-11-20","place":"会议室","present":12,"votingPresent":12,"topic":"%s","heeded":true}""";

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Tokens tokens;
    @Autowired Ids ids;
    @Autowired TestClock clock;
    @Autowired JdbcClient sql;
    @Autowired RequestMappingHandlerMapping routes;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    @DisplayName("说明与地址一一对应，每个接口写明权限")
    void theDescriptionIsTheRoutes() {
        var served = new TreeSet<String>();
        routes.getHandlerMethods().forEach((mapping, handler) -> mapping.getPatternValues().stream().filter(address -> address.startsWith("/api/v1/"))
                .forEach(address -> mapping.getMethodsCondition().getMethods().forEach(method -> served.add(
                        method + " " + address + " " + Optional.ofNullable(handler.getMethodAnnotation(NeedsRight.class)).map(NeedsRight::value).orElse(null)))));
        var described = new TreeSet<String>();
        description().path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation ->
                described.add(operation.getKey().toUpperCase() + " " + path.getKey() + " " + operation.getValue().path("x-right").asString())));
        assertThat(served).isNotEmpty().isEqualTo(described);
    }

    @Test
    @DisplayName("答复的样子与说明一致")
    void theAnswersAreAsDescribed() throws Exception {
        var token = token("cunzhishu", EnumSet.allOf(TokenRight.class));
        var wrong = new ArrayList<String>();
        for (var address : List.of("/api/v1/duties?from=2026-01-01&until=2026-12-31", "/api/v1/standing?duty=branch-assembly&from=2026-01-01&until=2026-12-31",
                "/api/v1/matters?over=true", "/api/v1/kinds")) {
            var answer = asked(token, get(address));
            assertThat(answer.getStatus()).as(address).isEqualTo(200);
            var schema = description().path("paths").path(address.split("\\?")[0]).path("get").path("responses").path("200")
                    .path("content").path("application/json").path("schema");
            wrong.addAll(differences(json(answer), schema, address));
        }
        assertThat(wrong).isEmpty();
        assertThat(json(asked(token, get("/api/v1/duties?from=2026-01-01&until=2026-12-31"))).path("duties").size()).isPositive();
        assertThat(json(asked(token, get("/api/v1/standing?duty=branch-assembly&from=2026-01-01&until=2026-12-31"))).path("enumerated").asInt()).isPositive();
        assertThat(asked(token, get("/api/v1/standing?duty=cadre-hours&from=2026-01-01&until=2026-12-31")).getStatus()).as("个人的学时没有合计").isEqualTo(404);
    }

    @Test
    @DisplayName("没有令牌、令牌不对、已收回、已到期：一律进不来；登录着的浏览器也不行")
    void nobodyWithoutAToken() throws Exception {
        var token = token("cunzhishu", EnumSet.allOf(TokenRight.class));
        assertThat(asked(token, get("/api/v1/kinds")).getStatus()).isEqualTo(200);
        for (var sent : new String[] {null, "", "yz_", token + "x", token.toLowerCase()}) {
            assertThat(asked(sent, get("/api/v1/kinds")).getStatus()).isEqualTo(401);
        }
        assertThat(web.perform(get("/api/v1/kinds").with(authentication(new TestingAuthenticationToken(people.signedIn("cunzhishu"), "", "USER"))))
                .andReturn().getResponse().getStatus()).isEqualTo(401);
        clock.advance(Duration.ofDays(31));
        assertThat(asked(token, get("/api/v1/kinds")).getStatus()).isEqualTo(401);
        clock.reset();

        var all = tokens.all(people.scopeOf("anquan"));
        asAdministrator("anquan", post("/tokens/" + all.getFirst().id() + "/end").param("key", ids.next().toString()));
        assertThat(asked(token, get("/api/v1/kinds")).getStatus()).isEqualTo(401);
    }

    @Test
    @DisplayName("令牌只能做写明的一项，别的都不行；也打不开页面")
    void onlyItsRights() throws Exception {
        var reading = token("cunzhishu", EnumSet.of(TokenRight.READ_MATTERS));
        assertThat(asked(reading, get("/api/v1/matters")).getStatus()).isEqualTo(200);
        assertThat(asked(reading, get("/api/v1/kinds")).getStatus()).isEqualTo(403);
        assertThat(asked(reading, get("/api/v1/duties?from=2026-01-01&until=2026-12-31")).getStatus()).isEqualTo(403);
        assertThat(sent(reading, "k1", RECORD.formatted("不该登记")).getStatus()).isEqualTo(403);
        assertThat(asked(reading, get("/matters")).getStatus()).isEqualTo(302);
        var stranger = token("wuren", EnumSet.allOf(TokenRight.class));
        assertThat(sent(stranger, "k2", RECORD.formatted("别的村")).getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("别的系统送来一条记录：登记一次，同一编号再送答复第一次的结果；对方单位看得到")
    void aRecordOnce() throws Exception {
        var topic = "接口" + ids.next().toString().substring(24);
        var token = token("cunzhishu", EnumSet.of(TokenRight.NOTE_RECORDS));
        var key = "oa-" + ids.next();
        var first = sent(token, key, RECORD.formatted(topic));
        assertThat(first.getStatus()).as(first.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(201);
        var again = sent(token, key, RECORD.formatted(topic));
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(json(again).path("record").asString()).isEqualTo(json(first).path("record").asString());
        assertThat(json(again).path("repeated").asBoolean()).isTrue();
        assertThat(asAdministrator("cunzhishu", get("/records/" + json(first).path("record").asString())).getContentAsString(StandardCharsets.UTF_8)).contains(topic);
    }

    @Test
    @DisplayName("送来的内容不行：与登记页面同样的原因，一次说全，什么都没有登记")
    void theSameRefusals() throws Exception {
        var token = token("cunzhishu", EnumSet.of(TokenRight.NOTE_RECORDS));
        assertThat(codes(sent(token, "", "{\"kind\":\"branch-assembly\",\"day\":\"2026-11-20\",\"姓名\":\"x\",\"present\":[1],\"unitCode\":\"没有\"}")))
                .containsExactly("idempotency-key-missing", "field-unknown", "field-unreadable", "unit-unknown");
        assertThat(codes(sent(token, "a", RECORD.replace("2026-11-20", "昨天").replace("\"present\":12", "\"present\":\"十二\"").formatted("x"))))
                .containsExactlyInAnyOrder("day-missing", "not-a-number");
        assertThat(codes(sent(token, "b", RECORD.replace("branch-assembly", "no-such").formatted("x")))).containsExactly("kind-unknown");
        assertThat(codes(sent(token, "c", RECORD.replace(",\"heeded\":true", "").replace("\"present\":12,\"votingPresent\":12", "\"present\":1,\"votingPresent\":1").formatted("x"))))
                .contains("not-heeded");
        assertThat(sent(token, "d", "{不是 JSON").getStatus()).isEqualTo(400);
        assertThat(sent(token, "e", RECORD.formatted("长".repeat(100_000))).getStatus()).isEqualTo(413);
    }

    @Test
    @DisplayName("令牌在库里只有摘要；发放页只显示一次；写明用途、岗位、权限、期限才发")
    void keptAsDigestShownOnce() throws Exception {
        var bad = asAdministrator("anquan", post("/tokens").param("key", ids.next().toString()));
        assertThat(bad.getContentAsString(StandardCharsets.UTF_8)).contains("没有写用途", "没有选岗位", "没有选权限", "有效期没有填");
        var post = people.scopeOf("cunzhishu").posts().getFirst().post().toString();
        var issued = web.perform(post("/tokens").param("key", ids.next().toString()).param("purpose", "办公平台").param("to", post)
                .param("right", "READ_MATTERS").param("until", "2027-01-31").with(csrf())
                .with(authentication(new TestingAuthenticationToken(people.signedIn("anquan"), "", "USER")))).andReturn();
        var secret = String.valueOf(issued.getFlashMap().get("secret"));
        assertThat(secret).startsWith("yz_").hasSizeGreaterThan(40);
        assertThat(asAdministrator("anquan", get("/tokens/issued")).getContentAsString(StandardCharsets.UTF_8)).contains("只显示一次").doesNotContain("yz_");
        assertThat(asAdministrator("anquan", get("/tokens")).getContentAsString(StandardCharsets.UTF_8)).contains("办公平台").doesNotContain(secret);
        assertThat(asAdministrator("cunzhishu", get("/tokens")).getStatus()).isEqualTo(403);
        var kept = sql.sql("select column_name from information_schema.columns where table_name = 'access_token'").query(String.class).set();
        assertThat(kept).isEqualTo(Set.of("id", "county", "act", "purpose", "post", "rights", "until", "digest", "at"));
    }

    private List<String> codes(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(422);
        return json(answer).path("reasons").valueStream().map(reason -> reason.path("code").asString()).toList();
    }

    private String token(String login, Set<TokenRight> rights) {
        var post = people.scopeOf(login).posts().getFirst().post();
        var asked = new Tokens.Asked("测试" + login, post, rights, LocalDate.of(2026, 12, 23));
        return tokens.issue(people.scopeOf("anquan"), ids.next(), asked) instanceof Outcome.Done<Optional<String>>(var secret) ? secret.orElseThrow() : "";
    }

    private MockHttpServletResponse sent(String token, String key, String body) throws Exception {
        return asked(token, post("/api/v1/records").contentType(MediaType.APPLICATION_JSON).header("Idempotency-Key", key).content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private MockHttpServletResponse asked(@Nullable String token, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(token == null ? request : request.header("Authorization", "Bearer " + token)).andReturn().getResponse();
    }

    private MockHttpServletResponse asAdministrator(String login, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf()).with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")))).andReturn().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private JsonNode description() {
        try {
            return json(web.perform(get("/api/openapi.json")).andReturn().getResponse());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a value is not what its schema says: a type, a field that is missing, one that nobody described. */
    private List<String> differences(JsonNode value, JsonNode described, String where) {
        var schema = described.has("$ref") ? description().at(described.path("$ref").asString().substring(1)) : described;
        var types = schema.path("type").isArray() ? schema.path("type").valueStream().map(JsonNode::asString).toList() : List.of(schema.path("type").asString());
        var wrong = new ArrayList<String>();
        if (types.stream().noneMatch(type -> is(value, type))) {
            wrong.add(where + ": " + value + " is no " + types);
        }
        if (value.isObject()) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asString())) {
                    wrong.add(where + "/" + name.asString() + " is missing");
                }
            });
            value.properties().forEach(field -> {
                var known = schema.path("properties").path(field.getKey());
                wrong.addAll(known.isMissingNode() ? List.of(where + "/" + field.getKey() + " is not described") : differences(field.getValue(), known, where + "/" + field.getKey()));
            });
        }
        if (value.isArray()) {
            value.forEach(one -> wrong.addAll(differences(one, schema.path("items"), where + "[]")));
        }
        return wrong;
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
