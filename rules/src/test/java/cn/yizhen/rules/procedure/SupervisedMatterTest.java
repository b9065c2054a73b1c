package cn.yizhen.rules.procedure;

import static cn.yizhen.rules.procedure.CaseFixture.actor;
import static cn.yizhen.rules.procedure.CaseFixture.because;
import static cn.yizhen.rules.procedure.CaseFixture.day;
import static cn.yizhen.rules.procedure.CaseFixture.saying;
import static cn.yizhen.rules.procedure.CaseFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.ShippedCatalogue;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("督办事项")
class SupervisedMatterTest {

    private static final Procedure PROCEDURE = ShippedCatalogue.catalogue().institutions().stream()
            .filter(i -> i.title().equals("督办事项")).map(Institution::procedure).findFirst().orElseThrow().orElseThrow();

    private final Actor raiser = actor("县委办");
    private final Actor office = actor("督查室", "office");
    private final Actor lead = actor("农业农村局");
    private final Actor support = actor("水利局");
    private final Actor other = actor("林草局");
    private final Particulars assignment = Particulars.NONE.and("lead", unit("农业农村局")).and("support", unit("水利局"))
            .and("due", day("2026-03-31"));

    private CaseFixture raised() {
        return CaseFixture.opened(PROCEDURE, Opening.by(unit("县委办"), LocalDateTime.parse("2026-03-02T09:00"))).stands("已立项");
    }

    private CaseFixture assigned() {
        return raised().at("2026-03-02T10:00").does(office, "assign", assignment).accepted().stands("办理中");
    }

    @Test
    @DisplayName("从立项到销号")
    void fromOpeningToClosing() {
        assigned().due("handle", "2026-03-31").due("objection", "2026-03-05")
                .at("2026-03-10T09:00").does(lead, "progress", saying("已完成六个村的摸底").and("as-of", day("2026-03-10"))).accepted()
                .at("2026-03-12T09:00").does(support, "respond", saying("灌溉水源已经核定")).accepted()
                .at("2026-03-30T17:00").does(lead, "finish", saying("十八个村全部完成")).accepted().stands("待复核").due("review", "2026-04-07")
                .at("2026-04-02T09:00").does(raiser, "confirm").accepted().stands("待销号")
                .does(office, "close").accepted().stands("已销号")
                .late("handle", false).late("review", false);
    }

    @Test
    @DisplayName("签收不是步骤：交办后不做任何事，期限照走")
    void deliveredByStandingOnTheTable() {
        assigned().at("2026-03-31T23:59").late("handle", false).at("2026-04-01T00:00").late("handle", true).stands("办理中");
    }

    @Test
    @DisplayName("退回：三个工作日内；待决时停住，维持后从头算起")
    void objectionStopsAndRearms() {
        assigned().at("2026-03-05T23:59").does(lead, "object", because("职责在林草局")).accepted().stands("退回待决").standsStill("handle")
                .at("2026-04-20T09:00").late("handle", false).late("ruling", true)
                .does(office, "keep", because("林草局只管林地")).accepted().stands("办理中").due("handle", "2026-05-19").due("objection", "2026-04-23");
        assigned().at("2026-03-06T00:00").does(lead, "object", because("职责在林草局")).refused("step-too-late");
    }

    @Test
    @DisplayName("退回成立转办：新单位从头算起，原单位不再有这件事")
    void transferGivesTheNewLeadTheWholeTerm() {
        var moved = assigned().at("2026-03-03T09:00").does(lead, "object", because("职责在林草局"))
                .at("2026-03-04T09:00").does(office, "transfer", because("三定方案").and("lead", unit("林草局"))).accepted()
                .stands("办理中").due("handle", "2026-04-02").due("objection", "2026-03-09");
        assertThat(moved.here().rolesOf(lead)).isEmpty();
        assertThat(moved.here().rolesOf(other)).containsExactly("lead");
        moved.does(lead, "finish", saying("完成")).refused("step-not-yours");
    }

    @Test
    @DisplayName("拒绝时一次说出全部理由，每条有下一步")
    void allReasonsAtOnce() {
        var refused = assigned().withOpenSubtasks(true).does(other, "finish").refused("step-not-yours", "subtasks-open", "answer-missing");
        assertThat(refused.reasons()).extracting(Reason::nextStep).containsExactly(
                "请牵头单位办理，或以有权的岗位办理。", "先办结或者撤回子任务。", "补上“办理结果”。");
        raised().does(other, "finish").refused("step-not-at-this-stage", "step-not-yours", "answer-missing");
    }

    @Test
    @DisplayName("进展一百四十字以内，按字数不按字节")
    void progressIsShort() {
        var line = Particulars.NONE.and("as-of", day("2026-03-10"));
        assigned().does(lead, "progress", line.and("words", "办".repeat(140))).accepted()
                .does(lead, "progress", line.and("words", "办".repeat(141))).refused("answer-too-long");
    }

    @Test
    @DisplayName("催办：到期以后，一次为限")
    void urgedOnceAfterTheDueDay() {
        assigned().at("2026-03-31T23:59").does(office, "urge", saying("请抓紧")).refused("step-too-early")
                .at("2026-04-01T00:01").does(office, "urge", saying("请抓紧")).accepted()
                .at("2026-04-08T09:00").does(office, "urge", saying("请抓紧")).refused("step-taken-already");
    }

    @Test
    @DisplayName("延期写明批准人；申请没有回音不等于同意")
    void extensionNeedsAnApprover() {
        assigned().at("2026-03-25T09:00").does(lead, "ask-extension", because("汛情").and("until", day("2026-04-30"))).accepted()
                .due("handle", "2026-03-31").due("extension-answer", "2026-03-30")
                .does(office, "extend", because("汛情").and("due", day("2026-04-30"))).refused("answer-missing")
                .does(office, "extend", because("汛情").and("due", day("2026-03-01")).and("approver", "李某")).refused("answer-day-past")
                .does(office, "extend", because("汛情").and("due", day("2026-04-30")).and("approver", "李某")).accepted()
                .due("handle", "2026-04-30");
    }

    @Test
    @DisplayName("中止停住期限，恢复接着算")
    void suspension() {
        assigned().at("2026-03-10T09:00").does(office, "suspend", because("等上级批复").and("approver", "李某")).accepted().stands("已中止")
                .standsStill("handle").at("2026-03-19T09:00").does(office, "resume", because("批复已到")).accepted().due("handle", "2026-04-10");
    }

    @Test
    @DisplayName("复核迟了算立项单位的，不算牵头单位的；退回再办从头算起")
    void reviewIsTheRaisersTime() {
        var finished = assigned().at("2026-03-20T09:00").does(lead, "finish", saying("完成")).at("2026-05-01T09:00").late("review", true).late("handle", false);
        assertThat(finished.timing("review").rule().runs()).isEqualTo("raiser");
        finished.does(raiser, "send-back", because("差两个村")).accepted().stands("办理中").due("handle", "2026-05-30");
    }

    @Test
    @DisplayName("可办的步骤随角色和阶段而变")
    void offers() {
        assigned().offers(lead, "progress", "respond", "object", "ask-coordination", "ask-extension", "finish")
                .offers(support, "progress", "respond", "ask-coordination")
                .offers(office, "transfer", "regroup", "extend", "redate", "suspend", "terminate")
                .offers(other)
                .does(lead, "ask-coordination", because("三家意见不一")).accepted()
                .offers(office, "transfer", "regroup", "coordinate", "extend", "redate", "suspend", "terminate")
                .does(office, "coordinate", saying("由住建局牵头")).accepted()
                .offers(office, "transfer", "regroup", "extend", "redate", "suspend", "terminate")
                .does(lead, "ask-extension", because("连日下雨").and("until", day("2026-04-30"))).accepted()
                .offers(office, "transfer", "regroup", "extend", "decline-extension", "redate", "suspend", "terminate")
                .at("2026-03-06T09:00").offers(lead, "progress", "respond", "ask-coordination", "ask-extension", "finish");
    }

    @Test
    @DisplayName("沉默不生效：过多久都停在原处")
    void nothingBySilence() {
        var before = assigned().at("2026-03-25T09:00").does(lead, "ask-extension", because("汛情").and("until", day("2026-04-30")));
        var replayed = Case.replayed(PROCEDURE, before.here().opening(), before.here().journal());
        assertThat(replayed).isEqualTo(before.here());
        before.at("2036-01-01T00:00").stands("办理中").due("handle", "2026-03-31").late("extension-answer", true);
    }
}
