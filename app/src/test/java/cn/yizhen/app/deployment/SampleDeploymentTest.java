package cn.yizhen.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Due;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Reader;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.app.deployment.storage.Stored;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.layout.TaskLayout;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.app.document.reading.Tables;
import cn.yizhen.app.matter.Matter;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.UnitKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
@DisplayName("一张已经印发的表")
class SampleDeploymentTest {

    @Autowired SampleDeployment sample;
    @Autowired Deployments deployments;
    @Autowired DemoPeople people;
    @Autowired Proposals proposals;
    @Autowired Counties counties;
    @Autowired Office office;
    @Autowired Matters matters;
    @Autowired Transactions transactions;

    Scope clerk;
    Stored issued;

    @BeforeEach
    void issue() {
        var whole = people.scopeOf("duchashi");
        var post = whole.posts().stream().filter(p -> p.permissions().contains(Permission.DRAFT_DEPLOYMENT)).findFirst().orElseThrow();
        clerk = whole.under(post.post());
        sample.issue(clerk, People.TODAY);
        issued = office.find(clerk, UUID.nameUUIDFromBytes("sample-deployment:document".getBytes(StandardCharsets.UTF_8))).orElseThrow();
    }

    @Test
    @DisplayName("印发一次就是一次；每条立项成为一件督办事项，再印发一遍什么也不多")
    void issuingOpensAMatterForEveryProjectOnce() {
        sample.issue(clerk, People.TODAY);
        var projects = issued.deployment().draft().rows().stream().filter(Row::opensMatter).toList();
        var wordings = matters.inReach(clerk).stream().filter(m -> "云办发〔2026〕28号".equals(m.paper()) && !m.here().over()).map(m -> m.wording()).toList();
        assertThat(projects).isNotEmpty();
        assertThat(wordings).containsExactlyInAnyOrderElementsOf(projects.stream().map(Row::wording).toList());
    }

    @Test
    @DisplayName("常态、控制、周期的条目谁都查得到，不上任何人的桌面")
    void theRestIsAnsweredOnAsking() {
        var anyone = people.scopeOf("caizheng");
        assertThat(deployments.standing(anyone, 2026)).isNotEmpty().allSatisfy(line -> assertThat(line.leadName()).isNotEmpty());
        assertThat(deployments.proposedLimits(anyone, 2026)).isNotEmpty();
        assertThat(deployments.proposedDuties(anyone, 2026)).anySatisfy(line -> assertThat(line.cadence()).isEqualTo("每季度"));
        assertThat(deployments.news(people.scopeOf("dangzhengban"))).anySatisfy(news -> assertThat(news.deployment()).isEqualTo(issued.id()));
        assertThat(deployments.consultations(anyone)).noneMatch(c -> c.deployment().equals(issued.id()));
    }

    @Test
    @DisplayName("调整时限转入督办事项，序号不变")
    void anAdjustmentReachesTheMatter() {
        var row = issued.deployment().draft().rows().stream().filter(Row::opensMatter).findFirst().orElseThrow();
        var day = row.due().day().plusDays(20);
        var step = new Step.Adjusted(new Edit.DueDecided(List.of(row.id()), day, "顺延"), "云办函〔2026〕3号", "县委书记", People.TODAY, "工作量较大");
        var done = office.take(clerk, UUID.randomUUID(), issued.id(), issued.deployment().last(), step, "/", People.TODAY);
        assertThat(done).as(done.toString()).isInstanceOf(Performed.Done.class);
        var now = office.find(clerk, issued.id()).orElseThrow().deployment().draft().row(row.id()).orElseThrow();
        assertThat(now.due().day()).isEqualTo(day);
        assertThat(now.number()).isEqualTo(row.number());
    }

    @Test
    @DisplayName("终止一条：表里留着、写明凭哪份文件，督办事项随之终止；增补一条：续编序号，同时立项")
    void endingAndAddingARowReachTheirMatters() {
        var row = issued.deployment().draft().rows().stream().filter(Row::opensMatter).toList().getLast();
        adjusts(new Edit.Regraded(List.of(row.id()), Handling.NOTED), "云办函〔2026〕11号");
        assertThat(matter(row.wording()).here().over()).isTrue();
        var line = lines().stream().filter(l -> l.row().equals(row.id().value())).findFirst().orElseThrow();
        assertThat(line.ended()).isTrue();
        assertThat(line.number()).isEqualTo(row.number());

        var added = Reader.added(issued.deployment().draft(), "开展一次机关食堂节约检查", Handling.PROJECT, row.assignment(),
                Due.decided(People.TODAY.plusDays(40), "会议纪要"), UUID::randomUUID);
        adjusts(added, "云办函〔2026〕12号");
        assertThat(lines().getLast().wording()).isEqualTo("开展一次机关食堂节约检查");
        assertThat(lines().getLast().section()).isEqualTo("增补");
        assertThat(matter("开展一次机关食堂节约检查").number()).isEqualTo("云办发〔2026〕28号第" + lines().getLast().number() + "条");
    }

    @Test
    @DisplayName("中止一条：表里写明，督办事项停计；恢复以后接着算；没有中止的不用恢复")
    void standingStillReachesTheMatterAndSoDoesGoingOn() {
        var row = issued.deployment().draft().rows().stream().filter(Row::opensMatter).toList().get(1);
        adjusts(new Edit.Suspended(List.of(row.id()), "等上级批复"), "云办函〔2026〕13号");
        assertThat(matter(row.wording()).here().stage()).isEqualTo("suspended");
        assertThat(printed(row)).contains("中止（云办函〔2026〕13号）");

        adjusts(new Edit.Suspended(List.of(row.id()), ""), "云办函〔2026〕14号");
        assertThat(matter(row.wording()).here().stage()).isEqualTo("in-hand");
        assertThat(printed(row)).contains("调整（云办函〔2026〕14号）");

        var again = new Step.Adjusted(new Edit.Suspended(List.of(row.id()), ""), "云办函〔2026〕15号", "县委书记", People.TODAY, "恢复");
        assertThat(office.take(clerk, UUID.randomUUID(), issued.id(), office.find(clerk, issued.id()).orElseThrow().deployment().last(), again, "/", People.TODAY))
                .isInstanceOfSatisfying(Performed.Refused.class, no -> assertThat(no.reasons()).extracting("code").containsExactly("row-standing"));
    }

    private String printed(Row row) {
        return TableOfTasks.of(office.find(clerk, issued.id()).orElseThrow().deployment()).tasks().stream()
                .filter(task -> task.number().equals(row.number())).findFirst().orElseThrow().remark();
    }

    @Test
    @DisplayName("当时所知：登记印发以前的那一步还不知道有这张表")
    void aTableIsAnsweredByWhatWasKnown() {
        assertThat(deployments.tables(clerk)).anyMatch(t -> t.deployment().equals(issued.id()));
        assertThat(deployments.tables(clerk.at(new AsOf(People.TODAY, 0)))).noneMatch(t -> t.deployment().equals(issued.id()));
        assertThat(deployments.lines(clerk.at(new AsOf(People.TODAY, 0)), issued.id())).isEmpty();
    }

    @Test
    @DisplayName("印发以前问起来，表还没有；印发那天问，是印发时的样子")
    void aTableIsAnsweredAsOfADay() {
        assertThat(deployments.lines(clerk.at(AsOf.on(People.TODAY.minusDays(1))), issued.id())).isEmpty();
        assertThat(deployments.tables(clerk.at(AsOf.on(People.TODAY.minusDays(1))))).noneMatch(t -> t.deployment().equals(issued.id()));
        assertThat(lines()).isNotEmpty().allSatisfy(line -> assertThat(line.deadline()).isNotEmpty());
    }

    @Test
    @DisplayName("写给各乡镇的条目，在乡镇的分表里，总号不变")
    void aTownshipsSliceHoldsWhatAllTownshipsAreAsked() {
        var county = counties.today(clerk);
        var township = county.units().stream().filter(u -> u.kind() == UnitKind.TOWNSHIP).findFirst().orElseThrow().shortName();
        var table = TableOfTasks.of(issued.deployment());
        var groups = ChargeTables.groups(county, table.tasks().stream().flatMap(t -> t.supports().stream()).toList(), township);
        assertThat(groups).contains("各乡镇");
        var slice = TaskReading.of(read(Excel.write(table.slice(township, groups, Page.A4_LANDSCAPE))));
        assertThat(slice).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(((TaskReading) done.value()).rows()).isNotEmpty()
                .allSatisfy(row -> assertThat(row.task().supports()).contains("各乡镇")));
    }

    @Test
    @DisplayName("建议的限额由制度维护人答复；别人不能答复，没写理由不能答复")
    void proposalsAreAnsweredByTheKeeper() {
        var keeper = people.scopeOf("fagui");
        var post = keeper.posts().stream().filter(p -> p.permissions().contains(Permission.KEEP_INSTITUTIONS)).findFirst().orElseThrow();
        var limit = proposals.of(keeper, Proposals.Kind.LIMIT, 2026).getFirst();
        var row = limit.line().row();
        assertThat(proposals.answer(clerk, UUID.randomUUID(), row, Proposals.Kind.LIMIT, true, "会议管理办法", null, People.TODAY)).isInstanceOf(Performed.Refused.class);
        assertThat(proposals.answer(keeper.under(post.post()), UUID.randomUUID(), row, Proposals.Kind.LIMIT, false, " ", limit.latest(), People.TODAY)).isInstanceOf(Performed.Refused.class);
        assertThat(proposals.answer(keeper.under(post.post()), UUID.randomUUID(), row, Proposals.Kind.LIMIT, true, "会议管理办法", limit.latest(), People.TODAY)).isInstanceOf(Performed.Done.class);
        assertThat(proposals.of(people.scopeOf("caizheng"), Proposals.Kind.LIMIT, 2026)).filteredOn(p -> p.line().row().equals(row)).singleElement()
                .satisfies(p -> assertThat(p.answer().words()).isEqualTo("会议管理办法"));
    }

    private void adjusts(Edit change, String paper) {
        var now = office.find(clerk, issued.id()).orElseThrow().deployment();
        var done = office.take(clerk, UUID.randomUUID(), issued.id(), now.last(), new Step.Adjusted(change, paper, "县委书记", People.TODAY, "会议决定"), "/", People.TODAY);
        assertThat(done).as(done.toString()).isInstanceOf(Performed.Done.class);
    }

    private List<Deployments.IssuedLine> lines() {
        return deployments.lines(clerk, issued.id());
    }

    private Matter matter(String wording) {
        return matters.inReach(clerk).stream().filter(m -> m.wording().equals(wording)).findFirst().orElseThrow();
    }

    private static Tables read(byte[] workbook) {
        return Tables.open("分表.xlsx", workbook) instanceof Outcome.Done<Tables>(var tables) ? tables : org.junit.jupiter.api.Assertions.fail("unreadable");
    }

    @Test
    @DisplayName("三种版式的 Word 和 Excel 都打得开；印发的那一份原样留存")
    void theFilesOpen() throws Exception {
        var table = TableOfTasks.of(issued.deployment());
        for (var layout : TaskLayout.values()) {
            try (var word = new XWPFDocument(new ByteArrayInputStream(TableOfTasks.word(table, layout)));
                    var book = new XSSFWorkbook(new ByteArrayInputStream(TableOfTasks.workbook(table, layout)))) {
                assertThat(word.getTables().getFirst().getText()).contains("编制县级报表目录");
                assertThat(book.getNumberOfSheets()).isEqualTo(1);
            }
        }
        var kept = transactions.reading(clerk, sql -> sql.sql("select octet_length(word) from deployment_issue where deployment = ?")
                .param(issued.id()).query(Integer.class).single());
        assertThat(kept).isPositive();
    }
}
