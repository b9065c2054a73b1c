package cn.yizhen.app.demo.county;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCountyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final DemoCounty demo = DemoCounty.of(TODAY);
    private final Organisation now = demo.organisation().asOf(AsOf.on(TODAY));

    @Test
    void theSameDayGivesTheSameCounty() {
        assertThat(DemoCounty.of(TODAY).organisation()).isEqualTo(demo.organisation());
    }

    @Test
    void itHasTheSizeOfACounty() {
        assertThat(units(UnitKind.TOWNSHIP)).hasSize(14);
        assertThat(units(UnitKind.VILLAGE, UnitKind.COMMUNITY)).hasSize(180);
        assertThat(units(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION)).hasSize(45);
        assertThat(units(UnitKind.BRANCH)).hasSize(420);
        assertThat(now.units().stream().mapToInt(unit -> now.posts(unit.id()).size()).sum()).isBetween(2_100, 2_400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026-01-02", "2026-02-10", "2026-05-14", "2026-05-15", "2024-02-29", "2027-12-31"})
    void everyDayOnWhichSomethingChangesIsAnOrganisation(LocalDate today) {
        var history = DemoCounty.of(today).organisation();
        assertThat(history.changeDays(AsOf.LATEST)).allSatisfy(day -> {
            assertThat(day).isBeforeOrEqualTo(today);
            assertThat(history.at(AsOf.on(day))).isInstanceOf(Outcome.Done.class);
        });
    }

    @Test
    void aVillageSecretaryHoldsFourPosts() {
        assertThat(now.persons()).anySatisfy(person -> assertThat(now.postsOf(person.id())
                        .stream().map(holding -> now.post(holding.post()).orElseThrow().title()).toList())
                .containsExactlyInAnyOrder("党支部书记", "村民委员会主任", "网格长", "合作社理事长"));
    }

    @Test
    void aFiveMemberBranchHasNoCommittee() {
        var five = units(UnitKind.BRANCH).filter(branch -> strengthOfAssembly(branch) == 5).toList();
        assertThat(five).isNotEmpty().allSatisfy(branch ->
                assertThat(now.bodies(branch.id(), BodyKind.BRANCH_COMMITTEE)).isEmpty());
    }

    @Test
    void twoVillagesMergeInFebruary() {
        var before = demo.organisation().asOf(AsOf.on(LocalDate.of(2026, 2, 9)));
        assertThat(DemoCounty.MERGED).allSatisfy(code -> {
            assertThat(before.unit(code)).isPresent();
            assertThat(now.unit(code)).isEmpty();
        });
        assertThat(before.unit(DemoCounty.MERGER)).isEmpty();
        assertThat(now.unit(DemoCounty.MERGER)).isPresent();
        assertThat(demo.organisation().successionsBetween(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), AsOf.LATEST)).hasSize(2);
    }

    @Test
    void beforeTheMergerWasNotedNobodyKnewOfIt() {
        var thenKnown = demo.organisation().asOf(new AsOf(TODAY, 1));
        assertThat(thenKnown.unit(DemoCounty.MERGED.getFirst())).isPresent();
    }

    @Test
    void aTownshipSecretaryChangesInTheMiddleOfAQuarter() {
        assertThat(secretaryOf("2026-11-14").name()).isNotEqualTo(secretaryOf("2026-11-15").name());
    }

    @Test
    void secondedAndCaretakingLeadersExist() {
        var kinds = now.units().stream()
                .flatMap(unit -> now.posts(unit.id()).stream())
                .flatMap(post -> now.holders(post.id()).stream())
                .map(holding -> holding.kind());
        assertThat(kinds).contains(HoldingKind.SECONDED, HoldingKind.IN_CHARGE, HoldingKind.CONCURRENT);
    }

    @Test
    void everySubjectInChargeHasASubstitute() {
        assertThat(now.responsibilities()).anyMatch(line -> line.substitute() != null)
                .filteredOn(line -> line.keywords().contains("督查")).isNotEmpty();
    }

    private Person secretaryOf(String day) {
        var then = demo.organisation().asOf(AsOf.on(LocalDate.parse(day)));
        var post = then.post(DemoCounty.CODE + "100-01").orElseThrow();
        return then.person(then.holders(post.id()).getFirst().person()).orElseThrow();
    }

    private int strengthOfAssembly(Unit branch) {
        return now.strength(now.bodies(branch.id(), BodyKind.BRANCH_ASSEMBLY).getFirst().id()).full();
    }

    private Stream<Unit> units(UnitKind... kinds) {
        return now.units().stream().filter(unit -> Stream.of(kinds).anyMatch(kind -> kind == unit.kind()));
    }
}
