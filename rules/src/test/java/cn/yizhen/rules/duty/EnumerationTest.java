package cn.yizhen.rules.duty;

import static cn.yizhen.rules.duty.SmallCounty.FOUNDED;
import static cn.yizhen.rules.duty.SmallCounty.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnumerationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Period Q1 = Cadence.QUARTER.containing(LocalDate.of(2026, 1, 1));
    private static final Period Q4 = Cadence.QUARTER.containing(TODAY);
    private static final Period NOVEMBER = Cadence.MONTH.containing(TODAY);
    private static final DutyId ASSEMBLY = new DutyId("branch-assembly");
    private static final DutyId COMMITTEE = new DutyId("branch-committee");

    @Test
    @DisplayName("五名党员的支部没有支委会，就没有支委会要开")
    void aBranchWithoutCommitteeHasNoneToHold() {
        var county = new SmallCounty().branch("小支部", "镇", Valid.from(FOUNDED), 5)
                .branch("大支部", "镇", Valid.from(FOUNDED), 12).committee("大支部", Valid.from(FOUNDED));
        assertThat(of(county, COMMITTEE, NOVEMBER)).singleElement()
                .satisfies(instance -> assertThat(instance.key().bearer()).isEqualTo(new Bearer.OfUnit(id("大支部"))));
        assertThat(of(county, ASSEMBLY, Q4)).hasSize(2);
    }

    @Test
    @DisplayName("11月1日启用的县，没有一件逾期；已经开始的季度写平台未启用")
    void aCountyThatStartsInNovemberShowsNothingRed() {
        var county = new SmallCounty().usedFrom(LocalDate.of(2026, 11, 1))
                .branch("支部", "镇", Valid.from(FOUNDED), 12).committee("支部", Valid.from(FOUNDED))
                .unit("村", UnitKind.VILLAGE, "镇", Valid.from(FOUNDED));
        var year = Cadence.YEAR.containing(TODAY);
        assertThat(county.standings(year, TODAY)).noneMatch(Standing::overdue)
                .allMatch(standing -> standing.state() == State.OPEN);
        assertThat(of(county, ASSEMBLY, Q4)).singleElement().isInstanceOfSatisfying(Instance.CountedOut.class,
                out -> assertThat(out.ground()).isEqualTo(Ground.BEFORE_USE));
        assertThat(of(county, COMMITTEE, NOVEMBER)).singleElement().isInstanceOf(Instance.Expected.class);
    }

    @Test
    @DisplayName("两个村支部2月合并：一季度的大会归新支部，1月老支部开过的算，记在老支部名下")
    void aMergerInFebruaryLeavesTheFirstQuarterRight() {
        var day = LocalDate.of(2026, 2, 10);
        var county = new SmallCounty().branch("东支部", "镇", Valid.between(FOUNDED, day), 10)
                .branch("西支部", "镇", Valid.between(FOUNDED, day), 8).branch("合支部", "镇", Valid.from(day), 18)
                .succession(day, SuccessionKind.MERGER, Set.of("东支部", "西支部"), Set.of("合支部"))
                .record("branch-assembly", "东支部", LocalDate.of(2026, 1, 15));
        var instances = of(county, ASSEMBLY, Q1);
        assertThat(instances).hasSize(3);
        assertThat(instances).filteredOn(Instance.Expected.class::isInstance).singleElement()
                .satisfies(instance -> assertThat(instance.key().bearer()).isEqualTo(new Bearer.OfUnit(id("合支部"))));
        assertThat(instances).filteredOn(Instance.CountedOut.class::isInstance)
                .allMatch(out -> ((Instance.CountedOut) out).ground() == Ground.SUCCEEDED
                        && ((Instance.CountedOut) out).because().contains("合支部"));
        assertThat(county.standings(Q1, TODAY)).filteredOn(standing -> standing.duty().id().equals(ASSEMBLY)).singleElement()
                .satisfies(standing -> {
                    assertThat(standing.state()).isEqualTo(State.MET);
                    assertThat(standing.records()).singleElement()
                            .satisfies(counted -> assertThat(counted.under()).isEqualTo(new Bearer.OfUnit(id("东支部"))));
                });
    }

    @Test
    @DisplayName("合并前看，一季度还归两个老支部")
    void whileThePeriodRunsItFallsToWhoExistsToday() {
        var day = LocalDate.of(2026, 2, 10);
        var county = new SmallCounty().branch("东支部", "镇", Valid.between(FOUNDED, day), 10)
                .branch("合支部", "镇", Valid.from(day), 18)
                .succession(day, SuccessionKind.MERGER, Set.of("东支部"), Set.of("合支部"));
        assertThat(county.on(day.minusDays(1)).instances(Q1)).filteredOn(instance -> instance.key().duty().equals(ASSEMBLY))
                .singleElement().isInstanceOf(Instance.Expected.class)
                .satisfies(instance -> assertThat(instance.key().bearer()).isEqualTo(new Bearer.OfUnit(id("东支部"))));
    }

    @Test
    @DisplayName("期内新设又没有前身的、期内撤销的，不计入，各有理由")
    void foundedOrDissolvedWithinThePeriodCountsOut() {
        var county = new SmallCounty().branch("新支部", "镇", Valid.from(LocalDate.of(2026, 2, 1)), 9)
                .branch("老支部", "镇", Valid.between(FOUNDED, LocalDate.of(2026, 3, 1)), 9);
        assertThat(of(county, ASSEMBLY, Q1)).extracting(instance -> ((Instance.CountedOut) instance).ground())
                .containsExactlyInAnyOrder(Ground.FOUNDED, Ground.DISSOLVED);
        assertThat(of(county, ASSEMBLY, Q4)).singleElement().isInstanceOf(Instance.Expected.class);
    }

    @Test
    @DisplayName("应急期内到期的不计入，区域外的照常")
    void anEmergencyCountsOutWhatIsDueInIt() {
        var county = new SmallCounty().unit("乡", UnitKind.TOWNSHIP, "县", Valid.from(FOUNDED))
                .branch("甲", "镇", Valid.from(FOUNDED), 9).branch("乙", "乡", Valid.from(FOUNDED), 9)
                .emergency(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 4, 10), "镇");
        assertThat(of(county, ASSEMBLY, Q1)).filteredOn(Instance.CountedOut.class::isInstance).singleElement()
                .satisfies(out -> assertThat(out.key().bearer()).isEqualTo(new Bearer.OfUnit(id("甲"))));
        assertThat(of(county, ASSEMBLY, Q4)).allMatch(Instance.Expected.class::isInstance);
    }

    private static List<Instance> of(SmallCounty county, DutyId duty, Period range) {
        return county.on(TODAY).instances(range).stream().filter(instance -> instance.key().duty().equals(duty)).toList();
    }
}
