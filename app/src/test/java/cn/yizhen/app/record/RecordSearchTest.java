package cn.yizhen.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
@DisplayName("查找登记")
class RecordSearchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired RecordSearch search;
    @Autowired RecordRows rows;
    @Autowired Acts acts;
    @Autowired Transactions transactions;
    @Autowired Ids ids;

    String word;
    Scope secretary;
    HeldPost post;

    @BeforeEach
    void aRecordOfTheBranch() {
        word = "渠" + UUID.randomUUID().toString().substring(0, 8);
        secretary = people.scopeOf("cunzhishu");
        post = secretary.posts().stream().filter(p -> p.unitName().contains("支部")).findFirst().orElseThrow();
        note(content("branch-assembly", "讨论" + word + "的清淤", 0, null));
    }

    @Test
    @DisplayName("按议题、地点、单位里的字找，几个词都要有")
    void wordsOfTopicPlaceAndUnit() {
        assertThat(found(secretary, word)).hasSize(1);
        assertThat(found(secretary, "老村部 " + word)).hasSize(1);
        assertThat(found(secretary, post.unitName() + "　" + word)).hasSize(1);
        assertThat(found(secretary, "新村部 " + word)).isEmpty();
        assertThat(found(secretary, "%")).isEmpty();
        assertThat(found(secretary, " ")).isEmpty();
    }

    @Test
    @DisplayName("本村、本镇、管这项制度的部门找得到；邻村、别的部门找不到")
    void onlyWithinTheScope() {
        assertThat(found(people.scopeOf("zhenshuji"), word)).hasSize(1);
        assertThat(found(people.scopeOf("zuzhigu"), word)).hasSize(1);
        for (var login : List.of("hecun", "caizheng", "fagui")) {
            assertThat(found(people.scopeOf(login), word)).as(login).isEmpty();
        }
    }

    @Test
    @DisplayName("忘了再筛一遍，函数自己也只给出看得到的；没有范围什么也没有")
    void theFunctionJoinsToTheScopeItself() {
        assertThat(raw(secretary)).hasSize(1);
        assertThat(raw(people.scopeOf("caizheng"))).isEmpty();
        assertThat(raw(Scope.system(secretary.county(), "测试", secretary.asOf()))).isEmpty();
    }

    @Test
    @DisplayName("一个人的学习培训，只有本人找得到")
    void ownTrainingStaysOwn() {
        note(content("training", "学" + word, 8, secretary.person()));
        assertThat(found(secretary, "学" + word)).hasSize(1);
        assertThat(found(people.scopeOf("zhenshuji"), "学" + word)).isEmpty();
        assertThat(raw(people.scopeOf("zhenshuji"))).hasSize(1);
    }

    @Test
    @DisplayName("页上找：找到的列出来，写过的字还在；找不到的说清楚")
    void onThePage() throws Exception {
        assertThat(page("cunzhishu", word)).contains("讨论" + word + "的清淤", "value=\"" + word + "\"");
        assertThat(page("caizheng", word)).contains("没有议题、地点或者单位含有").doesNotContain("的清淤");
    }

    private String page(String login, String find) throws Exception {
        var token = new TestingAuthenticationToken(people.signedIn(login), null, "USER");
        token.setAuthenticated(true);
        return web.perform(get("/records").param("find", find).with(authentication(token))).andReturn().getResponse().getContentAsString();
    }

    private List<String> found(Scope scope, String typed) {
        return search.of(scope, typed).stream().map(record -> record.content().topic()).toList();
    }

    private List<UUID> raw(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("select record from search_records(:words, '{}', '{}', 100)")
                .param("words", new String[] {word}).query(UUID.class).list());
    }

    private RecordContent content(String kind, String topic, int hours, @Nullable PersonId chair) {
        return new RecordContent(kind, post.unit(), null, DAY, "老村部", chair, List.of(), Set.of(), null, null, topic, Set.of(), List.of(), Set.of(), null, hours);
    }

    private void note(RecordContent content) {
        var subject = ids.next();
        var done = acts.perform(secretary.under(post.post()), new Act(ids.next(), "test.noted", post.post(), null, null, Map.of()), writing -> {
            int number = transactions.reading(writing.scope(), sql -> sql.sql("select next_record_number(?, ?)")
                    .params(content.unit().value(), DAY.getYear()).query(Integer.class).single());
            rows.insert(writing, new NotedRecord(ids.next(), subject, writing.act(), null, null, false, DAY.getYear(), number, content,
                    DAY, secretary.person(), post.post(), new UnitId(content.unit().value())));
            return Outcome.done("/");
        });
        assertThat(done).as(done.toString()).isInstanceOf(Performed.Done.class);
    }
}
