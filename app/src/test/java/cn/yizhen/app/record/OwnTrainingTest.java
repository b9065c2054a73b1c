package cn.yizhen.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@DisplayName("学习培训和学时")
class OwnTrainingTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Ids ids;

    @Test
    @DisplayName("本人登记一次培训：日期、一句话、学时，表上先说计入哪几件")
    void oneNotesOnesOwn() throws Exception {
        Scope scope = people.scopeOf("caizheng");
        var preview = as("caizheng", get(base(scope) + "/records/preview").param("kind", "training").param("unit", unit(scope))
                .param("day", "2026-11-20").param("topic", "预算管理培训").param("hours", "16").param("chair", person(scope)));
        assertThat(preview.getContentAsString()).contains("干部年度学时", "要90学时");
        var made = note("caizheng", scope, "预算管理培训", "16");
        assertThat(made.getStatus()).isEqualTo(302);
        assertThat(as("caizheng", get(made.getRedirectedUrl())).getContentAsString()).contains("预算管理培训");
    }

    @Test
    @DisplayName("一个人的学时别人看不到，上级也看不到")
    void nobodyElseSeesIt() throws Exception {
        Scope scope = people.scopeOf("zuzhiweiyuan");
        var made = note("zuzhiweiyuan", scope, "组织工作业务培训", "8");
        assertThat(made.getStatus()).isEqualTo(302);
        assertThat(as("zuzhiweiyuan", get(made.getRedirectedUrl())).getStatus()).isEqualTo(200);
        assertThat(as("zhenshuji", get(made.getRedirectedUrl())).getStatus()).isEqualTo(404);
        assertThat(as("zuzhigu", get(made.getRedirectedUrl())).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("没有填学时、学时不合理，退回来，填过的都在")
    void hoursMustBeANumber() throws Exception {
        Scope scope = people.scopeOf("caizheng");
        for (String wrong : List.of("", "两天", "4000")) {
            var refused = note("caizheng", scope, "预算管理培训", wrong);
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(refused.getContentAsString()).contains("学时", "预算管理培训");
        }
    }

    private MockHttpServletResponse note(String login, Scope scope, String topic, String hours) throws Exception {
        return as(login, post(base(scope) + "/records").param("key", ids.next().toString()).param("kind", "training").param("unit", unit(scope))
                .param("day", "2026-11-20").param("topic", topic).param("hours", hours).param("chair", person(scope)));
    }

    private static String base(Scope scope) {
        return "/posts/" + scope.posts().getFirst().post();
    }

    private static String unit(Scope scope) {
        return scope.posts().getFirst().unit().toString();
    }

    private static String person(Scope scope) {
        return String.valueOf(scope.person());
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var token = UsernamePasswordAuthenticationToken.authenticated(people.signedIn(login), null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
