package cn.yizhen.app.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.Ids;
import cn.yizhen.rules.AsOf;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@DisplayName("对下承诺")
class PromisesTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Promises promises;
    @Autowired ActSequencer sequencer;
    @Autowired Ids ids;

    @Test
    @DisplayName("县领导答应村里的事，登记以后列在对下未答复里，写明等了几天；答复了就没有了，当时所知里还在")
    void aPromiseWaitsUntilItIsAnswered() throws Exception {
        var village = people.scopeOf("cunzhishu").posts().getFirst().unitName();
        var words = "入冬前把村口的桥修好" + ids.next().toString().substring(24);
        assertThat(note("duchashi", "县农业农村局", village, words, "2026-11-03", "2026-12-20").getStatus()).isEqualTo(302);
        sequencer.round();
        assertThat(page("shuji", "/standing")).contains(words, "答应的事未答复 · 已20天");
        assertThat(page("cunzhishu", "/promises")).contains(words).doesNotContain(">已办到</button>");
        var promise = promises.of(people.scopeOf("duchashi")).stream().filter(one -> one.words().equals(words)).findFirst().orElseThrow();

        var refused = response("cunzhishu", post("/posts/" + at("cunzhishu") + "/promises/" + promise.id() + "/answer").with(csrf()).param("key", ids.next().toString())
                .param("words", "办好了").param("kept", "true"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(response("duchashi", post("/posts/" + at("duchashi") + "/promises/" + promise.id() + "/answer").with(csrf()).param("key", ids.next().toString())
                .param("words", "桥已通车").param("kept", "true")).getStatus()).isEqualTo(302);
        sequencer.round();
        assertThat(page("shuji", "/standing")).doesNotContain(words);
        assertThat(page("cunzhishu", "/promises")).contains("桥已通车", "已办到");

        var scope = people.scopeOf("shuji");
        long newest = promises.of(scope).isEmpty() ? 0 : 1;
        assertThat(newest).isPositive();
        assertThat(promises.of(scope.at(new AsOf(scope.asOf().on().minusDays(30), AsOf.LATEST)))).noneMatch(one -> one.words().equals(words));
    }

    @Test
    @DisplayName("没有这个单位、没有原话、日期颠倒：原因一次说完，填过的都在")
    void everyReasonAtOnce() throws Exception {
        var response = note("duchashi", "县水力局", "没有的村", "", "2026-11-20", "2026-11-01");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("没有叫“县水力局”的单位", "没有叫“没有的村”的单位", "没有写答应了什么", "早于答应的那一天",
                "value=\"县水力局\"");
    }

    private MockHttpServletResponse note(String login, String by, String to, String words, String made, String until) throws Exception {
        return response(login, post("/posts/" + at(login) + "/promises").with(csrf()).param("key", ids.next().toString()).param("by", by).param("title", "局长")
                .param("to", to).param("words", words).param("made", made).param("until", until));
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
