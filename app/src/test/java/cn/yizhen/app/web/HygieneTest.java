package cn.yizhen.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.TakesOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What keeps the pages safe in a browser; a sentence of the issue a test. */
@AppTest
@DisplayName("网页安全")
class HygieneTest {

    private static final Path TEMPLATES = Path.of("src/main/jte").toAbsolutePath();
    /** What is sent without a session: nothing of a browser's counts there (减负直通车; the interface, which takes tokens only). */
    private static final List<String> WITHOUT_SESSION = List.of("/direct-line", "/api/");
    /** Single papers, forms to fill in, files that came from outside, parts of the program: no lists (see {@link TakesOut}). */
    private static final Set<String> SINGLE_PAPERS = Set.of(
            "/organisation/template.xlsx", "/organisation/uploads/{id}/returned.xlsx", "/records/{subject}/page.docx",
            "/records/{subject}/attachments/{attachment}", "/posts/{post}/papers/{id}/draft.docx", "/papers/{id}/issued.{form:docx|xlsx}",
            "/posts/{post}/matters/{id}/notice", "/audit/head", "/api/openapi.json", "/sw.js", "/filing.docx",
            "/meetings/{meeting}/notice.docx", "/meetings/{meeting}/seating.docx", "/meetings/{meeting}/signatures.docx",
            // played in parts, so neither asked for a code nor noted part by part: opening its page is noted
            "/rooms/pages/{room}/{deck}/{number}", "/rooms/recordings/{recording}/{file}");

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired RequestMappingHandlerMapping routes;

    @Test
    @DisplayName("每一页都带严格的内容安全策略，不许内嵌脚本和样式，不许被框在别的网页里，不猜类型")
    void everyAnswerCarriesThePolicy() throws Exception {
        var wrong = new ArrayList<String>();
        for (var address : addresses(RequestMethod.GET)) {
            for (var login : new String[] {null, "cunzhishu", "anquan"}) {
                var shown = sent(login, HttpMethod.GET, address);
                var policy = String.valueOf(shown.getHeader("Content-Security-Policy"));
                if (!policy.contains("default-src 'none'") || !policy.contains("script-src 'self';") || !policy.contains("style-src 'self';")
                        || !policy.contains("frame-ancestors 'none'") || !policy.contains("base-uri 'none'") || policy.contains("unsafe")
                        || !"DENY".equals(shown.getHeader("X-Frame-Options")) || !"nosniff".equals(shown.getHeader("X-Content-Type-Options"))
                        || !"same-origin".equals(shown.getHeader("Referrer-Policy")) || !String.valueOf(shown.getHeader("Permissions-Policy")).contains("geolocation=()")) {
                    wrong.add(login + " " + address);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("模板里没有内嵌脚本、样式和事件属性")
    void noInlineScriptOrStyle() throws IOException {
        var inline = Pattern.compile("<script(?![^>]*\\b(?:src=|type=\"application/json\"))|<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:|hx-on|hx-vals=\"js:");
        assertThat(matching(inline, ".jte")).isEmpty();
    }

    @Test
    @DisplayName("模板里没有不转义的输出")
    void everythingIsEscaped() throws IOException {
        assertThat(matching(Pattern.compile("\\$unsafe\\{"), ".jte")).isEmpty();
    }

    @Test
    @DisplayName("填进来一个空字符（NUL），在门口就退回")
    void aNulIsRefusedAtTheDoor() throws Exception {
        for (var address : List.of("/login", "/direct-line", "/enter")) {
            var sent = MockMvcRequestBuilders.post(address).param("login", "a\0b").param("about", "a\0b").param("code", "a\0b").param("kind", "FORM").with(csrf());
            assertThat(web.perform(sent).andReturn().getResponse().getStatus()).as(address).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("没有防伪造令牌，哪个表单都不收")
    void nothingIsTakenWithoutTheToken() throws Exception {
        var wrong = new ArrayList<String>();
        for (var method : List.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE)) {
            for (var address : addresses(method)) {
                if (WITHOUT_SESSION.stream().noneMatch(address::startsWith)) {
                    var status = perform("cunzhishu", MockMvcRequestBuilders.request(method.asHttpMethod(), filled(address))).getStatus();
                    if (status != 403) {
                        wrong.add(method + " " + address + " " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("退出登录也要防伪造令牌")
    void signingOutToo() throws Exception {
        assertThat(perform("cunzhishu", MockMvcRequestBuilders.post("/logout")).getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("每个送出文件的地址，要么是一份自己的文书，要么按导出办：问口令、记审计")
    void everyFileIsAPaperOrAnExport() {
        var neither = new TreeSet<String>();
        routes.getHandlerMethods().forEach((mapping, handler) -> {
            if (ours(handler) && handler.getMethod().getGenericReturnType().getTypeName().matches(".*ResponseEntity<(byte\\[]|\\?|.*Resource)>")) {
                mapping.getPatternValues().stream()
                        .filter(address -> !handler.hasMethodAnnotation(TakesOut.class) && !SINGLE_PAPERS.contains(address) && !address.startsWith("/api/v1/"))
                        .forEach(neither::add);
            }
        });
        assertThat(neither).isEmpty();
    }

    @Test
    @DisplayName("下载的文件名没有路径、换行和控制字符")
    void safeFileNames() throws Exception {
        var unsafe = Pattern.compile("[\\r\\n]|\\.\\./|%0[AaDd]|%2[Ff]");
        var wrong = new ArrayList<String>();
        for (var address : addresses(RequestMethod.GET)) {
            var name = sent("zhenshuji", HttpMethod.GET, address).getHeader("Content-Disposition");
            if (name != null && (unsafe.matcher(name).find() || !name.startsWith("attachment"))) {
                wrong.add(address + " " + name);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private MockHttpServletResponse sent(String login, HttpMethod method, String address) throws Exception {
        return perform(login, MockMvcRequestBuilders.request(method, filled(address)).with(csrf()));
    }

    private MockHttpServletResponse perform(String login, org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) throws Exception {
        var asked = login == null ? request : request.with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")));
        var response = web.perform(asked.header("Accept", "text/html")).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private String filled(String address) {
        var post = people.scopeOf("cunzhishu").posts().getFirst().post().toString();
        return address.replaceAll("\\{post}", post).replaceAll("\\{\\w+:([^|}]+)[^}]*}", "$1").replaceAll("\\{\\w+}", new UUID(7, 7).toString());
    }

    private Set<String> addresses(RequestMethod method) {
        var addresses = new TreeSet<String>();
        routes.getHandlerMethods().forEach((mapping, handler) -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (ours(handler) && (methods.contains(method) || methods.isEmpty() && method == RequestMethod.GET)) {
                addresses.addAll(mapping.getPatternValues());
            }
        });
        return addresses;
    }

    private static boolean ours(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("cn.yizhen");
    }

    private static Set<String> matching(Pattern pattern, String ending) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
                if (pattern.matcher(Files.readString(file)).find()) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
