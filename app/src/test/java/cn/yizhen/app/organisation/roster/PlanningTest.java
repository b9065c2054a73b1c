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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    @Test
    void anOfficesTelephoneIsNotedChangedAndKeptWhereTheCellIsEmpty() {
        var first = then(founded, withTelephone("2026-05-01", "0000-5550001", "0000-5550002"), Set.of());
        assertThat(on(first, LocalDate.of(2026, 5, 1)).unit("B1").orElseThrow().phone()).isEqualTo("0000-5550001");
        assertThat(on(first, LocalDate.of(2026, 5, 1)).unit("V1").orElseThrow().phone()).isEqualTo("0000-5550002");
        assertThat(plan(first, withTelephone("2026-06-01", "0000-5550009", "")).changes()).extracting(Plan.Step::detail).containsExactly("办公电话改为“0000-5550009”");
        var second = then(first, withTelephone("2026-06-01", "0000-5550009", ""), Set.of());
        assertThat(on(second, LocalDate.of(2026, 6, 1)).unit("V1").orElseThrow().phone()).isEqualTo("0000-5550002");
    }

    private static Workbook withTelephone(String day, String bureau, String village) {
        return Workbooks.asOf(day).sheet("单位", "单位编码|单位名称|简称|单位类别|上级单位编码|办公电话", "X|某县||县||", "T1|甲镇||乡镇|X|", "B1|县某某局|某局|部门|X|" + bureau)
                .sheet("领导", LEADERS, KEPT_LEADERS).sheet("村社区", VILLAGES + "|办公电话", KEPT_VILLAGES[0] + "|" + village, KEPT_VILLAGES[1] + "|").open();
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
    void aRingAndPostsThatStandTwiceAreBothNamed() {
        var bad = Workbooks.asOf("2026-03-01")
                .sheet("单位", "单位编码|单位名称|单位类别|上级单位编码", "X|某县|县|", "A|甲|乡镇|B", "B|乙|乡镇|A", "C|丙局|部门|X")
                .sheet("领导", LEADERS, "C1|C|局长|赵一||", "C1|C|局长|钱二||", "C2|C|副局长|孙三||", "C2|C|书记|李四||")
                .sheet("村社区", VILLAGES, "V1|东村|村|X").open();
        var findings = plan(OrganisationHistory.EMPTY, bad).findings();
        assertThat(findings).extracting(finding -> finding.reason().code()).contains("unit-ring", "post-shared", "code-twice-in-workbook");
        assertThat(findings).filteredOn(finding -> finding.reason().code().equals("post-shared")).singleElement()
                .satisfies(finding -> assertThat(finding.reason().text()).contains("“领导”表 A2", "“领导”表 A3").doesNotContain("A4"));
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
    void onePostMayHaveSeveralHoldersEachInTheirOwnWay() {
        var later = then(founded, leaders("2026-05-01", KEPT_LEADERS[0], "T1-02|T1|副镇长|郑一||领导", "T1-02|T1|副镇长|王二|挂职|", KEPT_LEADERS[1]), Set.of());
        var now = on(later, LocalDate.of(2026, 5, 1));
        assertThat(now.holders(now.post("T1-02").orElseThrow().id())).extracting(held -> held.kind())
                .containsExactlyInAnyOrder(HoldingKind.HOLDS, HoldingKind.SECONDED);
        var one = plan(later, leaders("2026-06-01", KEPT_LEADERS[0], "T1-02|T1|副镇长|郑一||领导", KEPT_LEADERS[1]));
        assertThat(one.steps()).isEmpty();
        assertThat(one.endings()).extracting(Plan.Ending::label).containsExactly("甲镇副镇长 王二");
    }

    @Test
    void theSameCodeForTwoPostsIsASlipAndTheSamePersonTwiceToo() {
        assertThat(codes(plan(founded, leaders("2026-05-01", "T1-02|T1|副镇长|郑一||", "T1-02|T1|组织委员|王二||"))))
                .containsExactly("code-twice-in-workbook", "code-twice-in-workbook");
        assertThat(codes(plan(founded, leaders("2026-05-01", "T1-02|T1|副镇长|郑一||", "T1-02|T1|副镇长|郑一|挂职|")))).containsExactly("holder-twice");
    }

    @Test
    void namesakesAreToldApartByTheirMarks() {
        var later = then(founded, Workbooks.asOf("2026-05-01")
                .sheet("单位", UNITS, KEPT_UNITS)
                .sheet("人员", "人员标识|姓名|所在单位编码", "甲|郑一|T1", "乙|郑一|T1", "丙|没人用|T1")
                .sheet("领导", LEADERS + "|人员标识", "T1-02|T1|副镇长|郑一|||甲", "T1-03|T1|宣传委员|郑一|||乙")
                .sheet("村社区", VILLAGES, KEPT_VILLAGES).open(), Set.of());
        var now = on(later, LocalDate.of(2026, 5, 1));
        assertThat(now.holders(now.post("T1-02").orElseThrow().id()).getFirst().person())
                .isNotEqualTo(now.holders(now.post("T1-03").orElseThrow().id()).getFirst().person());
        assertThat(now.persons()).noneMatch(person -> person.name().equals("没人用"));
    }

    @Test
    void aNameIsCorrectedInTheSheetOfPersonsAndStandsForAllDays() {
        var key = on(founded, DAY).persons().stream().filter(person -> person.name().equals("赵一")).findFirst().orElseThrow().id();
        var later = then(founded, Workbooks.asOf("2026-05-01").sheet("单位", UNITS, KEPT_UNITS).sheet("人员", "人员标识|姓名", key + "|赵乙")
                .sheet("领导", LEADERS, "T1-01|T1|党委书记|赵乙||领导、书记", KEPT_LEADERS[1]).sheet("村社区", VILLAGES, KEPT_VILLAGES).open(), Set.of());
        assertThat(holder(on(later, DAY), "T1-01")).isEqualTo("赵乙");
        assertThat(holder(on(later, LocalDate.of(2026, 5, 1)), "T1-01")).isEqualTo("赵乙");
    }

    @Test
    void membersComeByNameAndWhoIsLeftOutIsAskedAbout() {
        var members = "单位编码|班子类别|班子名称|姓名|成员类别|有无表决权";
        var later = then(founded, Workbooks.asOf("2026-05-01").sheet("单位", UNITS, KEPT_UNITS).sheet("领导", LEADERS, KEPT_LEADERS)
                .sheet("村社区", VILLAGES, KEPT_VILLAGES)
                .sheet("成员", members, "V1Z1|支部党员大会|支部党员大会|孙三|正式|", "V1Z1|支部党员大会|支部党员大会|冯四|正式|无", "V1Z1|支部党员大会|支部党员大会|陈五|预备|").open(), Set.of());
        var now = on(later, LocalDate.of(2026, 5, 1));
        var assembly = now.bodies(now.unit("V1Z1").orElseThrow().id(), BodyKind.BRANCH_ASSEMBLY).getFirst();
        var strength = now.strength(assembly.id());
        assertThat(List.of(strength.full(), strength.probationary(), strength.voting())).containsExactly(2, 1, 1);
        var secretary = now.holders(now.post("V1Z1-01").orElseThrow().id()).getFirst().person();
        assertThat(now.members(assembly.id())).extracting(member -> member.person()).contains(secretary);
        var fewer = plan(later, Workbooks.asOf("2026-06-01").sheet("单位", UNITS, KEPT_UNITS).sheet("领导", LEADERS, KEPT_LEADERS)
                .sheet("村社区", VILLAGES, KEPT_VILLAGES).sheet("成员", members, "V1Z1|支部党员大会|支部党员大会|孙三|正式|", "V1Z1|支部党员大会|没有的班子|孙三||").open());
        assertThat(fewer.endings()).filteredOn(ending -> ending.what().equals("成员")).hasSize(2);
        assertThat(codes(fewer)).containsExactly("body-unknown");
    }

    @Test
    void mergersRenamingsAndMovesComeWithTheirOwnDaysAndAgainChangeNothing() {
        var workbook = Workbooks.asOf("2026-06-01")
                .sheet("变更", CHANGES, "2026-04-01|更名|T1||乙镇||批复一", "2026-05-01|合并|V1、V2|V3|东西村||批复二", "2026-05-15|改变隶属|V3|||X|批复三")
                .sheet("单位", UNITS, "X|某县||县|", "T1|乙镇||乡镇|X", "B1|县某某局|某局|部门|X", "V3Z1|东西村党支部||党支部|V3")
                .sheet("领导", LEADERS, KEPT_LEADERS)
                .sheet("村社区", "单位编码|名称|类别|所属乡镇编码|党支部书记", "V3|东西村|村|X|孙三").open();
        var later = then(founded, workbook, Set.of());
        assertThat(on(later, LocalDate.of(2026, 3, 31)).unit("T1").orElseThrow().name()).isEqualTo("甲镇");
        assertThat(on(later, LocalDate.of(2026, 4, 1)).unit("T1").orElseThrow().name()).isEqualTo("乙镇");
        assertThat(on(later, LocalDate.of(2026, 4, 30)).unit("V1")).isPresent();
        assertThat(on(later, LocalDate.of(2026, 5, 1)).unit("V1")).isEmpty();
        assertThat(holder(on(later, LocalDate.of(2026, 6, 1)), "V3Z1-01")).isEqualTo("孙三");
        assertThat(on(later, LocalDate.of(2026, 6, 1)).unit("V3").orElseThrow().parent()).isEqualTo(on(later, DAY).unit("X").orElseThrow().id());
        assertThat(plan(later, workbook).changesNothing()).isTrue();
    }

    @Test
    void whatIsWrongWithAChangeIsSaidAtItsRow() {
        var plan = plan(founded, Workbooks.asOf("2026-06-01")
                .sheet("变更", CHANGES, "2026-07-01|更名|T1||乙镇||批复", "2026-05-01|合并|V1、V9|V3|东西村||批复", "2026-05-01|拆分|V2|V4、V5|只有一个名||批复", "2026-05-01|改变隶属|V2||||批复")
                .sheet("单位", UNITS, KEPT_UNITS).sheet("领导", LEADERS, KEPT_LEADERS).sheet("村社区", VILLAGES, KEPT_VILLAGES).open());
        assertThat(codes(plan)).containsExactlyInAnyOrder("change-after-roster", "predecessor-unknown", "names-and-codes-differ", "change-shape");
    }

    @Test
    @Timeout(60)
    void tenThousandRowsAreComparedInSecondsAndEveryFaultIsSaid() {
        var rows = IntStream.range(0, 10_000).mapToObj(i -> "P" + i + "|" + (i == 9_999 ? "没有" : "B1") + "|干事" + i + "|某人" + i + "||").toArray(String[]::new);
        var plan = plan(founded, Workbooks.small("2026-03-01").sheet("岗位", LEADERS, rows).open());
        assertThat(codes(plan)).containsExactly("unit-unknown");
        assertThat(plan.additions()).hasSize(2 * 9_999);
    }

    private static final String UNITS = "单位编码|单位名称|简称|单位类别|上级单位编码";
    private static final String[] KEPT_UNITS = {"X|某县||县|", "T1|甲镇||乡镇|X", "B1|县某某局|某局|部门|X"};
    private static final String CHANGES = "变更日期|变更类别|原单位编码|新单位编码|新单位名称|新上级单位编码|依据文件";

    private static Workbook leaders(String day, String... rows) {
        return Workbooks.asOf(day).sheet("单位", UNITS, KEPT_UNITS).sheet("领导", LEADERS, rows).sheet("村社区", VILLAGES, KEPT_VILLAGES).open();
    }

    private static List<String> codes(Plan plan) {
        return plan.findings().stream().filter(Finding::fault).map(finding -> finding.reason().code()).toList();
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
