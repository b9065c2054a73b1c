package cn.yizhen.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class OrganisationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired Organisations organisations;
    @Autowired DemoPeople people;
    private final Scope system = Scope.system(DemoCounty.CODE, "测试", AsOf.on(TODAY));

    @Test
    void whatWasNotedIsReadBack() {
        var stored = organisations.history(system);
        var made = DemoCounty.of(TODAY).organisation();
        assertThat(plain(stored.units())).containsAll(plain(made.units()));
        assertThat(plain(stored.posts())).containsAll(plain(made.posts()));
        assertThat(plain(stored.holdings())).containsAll(plain(made.holdings()));
        assertThat(plain(stored.bodies())).containsAll(plain(made.bodies()));
        assertThat(plain(stored.memberships())).containsAll(plain(made.memberships()));
        assertThat(plain(stored.memberCounts())).containsAll(plain(made.memberCounts()));
        assertThat(plain(stored.responsibilities())).containsAll(plain(made.responsibilities()));
        assertThat(plain(stored.successions())).containsAll(plain(made.successions()));
    }

    @Test
    void bothPointsInTimeAreAsked() {
        var merged = DemoCounty.MERGED.getFirst();
        var before = organisations.asOf(system, AsOf.on(LocalDate.of(2026, 2, 9)));
        var now = organisations.asOf(system);
        assertThat(before.unit(merged)).isPresent();
        assertThat(now.unit(merged)).isEmpty();
        var firstAct = organisations.history(system).units().getFirst().act();
        assertThat(organisations.asOf(system, new AsOf(TODAY, firstAct)).unit(merged)).isPresent();
    }

    @Test
    void aVillageSecretaryHoldsFourPostsEachReachingItsOwnUnit() {
        var scope = people.scopeOf("cunzhishu");
        assertThat(scope.posts()).extracting(HeldPost::title)
                .containsExactlyInAnyOrder("党支部书记", "村民委员会主任", "网格长", "合作社理事长");
        assertThat(scope.permissions()).isEmpty();
        assertThat(scope.name()).isNotBlank();
    }

    @Test
    void functionsOfAPostBringItsPermissions() {
        assertThat(people.scopeOf("zuzhigu").has(Permission.KEEP_ORGANISATION)).isTrue();
        assertThat(people.scopeOf("duchashi").permissions()).contains(Permission.DRAFT_DEPLOYMENT, Permission.SUPERVISE);
        assertThat(people.scopeOf("zuzhiweiyuan").permissions()).contains(Permission.ENTER_FOR_BELOW, Permission.ISSUE_SLIPS);
    }

    @Test
    void aMembersNameIsReadOnlyWhereTheScopeReaches() {
        var village = organisations.asOf(system).unit(DemoCounty.CODE + "100201Z1").orElseThrow();
        var assembly = organisations.asOf(system).bodies(village.id(), BodyKind.BRANCH_ASSEMBLY).getFirst();
        var members = organisations.asOf(system).members(assembly.id()).stream().map(Membership::person).toList();
        var held = members.stream().filter(this::isOfficial).toList();
        assertThat(organisations.names(people.scopeOf("cunzhishu"), members)).hasSize(members.size());
        assertThat(organisations.names(people.scopeOf("zuzhiweiyuan"), members)).hasSize(members.size());
        assertThat(organisations.names(people.scopeOf("caizheng"), members)).containsOnlyKeys(held.toArray(PersonId[]::new));
    }

    private boolean isOfficial(PersonId person) {
        return organisations.history(system).holdings().stream().anyMatch(fact -> fact.value().person().equals(person));
    }

    @Test
    void whatIsKeptInMemoryNamesNoMereMember() {
        OrganisationHistory kept = organisations.history(people.scopeOf("shuji"));
        assertThat(kept.persons()).filteredOn(fact -> !isOfficial(fact.value().id()))
                .isNotEmpty()
                .allMatch(fact -> Set.of(PersonNames.MEMBER, PersonNames.ERASED).contains(fact.value().name()));
    }

    private static <T> List<Object> plain(List<Fact<T>> facts) {
        return facts.stream().<Object>map(fact -> List.of(fact.id(), fact.value(), fact.valid())).toList();
    }
}
