package cn.yizhen.rules.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final UnitId COUNTY = id(1);
    private static final UnitId TOWN = id(2);
    private static final UnitId VILLAGE = id(3);
    private static final UnitId BRANCH = id(4);

    @Test
    @DisplayName("下级单位是先序中紧跟着的一段")
    void whatStandsBelowIsASlice() {
        Organisation organisation = history(START).asOf(AsOf.on(START));
        assertThat(organisation.units()).extracting(Unit::id).containsExactly(COUNTY, TOWN, VILLAGE, BRANCH);
        assertThat(organisation.subtree(TOWN)).extracting(Unit::id).containsExactly(TOWN, VILLAGE, BRANCH);
        assertThat(organisation.above(BRANCH)).extracting(Unit::id).containsExactly(VILLAGE, TOWN, COUNTY);
        assertThat(organisation.nearest(BRANCH, UnitKind.TOWNSHIP)).map(Unit::id).contains(TOWN);
        assertThat(organisation.reaches(TOWN, BRANCH)).isTrue();
        assertThat(organisation.reaches(BRANCH, TOWN)).isFalse();
    }

    @Test
    @DisplayName("更名是变化，不是新单位；更名前看到的是旧名，当时不知道的更名看不到")
    void aChangedNameHoldsFromItsDayAndFromItsAct() {
        Fact<Unit> old = fact(10, unit(VILLAGE, "003", "旧庄村", TOWN), Valid.from(START), 1);
        LocalDate renamed = LocalDate.of(2026, 6, 1);
        Fact<Unit> ended = new Fact<>(uuid(11), old.value(), Valid.between(START, renamed), 5, old.id());
        Fact<Unit> now = fact(12, unit(VILLAGE, "003", "新庄村", TOWN), Valid.from(renamed), 5);
        OrganisationHistory history = withUnits(
                List.of(fact(1, unit(COUNTY, "001", "县", null), Valid.from(START), 1),
                        fact(2, unit(TOWN, "002", "镇", COUNTY), Valid.from(START), 1), old, ended, now));
        assertThat(nameOn(history, new AsOf(renamed.minusDays(1), AsOf.LATEST))).isEqualTo("旧庄村");
        assertThat(nameOn(history, new AsOf(renamed, AsOf.LATEST))).isEqualTo("新庄村");
        assertThat(nameOn(history, new AsOf(renamed, 4))).isEqualTo("旧庄村");
        assertThat(history.lifeOf(new Bearer.OfUnit(VILLAGE), AsOf.LATEST)).contains(Valid.from(START));
        assertThat(history.changeDays(AsOf.LATEST)).containsExactly(START, renamed);
    }

    @Test
    @DisplayName("上下级绕圈、上级不存在、编码重复、两个最上级，一次全部说出")
    void everyReasonAtOnce() {
        OrganisationHistory history = withUnits(List.of(
                fact(1, unit(id(1), "001", "甲", null), Valid.from(START), 1),
                fact(2, unit(id(2), "002", "乙", id(3)), Valid.from(START), 1),
                fact(3, unit(id(3), "003", "丙", id(2)), Valid.from(START), 1),
                fact(4, unit(id(4), "001", "丁", id(9)), Valid.from(START), 1),
                fact(5, unit(id(5), "005", "戊", null), Valid.from(START), 1)));
        assertThat(history.at(AsOf.on(START)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(((Outcome.Refused<?>) refused).reasons())
                        .extracting(Reason::code)
                        .containsExactly("code-twice", "parent-missing", "unit-cycle", "second-root"));
    }

    @Test
    @DisplayName("支部可以只有人数没有名单，法定人数照样算得出")
    void countsServeWhereThereAreNoNames() {
        BodyId assembly = new BodyId(uuid(30));
        OrganisationHistory history = history(START);
        OrganisationHistory counted = new OrganisationHistory(
                history.units(), List.of(), List.of(), List.of(),
                List.of(fact(30, new Body(assembly, BRANCH, BodyKind.BRANCH_ASSEMBLY, "支部党员大会", 1), Valid.from(START), 1)),
                List.of(),
                List.of(fact(31, new MemberCount(assembly, 22, 1, 20), Valid.from(START), 1)),
                List.of(), List.of());
        assertThat(counted.asOf(AsOf.on(START)).strength(assembly)).isEqualTo(new Strength(22, 1, 20, true));
        assertThat(history.asOf(AsOf.on(START)).strength(assembly)).isEqualTo(Strength.UNKNOWN);
    }

    @Test
    @DisplayName("单位没有了，它的岗位、任职和班子也就没有了")
    void whatBelongsToAUnitEndsWithIt() {
        LocalDate end = LocalDate.of(2026, 3, 1);
        PostId secretary = new PostId(uuid(40));
        PersonId li = new PersonId(uuid(41));
        OrganisationHistory base = history(START);
        List<Fact<Unit>> units = base.units().stream()
                .map(fact -> fact.value().id().equals(BRANCH)
                        ? new Fact<>(fact.id(), fact.value(), fact.valid().endingOn(end), 1, null)
                        : fact)
                .toList();
        OrganisationHistory history = new OrganisationHistory(
                units, List.of(fact(41, new Person(li, "李某"), Valid.from(START), 1)),
                List.of(fact(40, new Post(secretary, "p1", BRANCH, "书记", Set.of("secretary"), 1), Valid.from(START), 1)),
                List.of(fact(42, new Holding(li, secretary, HoldingKind.HOLDS), Valid.from(START), 1)),
                List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(history.asOf(AsOf.on(end.minusDays(1))).postsOf(li)).hasSize(1);
        assertThat(history.asOf(AsOf.on(end)).postsOf(li)).isEmpty();
        assertThat(history.asOf(AsOf.on(end)).holders(secretary)).isEmpty();
    }

    private static String nameOn(OrganisationHistory history, AsOf asOf) {
        return history.asOf(asOf).unit(VILLAGE).orElseThrow().name();
    }

    private static OrganisationHistory history(LocalDate from) {
        return withUnits(List.of(
                fact(1, unit(COUNTY, "001", "县", null), Valid.from(from), 1),
                fact(2, new Unit(TOWN, "002", "镇", "", UnitKind.TOWNSHIP, COUNTY, 1, Map.of()), Valid.from(from), 1),
                fact(3, unit(VILLAGE, "003", "村", TOWN), Valid.from(from), 1),
                fact(4, new Unit(BRANCH, "004", "支部", "", UnitKind.BRANCH, VILLAGE, 1, Map.of()), Valid.from(from), 1)));
    }

    private static OrganisationHistory withUnits(List<Fact<Unit>> units) {
        return new OrganisationHistory(
                units, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Unit unit(UnitId id, String code, String name, @Nullable UnitId parent) {
        return new Unit(id, code, name, "", UnitKind.VILLAGE, parent, 1, Map.of());
    }

    private static <T> Fact<T> fact(int id, T value, Valid valid, long act) {
        return Fact.noted(uuid(id), value, valid, act);
    }

    private static UnitId id(int n) {
        return new UnitId(uuid(n));
    }

    private static UUID uuid(int n) {
        return new UUID(0, n);
    }
}
