package cn.yizhen.rules.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class ChargeQuestionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private final List<Fact<Unit>> units = new ArrayList<>();
    private final List<Fact<Post>> posts = new ArrayList<>();
    private final List<Fact<Holding>> holdings = new ArrayList<>();
    private final List<Fact<Responsibility>> lines = new ArrayList<>();
    private final UnitId county = unit("X", UnitKind.COUNTY, null);
    private final UnitId government = unit("ZF", UnitKind.GOVERNMENT, county);
    private final UnitId finance = unit("B1", UnitKind.DEPARTMENT, county);
    private final UnitId township = unit("T1", UnitKind.TOWNSHIP, county);
    private final PostId first = held("ZF-1", government);
    private final PostId second = held("ZF-2", government);

    @Test
    @DisplayName("部门没有分管领导、乡镇没有联系领导，问出来；写上了就不问")
    void whatNobodyAnswersFor() {
        assertThat(kinds()).containsExactly(ChargeQuestion.Kind.NOBODY_IN_CHARGE, ChargeQuestion.Kind.NOBODY_LOOKS_AFTER);
        line(first, ResponsibilityKind.IN_CHARGE, "财政局", finance, null);
        line(second, ResponsibilityKind.LOOKS_AFTER, "甲镇", township, null);
        assertThat(kinds()).isEmpty();
    }

    @Test
    @DisplayName("本单位自己的副职管的不算有人分管")
    void itsOwnDeputyIsNotTheLeaderInCharge() {
        line(held("B1-2", finance), ResponsibilityKind.IN_CHARGE, "预算", finance, null);
        assertThat(kinds()).contains(ChargeQuestion.Kind.NOBODY_IN_CHARGE);
    }

    @Test
    @DisplayName("一件事两人分管、两家牵头，只有配合没有牵头，都问出来")
    void whatIsSaidTwice() {
        covered();
        line(first, ResponsibilityKind.IN_CHARGE, "审计", null, null);
        line(second, ResponsibilityKind.IN_CHARGE, "审计", null, null);
        line(second, ResponsibilityKind.ASSISTS, "审计", null, null);
        line(new Bearer.OfUnit(finance), ResponsibilityKind.SUPPORTS, "防汛", null, null);
        assertThat(kinds()).containsExactly(ChargeQuestion.Kind.NOBODY_LEADS, ChargeQuestion.Kind.TWO_IN_CHARGE);
        assertThat(ChargeQuestion.of(organisation()).getLast().bearers()).hasSize(2);
    }

    @Test
    @DisplayName("两个乡镇各有人管同一件事，不是交叉")
    void theSameSubjectInTwoTownshipsIsNoOverlap() {
        covered();
        var other = unit("T2", UnitKind.TOWNSHIP, county);
        line(first, ResponsibilityKind.LOOKS_AFTER, "乙镇", other, null);
        line(held("T1-1", township), ResponsibilityKind.IN_CHARGE, "防火", null, null);
        line(held("T2-1", other), ResponsibilityKind.IN_CHARGE, "防火", null, null);
        assertThat(kinds()).isEmpty();
    }

    @Test
    @DisplayName("一个人几个岗位管同一件事、两个村各管各的，不是交叉；一个村里两个人才是")
    void onePersonIsNotTwo() {
        covered();
        var village = unit("V1", UnitKind.VILLAGE, township);
        var next = unit("V2", UnitKind.VILLAGE, township);
        var head = held("V1-1", village);
        var again = post("V1-2", village);
        holdings.add(fact(new Holding(holdings.getLast().value().person(), again, HoldingKind.CONCURRENT)));
        line(head, ResponsibilityKind.IN_CHARGE, "防火", null, null);
        line(again, ResponsibilityKind.IN_CHARGE, "防火", null, null);
        line(held("V2-1", next), ResponsibilityKind.IN_CHARGE, "防火", null, null);
        assertThat(kinds()).doesNotContain(ChargeQuestion.Kind.TWO_IN_CHARGE);
        line(held("V1-3", village), ResponsibilityKind.IN_CHARGE, "防火", null, null);
        assertThat(kinds()).contains(ChargeQuestion.Kind.TWO_IN_CHARGE);
    }

    @Test
    @DisplayName("岗位空缺、B角空缺、AB角同一个人，都问出来")
    void vacanciesAndSubstitutes() {
        covered();
        var vacant = post("ZF-3", government);
        line(vacant, ResponsibilityKind.IN_CHARGE, "商务", null, null);
        line(first, ResponsibilityKind.IN_CHARGE, "统计", null, vacant);
        var again = post("ZF-4", government);
        holdings.add(fact(new Holding(holdings.getFirst().value().person(), again, HoldingKind.CONCURRENT)));
        line(first, ResponsibilityKind.IN_CHARGE, "人防", null, again);
        assertThat(kinds()).containsExactly(ChargeQuestion.Kind.POST_VACANT, ChargeQuestion.Kind.SUBSTITUTE_VACANT, ChargeQuestion.Kind.SUBSTITUTE_SAME);
    }

    private void covered() {
        line(first, ResponsibilityKind.IN_CHARGE, "财政局", finance, null);
        line(second, ResponsibilityKind.LIAISES, "甲镇", township, null);
    }

    private List<ChargeQuestion.Kind> kinds() {
        return ChargeQuestion.of(organisation()).stream().map(ChargeQuestion::kind).toList();
    }

    private Organisation organisation() {
        return new OrganisationHistory(units, List.of(), posts, holdings, List.of(), List.of(), List.of(), lines, List.of()).asOf(AsOf.on(DAY));
    }

    private UnitId unit(String code, UnitKind kind, @Nullable UnitId parent) {
        var id = new UnitId(UUID.randomUUID());
        units.add(fact(new Unit(id, code, code, code, kind, parent, units.size(), Map.of())));
        return id;
    }

    private PostId post(String code, UnitId unit) {
        var id = new PostId(UUID.randomUUID());
        posts.add(fact(new Post(id, code, unit, code, Set.of("leader"), posts.size())));
        return id;
    }

    private PostId held(String code, UnitId unit) {
        var id = post(code, unit);
        holdings.add(fact(new Holding(new PersonId(UUID.randomUUID()), id, HoldingKind.HOLDS)));
        return id;
    }

    private void line(PostId bearer, ResponsibilityKind kind, String subject, @Nullable UnitId over, @Nullable PostId substitute) {
        lines.add(fact(new Responsibility(new Bearer.OfPost(bearer), kind, subject, List.of(), over, substitute, "某文件")));
    }

    private void line(Bearer bearer, ResponsibilityKind kind, String subject, @Nullable UnitId over, @Nullable PostId substitute) {
        lines.add(fact(new Responsibility(bearer, kind, subject, List.of(), over, substitute, "某文件")));
    }

    private static <T> Fact<T> fact(T value) {
        return Fact.noted(UUID.randomUUID(), value, Valid.from(DAY), 1);
    }
}
