package cn.yizhen.app.deployment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("从起草到印发")
class IssuingTest {

    @Test
    @DisplayName("照路走完：起草、征求意见、送审、审定、印发")
    void theWayToIssue() {
        var desk = Desk.issued();
        assertThat(desk.refused).isEmpty();
        assertThat(desk.deployment.stage()).isEqualTo(Stage.ISSUED);
        assertThat(desk.deployment.path().issue().orElseThrow().paper()).isEqualTo("云办发〔2026〕3号");
    }

    @Test
    @DisplayName("没有牵头、时限未确认、意见未处理，一次说全")
    void everythingMissingIsSaidAtOnce() {
        var desk = Desk.drafted();
        desk.takes(new Edit.Assigned(List.of(Desk.id(1)), Desk.led(Desk.OFFICE)));
        desk.takes(new Step.ConsultationOpened(desk.today, 5, LocalDate.of(2026, 2, 25)));
        desk.objects(1, "本单位不承担培训。");
        desk.today = LocalDate.of(2026, 2, 26);
        desk.takes(new Step.Submitted(desk.today, ""));
        assertThat(desk.refusedFor()).containsExactly("objections-open", "lead-open", "due-unconfirmed");
        assertThat(desk.deployment.stage()).isEqualTo(Stage.CONSULTING);
    }

    @Test
    @DisplayName("意见逐条处理以后才能送审；提前送审要写理由")
    void objectionsAreSettledFirst() {
        var desk = Desk.consulting();
        desk.objects(1, "应由党校牵头。");
        desk.takes(new Step.Submitted(desk.today, ""));
        assertThat(desk.refusedFor()).containsExactly("objections-open", "consultation-running");
        desk.settlesAll();
        desk.takes(new Step.Submitted(desk.today, "各单位均已书面答复"));
        assertThat(desk.deployment.stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    @DisplayName("送审以后不能改；退回修改以后可以改，再送审")
    void returnedForChange() {
        var desk = Desk.consulting().takes(new Step.Submitted(Desk.DATE.plusDays(1), "急件"));
        desk.takes(new Edit.Regraded(List.of(Desk.id(1)), Handling.NOTED));
        assertThat(desk.refusedFor()).containsExactly("not-editable");
        desk.takes(new Step.Returned(new SignOff("县长 白松", desk.today, "第 1 条不必立项")));
        desk.takes(new Edit.Regraded(List.of(Desk.id(1)), Handling.NOTED));
        desk.takes(new Step.Submitted(desk.today, ""));
        assertThat(desk.deployment.stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    @DisplayName("签批不能晚于今天，也不能早于送审；姓名和原话都要有")
    void aSignOffIsEnteredAsItStandsOnThePaper() {
        var desk = Desk.consulting().takes(new Step.Submitted(Desk.DATE.plusDays(1), "急件"));
        desk.takes(new Step.Approved(new SignOff(" ", desk.today.plusDays(1), "")));
        assertThat(desk.refusedFor()).containsExactly("sign-off-leader", "sign-off-words", "sign-off-ahead");
        desk.takes(new Step.Approved(new SignOff("县委书记 周明远", Desk.DATE.minusDays(3), "同意")));
        assertThat(desk.refusedFor()).containsExactly("sign-off-before-submission");
    }

    @Test
    @DisplayName("文号要合格式，日期不早于签批")
    void thePaperNumberIsChecked() {
        var desk = Desk.approved();
        desk.takes(new Step.Issued("云办发[2026]第03号", desk.today.minusDays(1)));
        assertThat(desk.refusedFor()).containsExactly("paper-number", "issued-before-approval");
    }

    @Test
    @DisplayName("时限在等待审定时过去了：印发被挡住，退回另定时限和理由后可以印发")
    void aDayThatPassedMeanwhileStopsTheIssue() {
        var desk = Desk.consulting();
        desk.takes(new Edit.DueDecided(List.of(Desk.id(1)), LocalDate.of(2026, 3, 1), "月底前"));
        desk.today = LocalDate.of(2026, 2, 27);
        desk.takes(new Step.Submitted(desk.today, "")).takes(new Step.Approved(new SignOff("周明远", desk.today, "同意")));
        desk.today = LocalDate.of(2026, 3, 3);
        desk.takes(new Step.Issued("云办发〔2026〕3号", desk.today));
        assertThat(desk.refusedFor()).containsExactly("due-past");
        desk.takes(new Step.Returned(new SignOff("周明远", desk.today, "时限顺延")));
        desk.takes(new Edit.DueDecided(List.of(Desk.id(1)), LocalDate.of(2026, 4, 1), "审定用时较长，顺延一个月"));
        desk.takes(new Step.Submitted(desk.today, "")).takes(new Step.Approved(new SignOff("周明远", desk.today, "同意")));
        desk.takes(new Step.Issued("云办发〔2026〕3号", desk.today));
        assertThat(desk.deployment.stage()).isEqualTo(Stage.ISSUED);
    }

    @Test
    @DisplayName("序号在征求意见时定下；拆分得 1—1，合并留空号，以后都不变")
    void masterNumbersNeverChange() {
        var desk = Desk.consulting();
        assertThat(desk.deployment.draft().rows()).extracting(Row::number).containsExactly("1", "2", "3", "4");
        desk.takes(new Edit.Split(Desk.id(1), Desk.TEXT.indexOf("培训"), Desk.id(8)));
        desk.takes(new Edit.Merged(Desk.id(3), List.of(Desk.id(4))));
        assertThat(desk.deployment.draft().rows()).extracting(Row::number).containsExactly("1", "1—1", "2", "3");
        desk.takes(new Edit.Undone(desk.deployment.last()));
        assertThat(desk.deployment.draft().rows()).extracting(Row::number).containsExactly("1", "1—1", "2", "3", "4");
    }

    @Test
    @DisplayName("印发以后只能凭文件调整，序号不变")
    void laterChangesAreAdjustmentsWithTheirPaper() {
        var desk = Desk.issued();
        desk.takes(new Edit.Assigned(List.of(Desk.id(1)), Desk.led(Desk.SCHOOL)));
        assertThat(desk.refusedFor()).containsExactly("issued-already");
        desk.today = LocalDate.of(2026, 6, 1);
        var change = new Edit.Assigned(List.of(Desk.id(1)), Desk.led(Desk.SCHOOL));
        desk.takes(new Step.Adjusted(change, "", "", LocalDate.of(2026, 2, 1), ""));
        assertThat(desk.refusedFor()).containsExactly("adjustment-paper", "adjustment-approver", "adjustment-reason", "adjustment-date");
        desk.takes(new Step.Adjusted(change, "云办函〔2026〕9号", "县委书记", desk.today, "职责已划转"));
        assertThat(desk.row(1).assignment().lead()).isEqualTo(Desk.SCHOOL);
        assertThat(desk.row(1).number()).isEqualTo("1");
        assertThat(desk.deployment.path().adjustments()).hasSize(1);
        assertThat(desk.deployment.says(desk.deployment.entries().getLast())).isEqualTo("调整（云办函〔2026〕9号）：由县委党校牵头（第 1 条）");
    }

    @Test
    @DisplayName("终止的条目留着序号和位置；印发以后不能换一种分级，增补的当场要齐全")
    void endingAndAddingAfterIssue() {
        var desk = Desk.issued();
        desk.takes(new Step.Adjusted(new Edit.Regraded(List.of(Desk.id(2)), Handling.LIMIT), "云办函〔2026〕9号", "县委书记", desk.today, "改"));
        assertThat(desk.refusedFor()).containsExactly("adjustment-kind");
        desk.takes(new Step.Adjusted(new Edit.Regraded(List.of(Desk.id(2)), Handling.NOTED), "云办函〔2026〕9号", "县委书记", desk.today, "不再办"));
        assertThat(desk.row(2).number()).isEqualTo("2");
        assertThat(desk.deployment.ended(desk.row(2))).isTrue();
        assertThat(desk.deployment.printed(desk.row(2))).isTrue();
        var added = Reader.added(desk.deployment.draft(), "办好夜校", Handling.PROJECT, Assignment.question("待定"), Due.NONE, UUID::randomUUID);
        desk.takes(new Step.Adjusted(added, "云办函〔2026〕10号", "县委书记", desk.today, "增补"));
        assertThat(desk.refusedFor()).containsExactly("lead-missing", "due-missing");
        var whole = Reader.added(desk.deployment.draft(), "办好夜校", Handling.PROJECT, Desk.led(Desk.SCHOOL), Due.decided(desk.today.plusDays(9), "会议纪要"), UUID::randomUUID);
        desk.takes(new Step.Adjusted(whole, "云办函〔2026〕10号", "县委书记", desk.today, "增补"));
        assertThat(desk.deployment.draft().rows().getLast().number()).isEqualTo("5");
        assertThat(desk.deployment.draft().section(desk.deployment.draft().rows().getLast())).isEqualTo("增补");
    }

    @Test
    @DisplayName("没有一条定了牵头单位，不能征求意见；期限以工作日计，有上限")
    void somebodyMustBeThereToConsult() {
        var desk = Desk.drafted();
        desk.takes(new Step.ConsultationOpened(desk.today, 90, desk.today.plusDays(90)));
        assertThat(desk.refusedFor()).containsExactly("consultation-days", "nobody-to-consult");
    }

    @Test
    @DisplayName("文件日期远在以后，不接受；确认以后开始整理，不能再改日期重来")
    void theDocumentsDateIsConfirmedFirst() {
        var desk = new Desk();
        assertThat(desk.deployment.stage()).isEqualTo(Stage.RECEIVED);
        desk.takes(new Edit.Drafted(LocalDate.of(2062, 2, 10), List.of(), Desk.lines(), List.of()));
        assertThat(desk.refusedFor()).containsExactly("document-date-ahead");
        var begun = Desk.ready();
        begun.takes(new Edit.Drafted(Desk.DATE, List.of(), Desk.lines(), List.of()));
        assertThat(begun.refusedFor()).containsExactly("draft-begun");
    }
}
