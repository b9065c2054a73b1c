package cn.yizhen.app.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.web.Modules;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AppTest
@DisplayName("备案与测评资料")
class FilingTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired ModuleSwitches switches;
    @Autowired Ids ids;
    @Autowired JdbcClient sql;
    @Autowired RequestMappingHandlerMapping routes;

    @AfterEach
    void everythingOnAgain() {
        switchable().forEach(module -> switches.turn(people.scopeOf("xitong"), ids.next(), module, true, "恢复"));
    }

    @Test
    @DisplayName("逐个停用每一个模块：它的地址都答 404，栏目消失，其他页面照常")
    void everyModuleOffInTurn() throws Exception {
        var wrong = new ArrayList<String>();
        for (var module : switchable()) {
            assertThat(switches.turn(people.scopeOf("xitong"), ids.next(), module, false, "本县暂不使用")).isInstanceOf(Performed.Done.class);
            for (var login : List.of("duchashi", "cunzhishu", "xitong")) {
                for (var route : plainPages().entrySet()) {
                    var shown = as(login, MockMvcRequestBuilders.get(route.getKey()));
                    if (route.getValue().equals(module) && shown.getStatus() != 404) {
                        wrong.add("停用 " + module + "，" + route.getKey() + " 仍答 " + shown.getStatus());
                    }
                    if (shown.getStatus() >= 500) {
                        wrong.add("停用 " + module + "，" + login + " " + route.getKey() + " 答 " + shown.getStatus());
                    }
                    var text = shown.getContentAsString();
                    if (text.contains("<nav")) {
                        var navigation = text.substring(text.indexOf("<nav"), text.indexOf("</nav>"));
                        plainPages().forEach((address, owner) -> {
                            if (owner.equals(module) && navigation.contains("href=\"" + address + "\"")) {
                                wrong.add("停用 " + module + "，栏目里还有 " + address);
                            }
                        });
                    }
                }
            }
            switches.turn(people.scopeOf("xitong"), ids.next(), module, true, "恢复");
        }
        assertThat(wrong).isEmpty();
        assertThat(as("duchashi", MockMvcRequestBuilders.get("/")).getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("停用的模块不在应办里留下点不开的行，往上说一句也不再问；接口说明白是停用了")
    void nothingLeadsToAClosedDoor() throws Exception {
        var secretary = people.scopeOf("cunzhishu");
        var whole = desk();
        assertThat(whole).contains("/records/new?kind=", "/requests/new", "/duties/");
        off("matter");
        assertThat(desk()).contains("/records/new?kind=").doesNotContain("/requests/new", "/matters/");
        assertThat(as("cunzhishu", MockMvcRequestBuilders.get("/posts/" + secretary.posts().getFirst().post() + "/requests/new")).getStatus()).isEqualTo(404);
        off("record");
        assertThat(desk()).contains("/duties/").doesNotContain("/records/new");
        off("duty");
        assertThat(desk()).doesNotContain("/duties/");
        assertThat(as("cunzhishu", MockMvcRequestBuilders.get("/week")).getStatus()).isEqualTo(200);
    }

    private String desk() throws Exception {
        var shown = as("cunzhishu", MockMvcRequestBuilders.get("/"));
        assertThat(shown.getStatus()).isEqualTo(200);
        return shown.getContentAsString();
    }

    private void off(String module) {
        assertThat(switches.turn(people.scopeOf("xitong"), ids.next(), module, false, "本县暂不使用")).isInstanceOf(Performed.Done.class);
    }

    @Test
    @DisplayName("减负直通车不可停用；没有依据的、不是系统管理员的都办不成")
    void refusals() {
        assertThat(switches.turn(people.scopeOf("xitong"), ids.next(), "burden", false, "依据")).isInstanceOf(Performed.Refused.class);
        assertThat(switches.turn(people.scopeOf("xitong"), ids.next(), "paper", false, " ")).isInstanceOf(Performed.Refused.class);
        assertThat(switches.turn(people.scopeOf("shenji"), ids.next(), "paper", false, "依据")).isInstanceOf(Performed.Refused.class);
    }

    @Test
    @DisplayName("页面只给系统管理员；Word 里有功能、数据项、接口和边界")
    void pageAndWord() throws Exception {
        assertThat(as("cunzhishu", MockMvcRequestBuilders.get("/filing")).getStatus()).isEqualTo(403);
        assertThat(as("xitong", MockMvcRequestBuilders.get("/filing")).getContentAsString()).contains("数据项与级别", "减负直通车", "不可停用", "Chromium 86");
        var word = as("xitong", MockMvcRequestBuilders.get("/filing.docx"));
        try (var document = new XWPFDocument(new ByteArrayInputStream(word.getContentAsByteArray()))) {
            assertThat(document.getTables()).hasSize(3);
        }
    }

    @Test
    @DisplayName("数据库的每一张表都属于一个数据项，每一个模块都写明功能")
    void nothingIsLeftOut() throws Exception {
        var filing = Filing.shipped();
        var unnamed = new TreeSet<String>();
        sql.sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")
                .query(String.class).list().stream().filter(table -> filing.data().stream().noneMatch(item -> item.holds(table))).forEach(unnamed::add);
        assertThat(unnamed).as("表没有写进 filing/data.tsv").isEmpty();
        try (var modules = Files.list(Path.of("src/main/java/cn/yizhen/app"))) {
            var missing = modules.filter(Files::isDirectory).map(one -> one.getFileName().toString())
                    .filter(module -> !Modules.ALWAYS_ON.contains(module))
                    .filter(module -> filing.functions().stream().noneMatch(function -> function.module().equals(module))).toList();
            assertThat(missing).as("模块没有写进 filing/functions.tsv").isEmpty();
        }
    }

    private static List<String> switchable() {
        return Filing.shipped().functions().stream().map(Filing.Function::module).filter(module -> !Modules.ALWAYS_ON.contains(module)).toList();
    }

    /** Pages without a variable, with the module that serves them; the interface for programs asks for its token first. */
    private TreeMap<String, String> plainPages() {
        var pages = new TreeMap<String, String>();
        routes.getHandlerMethods().forEach((route, handler) -> {
            var type = handler.getBeanType().getPackageName();
            if (type.startsWith("cn.yizhen.app.") && (route.getMethodsCondition().getMethods().isEmpty()
                    || route.getMethodsCondition().getMethods().stream().anyMatch(method -> method.name().equals("GET")))) {
                route.getPatternValues().stream().filter(pattern -> !pattern.contains("{") && !pattern.startsWith("/api/"))
                        .forEach(pattern -> pages.put(pattern, type.substring("cn.yizhen.app.".length()).split("\\.")[0]));
            }
        });
        return pages;
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var response = web.perform(request.with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")))
                .header("Accept", "text/html").with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
