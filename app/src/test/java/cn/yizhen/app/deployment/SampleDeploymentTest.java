package cn.yizhen.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.app.deployment.storage.Stored;
import cn.yizhen.app.document.layout.TaskLayout;
import cn.yizhen.app.matter.Matters;
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
        var wordings = matters.inReach(clerk).stream().filter(m -> "云办发〔2026〕28号".equals(m.paper())).map(m -> m.wording()).toList();
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
