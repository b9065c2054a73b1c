package cn.yizhen.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.host.OpenDatabase;
import cn.yizhen.app.organisation.roster.Reorganisation;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.SuccessionKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.app.organisation.roster.Correction;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@AppTest
class CorrectionPageTest {

    private static final String KEEPER = "zuzhigu";
    private static final String BRANCH = DemoCounty.CODE + "103201Z1";

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired OrganisationKeeping keeping;
    @Autowired NotedFacts facts;
    @Autowired Transactions transactions;
    @Autowired ActSequencer sequencer;
    @Autowired Ids ids;
    @Autowired HostSettings settings;

    @Test
    @DisplayName("写错的人数带着原因更正，机构变动里看得到原因；别人不能更正")
    void aWrongFactIsVoidedWithItsReason() throws Exception {
        var scope = people.scopeOf(KEEPER);
        var branch = organisations.asOf(scope).unit(BRANCH).orElseThrow();
        var wrong = facts.of(scope, branch.id()).stream().filter(fact -> fact.what().equals("任职")).reduce((_, last) -> last).orElseThrow();
        assertThat(page(KEEPER, "/organisation/units/" + branch.id() + "/facts")).contains(wrong.words(), "建立机构名册");
        var address = "/organisation/facts/" + wrong.fact() + "/correction";
        assertThat(page(KEEPER, address)).contains("作废：从来不是这样", wrong.words());
        assertThat(send(KEEPER, address, Map.of("wish", "never")).getContentAsString()).contains("没有写更正的原因");
        assertThat(send(KEEPER, address, Map.of("wish", "never", "reason", "换届没有成立")).getRedirectedUrl()).isEqualTo("/organisation/changes");
        assertThat(page(KEEPER, "/organisation/changes")).contains("换届没有成立");
        assertThat(page(KEEPER, address)).contains("这一条已经更正过");
        assertThat(facts.of(scope, branch.id())).noneMatch(fact -> fact.fact().equals(wrong.fact()));
        for (var other : List.of("cunzhishu", "duchashi")) {
            assertThat(as(other, get(address)).getStatus()).isEqualTo(403);
            assertThat(as(other, post(address).param("key", ids.next().toString()).param("wish", "never").param("reason", "x")).getStatus()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("没有成立的合并整次作废：两村都在，查看范围也收回")
    void aMergerThatDidNotHappenIsTakenBack() throws Exception {
        var scope = people.scopeOf(KEEPER);
        var day = LocalDate.of(2026, 11, 20);
        var merger = new Reorganisation(SuccessionKind.MERGER, day, "批复（云政复〔2026〕9号）", List.of(DemoCounty.CODE + "104201", DemoCounty.CODE + "104202"),
                List.of(new Reorganisation.Named(DemoCounty.CODE + "104299", "两合村")));
        assertThat(keeping.reorganise(scope, ids.next(), keeping.latest(scope).orElse(null), merger)).isInstanceOf(Performed.Done.class);
        sequencer.round();
        var change = organisations.changes(scope).getFirst();
        assertThat(change.paper()).isEqualTo("批复（云政复〔2026〕9号）");
        var fresh = organisations.asOf(scope).unit(DemoCounty.CODE + "104299").orElseThrow();
        var old = organisations.asOf(scope, AsOf.on(day.minusDays(1))).unit(DemoCounty.CODE + "104201").orElseThrow();
        assertThat(reaches(fresh.id().value(), old.id().value())).isTrue();
        var address = "/organisation/changes/" + change.number() + "/undoing";
        assertThat(page(KEEPER, address)).contains("两合村");
        assertThat(send(KEEPER, address, Map.of("reason", "批复没有生效")).getRedirectedUrl()).isEqualTo("/organisation/changes");
        assertThat(organisations.asOf(scope).unit(DemoCounty.CODE + "104201")).isPresent();
        assertThat(organisations.asOf(scope).unit(DemoCounty.CODE + "104299")).isEmpty();
        assertThat(organisations.asOf(scope, new AsOf(day, change.number())).unit(DemoCounty.CODE + "104299")).isPresent();
        assertThat(reaches(fresh.id().value(), old.id().value())).isFalse();
    }

    @Test
    @DisplayName("离任的人依法删除姓名：要有依据，钥匙销毁，只留“已删除”；在任的不能删")
    void aNameIsErasedByLaw() throws Exception {
        var scope = people.scopeOf(KEEPER);
        var organisation = organisations.asOf(scope);
        var branch = organisation.unit(DemoCounty.CODE + "100201Z1").orElseThrow();
        var assembly = organisation.bodies(branch.id(), BodyKind.BRANCH_ASSEMBLY).getFirst();
        var member = organisation.members(assembly.id()).stream().filter(one -> organisation.postsOf(one.person()).isEmpty()).filter(one -> isAlone(one.person())).findFirst().orElseThrow();
        var address = "/organisation/persons/" + member.person() + "/erasure";
        assertThat(page(KEEPER, address)).contains("还是班子的成员").doesNotContain("审批文件");
        endMemberships(member.person());
        var name = organisations.names(people.scopeOf(KEEPER), List.of(member.person())).get(member.person());
        assertThat(page(KEEPER, address)).contains(name, "第四十七条");
        assertThat(send(KEEPER, address, Map.of("ground", "PURPOSE_ENDED")).getContentAsString()).contains("没有写审批文件");
        assertThat(send(KEEPER, address, Map.of("ground", "PURPOSE_ENDED", "paper", "审批表2026-3")).getRedirectedUrl()).isEqualTo("/organisation/changes");
        assertThat(organisations.names(people.scopeOf(KEEPER), List.of(member.person()))).containsEntry(member.person(), "已删除");
        assertThat(keys(member.person().value())).isZero();
        assertThat(tablesThatName(name)).as("整个数据库，备份就是这些表").isEmpty();
        assertThat(page(KEEPER, "/organisation/changes")).contains("删除一人的姓名").doesNotContain(name);
        assertThat(send(KEEPER, address, Map.of("ground", "PURPOSE_ENDED", "paper", "再来一次")).getContentAsString()).contains("已经删除");
        assertThat(as("zuzhiweiyuan", get(address)).getStatus()).isEqualTo(403);
    }

    /** The member leaves every body, as a correction of days says it. */
    private void endMemberships(PersonId person) {
        var scope = people.scopeOf(KEEPER);
        organisations.history(scope).standing().memberships().stream().filter(fact -> fact.value().person().equals(person)).forEach(fact ->
                assertThat(keeping.correct(scope, ids.next(), keeping.latest(scope).orElse(null), new Correction(fact.id(),
                        new Correction.Wish.Days(fact.valid().from(), LocalDate.of(2026, 11, 1)), "早已转出"), "")).isInstanceOf(Performed.Done.class));
    }

    private boolean reaches(UUID ancestor, UUID unit) {
        return transactions.reading(people.scopeOf(KEEPER), sql -> sql.sql("select exists (select from unit_reach where unit = ? and ancestor = ?)")
                .params(unit, ancestor).query(Boolean.class).single());
    }

    /** Nobody else is called the same, so that whatever is found is of this person. */
    private boolean isAlone(PersonId person) {
        var scope = people.scopeOf(KEEPER);
        var all = organisations.asOf(scope).persons().stream().map(Person::id).toList();
        var names = organisations.names(scope, all);
        return Collections.frequency(names.values(), names.get(person)) == 1;
    }

    /** Every table with a row that holds the words, as text or as bytes, read past all policies. */
    private List<String> tablesThatName(String name) throws Exception {
        var hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        try (var database = OpenDatabase.in(settings.data()); var connection = database.reading()) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            return sql.sql("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'").query(String.class).list().stream()
                    .filter(table -> sql.sql("select exists (select from \"" + table + "\" t where t::text like ? or t::text like ?)")
                            .params("%" + name + "%", "%" + hex + "%").query(Boolean.class).single()).toList();
        }
    }

    private long keys(UUID person) {
        return transactions.reading(people.scopeOf(KEEPER), sql -> sql.sql("select count(*) from person_key where person = ?").param(person).query(Long.class).single());
    }

    private MockHttpServletResponse send(String login, String address, Map<String, String> fields) throws Exception {
        var scope = people.scopeOf(login);
        var request = post("/posts/" + scope.posts().getFirst().post() + address).param("key", ids.next().toString())
                .param("basedOn", keeping.latest(scope).orElseThrow().toString());
        fields.forEach(request::param);
        return as(login, request);
    }

    private String page(String login, String address) throws Exception {
        return as(login, get(address)).getContentAsString();
    }

    private MockHttpServletResponse as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var token = new TestingAuthenticationToken(people.signedIn(login), null, "USER");
        token.setAuthenticated(true);
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
