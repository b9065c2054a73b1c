package cn.yizhen.app.organisation.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.document.reading.Finding;
import cn.yizhen.app.document.reading.Workbook;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private final OrganisationHistory founded = then(OrganisationHistory.EMPTY, Workbooks.small("2026-03-01").open(), Set.of());

    @Test
    void threeSheetsAloneMakeACounty() {
        var now = on(founded, DAY);
        assertThat(now.units()).extracting(unit -> unit.name())
                .containsExactlyInAnyOrder("某县", "甲镇", "县某某局", "东村", "东村党支部", "西村", "西村党支部");
        assertThat(now.holders(now.post("B1-01").orElseThrow().id())).extracting(held -> held.kind()).containsExactly(HoldingKind.IN_CHARGE);
        var branch = now.unit("V1Z1").orElseThrow();
        assertThat(now.strength(now.bodies(branch.id(), BodyKind.BRANCH_ASSEMBLY).getFirst().id()).members()).isEqualTo(21);
    }

    @Test
    void theSameNameInOneVillageIsOnePersonWithTwoPosts() {
        var now = on(founded, DAY);
        var secretary = now.holders(now.post("V1Z1-01").orElseThrow().id()).getFirst().person();
        assertThat(now.postsOf(secretary)).hasSize(2);
        var other = now.holders(now.post("V2Z1-01").orElseThrow().id()).getFirst().person();
        assertThat(now.postsOf(other)).hasSize(1);
    }

    @Test
    void theSameWorkbookAgainChangesNothing() {
        assertThat(plan(founded, Workbooks.small("2026-03-01").open()).changesNothing()).isTrue();
        assertThat(plan(founded, Workbooks.small("2026-05-01").open()).changesNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-09", "2026-02-10", "2026-11-23"})
    void aWrittenRosterBroughtInAgainChangesNothing(LocalDate day) {
        var history = DemoCounty.of(LocalDate.of(2026, 11, 23)).organisation();
        var written = RosterWriter.write(history.asOf(AsOf.on(day)));
        var plan = plan(history, Workbooks.open(written));
        assertThat(plan.findings()).isEmpty();
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.endings()).isEmpty();
    }

    @Test
    void aChangedNameIsAChangeAndTheOldNameStandsForTheDaysBefore() {
        var renamed = Workbooks.asOf("2026-06-01").sheet("单位", "上级单位编码|单位名称|单位编码|单位类别|简称",
                "|某县|X|县|", "X|乙镇|T1|乡镇|", "X|县某某局|B1|部门|某局");
        var later = then(founded, renamed.sheet("领导", LEADERS, KEPT_LEADERS).sheet("村社区", VILLAGES, KEPT_VILLAGES).open(), Set.of());
        assertThat(on(later, LocalDate.of(2026, 5, 31)).unit("T1").orElseThrow().name()).isEqualTo("甲镇");
        assertThat(on(later, LocalDate.of(2026, 6, 1)).unit("T1").orElseThrow().name()).isEqualTo("乙镇");
        assertThat(on(later, DAY).unit("T1").orElseThrow().id()).isEqualTo(on(later, LocalDate.of(2026, 6, 1)).unit("T1").orElseThrow().id());
    }

    private static final String LEADERS = "岗位编码|所在单位编码|职务|姓名|任职方式|职能";
    private static final String[] KEPT_LEADERS = {"T1-01|T1|党委书记|赵一||领导、书记", "B1-01|B1|局长|钱二|主持工作|主要负责人"};
    private static final String VILLAGES = "单位编码|名称|类别|所属乡镇编码";
    private static final String[] KEPT_VILLAGES = {"V1|东村|村|T1", "V2|西村|村|T1"};

    @Test
    void aMissingRowIsAProposedEndingAndEndsOnlyWhenConfirmed() {
        var without = Workbooks.asOf("2026-06-01")
                .sheet("单位", "单位编码|单位名称|简称|单位类别|上级单位编码", "X|某县||县|", "T1|甲镇||乡镇|X", "B1|县某某局|某局|部门|X")
                .sheet("领导", LEADERS, KEPT_LEADERS)
                .sheet("村社区", VILLAGES, KEPT_VILLAGES[0]).open();
        var plan = plan(founded, without);
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.endings()).extracting(Plan.Ending::key).containsExactlyInAnyOrder("unit:V2", "unit:V2Z1");
        assertThat(on(then(founded, without, Set.of()), LocalDate.of(2026, 6, 1)).unit("V2")).isPresent();
        var ended = then(founded, without, Set.of("unit:V2", "unit:V2Z1"));
        assertThat(on(ended, LocalDate.of(2026, 6, 1)).unit("V2")).isEmpty();
        assertThat(on(ended, LocalDate.of(2026, 5, 31)).unit("V2")).isPresent();
    }

    @Test
    void aNewHolderTakesOverFromTheDayOfTheWorkbook() {
        var changed = Workbooks.asOf("2026-05-15")
                .sheet("单位", "单位编码|单位名称|简称|单位类别|上级单位编码", "X|某县||县|", "T1|甲镇||乡镇|X", "B1|县某某局|某局|部门|X")
                .sheet("领导", LEADERS, "T1-01|T1|党委书记|吴六||领导、书记", KEPT_LEADERS[1])
                .sheet("村社区", VILLAGES, KEPT_VILLAGES).open();
        var plan = plan(founded, changed);
        assertThat(plan.changes()).extracting(Plan.Step::detail).containsExactly("吴六，接替赵一");
        var later = then(founded, changed, Set.of());
        assertThat(holder(on(later, LocalDate.of(2026, 5, 14)), "T1-01")).isEqualTo("赵一");
        assertThat(holder(on(later, LocalDate.of(2026, 5, 15)), "T1-01")).isEqualTo("吴六");
    }

    @Test
    void everyFaultIsSaidAtItsRowAllAtOnce() {
        var bad = Workbooks.asOf("2026-03-01")
                .sheet("单位", "单位编码|单位名称|单位类别|上级单位编码",
                        "X|某县|县|", "A|甲|乡镇|B", "B|乙|乡镇|A", "C|丙|乡镇|没有", "D|丁|星球|X", "E|戊|部门|X", "E|己|部门|X", "F||部门|X")
                .sheet("领导", LEADERS, "P1|E9|主任|某人||不存在的职能")
                .sheet("村社区", VILLAGES, "V1|东村|村|X").open();
        var plan = plan(OrganisationHistory.EMPTY, bad);
        assertThat(plan.sound()).isFalse();
        assertThat(plan.findings()).filteredOn(Finding::fault).extracting(finding -> finding.reason().code())
                .contains("unit-ring", "parent-unknown", "cell-not-offered", "code-twice-in-workbook", "cell-missing", "unit-unknown", "function-unknown");
        assertThat(plan.findings()).filteredOn(finding -> finding.reason().code().equals("unit-ring"))
                .extracting(finding -> finding.place().toString()).containsExactly("“单位”表 A3", "“单位”表 A4");
    }

    @Test
    void aDayBeforeTheCountyIsRefused() {
        var plan = plan(founded, Workbooks.small("2025-12-31").open());
        assertThat(plan.findings()).extracting(finding -> finding.reason().code()).contains("day-before-county");
        assertThat(plan.steps()).isEmpty();
    }

    @Test
    void aCountyCannotHaveTwoRootsNorAPersonKeyNobodyKnows() {
        var bad = Workbooks.asOf("2026-03-01")
                .sheet("单位", "单位编码|单位名称|单位类别|上级单位编码", "X|某县|县|", "Y|另一县|县|")
                .sheet("领导", LEADERS + "|人员标识", "P1|X|县长|某人|||123")
                .sheet("村社区", VILLAGES, "V1|东村|村|X").open();
        assertThat(plan(OrganisationHistory.EMPTY, bad).findings()).extracting(finding -> finding.reason().code())
                .contains("second-root", "person-unknown");
    }

    @Test
    void aRejectedWorkbookComesBackWithTheReasonBesideTheRow() {
        var bad = Workbooks.small("2026-03-01").sheet("岗位", LEADERS, "P1|没有|干事|某人||").open();
        var plan = plan(OrganisationHistory.EMPTY, bad);
        var returned = Workbooks.open(bad.with(plan.findings()));
        assertThat(returned.sheet("岗位").orElseThrow().lines()).anySatisfy(line ->
                assertThat(line.values().values()).anyMatch(value -> value.text().contains("所在单位编码“没有”")));
        assertThat(plan(OrganisationHistory.EMPTY, returned).findings()).hasSameSizeAs(plan.findings());
    }

    @Test
    void theTemplateIsReadAndAsksForItsDay() {
        var plan = plan(OrganisationHistory.EMPTY, Workbooks.open(RosterWriter.template()));
        assertThat(plan.findings()).extracting(finding -> finding.reason().code()).contains("day-missing");
    }

    private static Plan plan(OrganisationHistory history, Workbook workbook) {
        return Planning.of(history, workbook, UUID::randomUUID);
    }

    static OrganisationHistory then(OrganisationHistory history, Workbook workbook, Set<String> endings) {
        var plan = plan(history, workbook);
        assertThat(plan.findings()).filteredOn(Finding::fault).isEmpty();
        return Edits.joined(List.of(history, plan.confirmed(endings)));
    }

    private static Organisation on(OrganisationHistory history, LocalDate day) {
        return history.asOf(AsOf.on(day));
    }

    private static String holder(Organisation organisation, String post) {
        var held = organisation.holders(organisation.post(post).orElseThrow().id()).getFirst();
        return organisation.person(held.person()).orElseThrow().name();
    }
}
