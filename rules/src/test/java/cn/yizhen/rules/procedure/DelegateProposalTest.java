package cn.yizhen.rules.procedure;

import static cn.yizhen.rules.procedure.CaseFixture.actor;
import static cn.yizhen.rules.procedure.CaseFixture.because;
import static cn.yizhen.rules.procedure.CaseFixture.saying;
import static cn.yizhen.rules.procedure.CaseFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A second procedure of another kind runs on the same core: months, an extension by law, a short term of the supporting units. */
@DisplayName("人大代表建议")
class DelegateProposalTest {

    private static final String FILE = """
            institution: 人大代表建议
            pillar: 民主政治建设
            kept-in: here
            summary: 代表提的建议，交给承办单位答复。
            procedure:
              roles: { raiser: 提建议的代表, desk: 人大代表联络机构, lead: 主办单位, support: 协办单位 }
              opened-by: [raiser, desk]
              begins: raised
              stages:
                - { id: raised, title: 已提出 }
                - { id: assigned, title: 承办中 }
                - { id: replied, title: 已答复 }
                - { id: closed, title: 已办结, ends: true }
              steps:
                - { id: assign, title: 交办, by: desk, from: raised, to: assigned, says: 交给承办单位, asks: [ { id: lead, title: 主办, shape: unit, becomes: lead }, { id: support, title: 协办, shape: units, required: false, becomes: support } ] }
                - { id: assist, title: 协办意见, by: support, from: assigned, says: 把意见送主办单位, asks: [ { id: words, title: 意见, shape: text } ] }
                - { id: extend, title: 延长, by: desk, from: assigned, says: 情况复杂的延长, asks: [ { id: ground, title: 理由, shape: text }, { id: approver, title: 批准人, shape: text } ] }
                - { id: reply, title: 答复, by: lead, from: assigned, to: replied, says: 书面答复代表, asks: [ { id: words, title: 答复, shape: text } ] }
                - { id: satisfied, title: 满意, by: raiser, from: replied, to: closed, says: 代表认可 }
                - { id: unsatisfied, title: 不满意, by: raiser, from: replied, to: assigned, says: 重新研究, asks: [ { id: ground, title: 理由, shape: text } ] }
              clocks:
                - id: reply-to-delegate
                  title: 答复期
                  budget: { 2025-03-11: 3 months }
                  runs: lead
                  starts-at: assign
                  stops-at: reply
                  rearmed-by: unsatisfied
                  roll-forward: true
                  extension: { step: extend, to: 6 months, once: true, ground: 涉及面广、难度大, must-tell: raiser }
                  binding: must
                  source: &law { title: 全国人民代表大会和地方各级人民代表大会代表法, year: 2025, article: 第五十一条, status: V, checked-on: 2026-11-23 }
                  why: 代表提的建议三个月内答复。
                - id: assist-lead
                  title: 协办期
                  budget: { 2025-03-11: 1 month }
                  runs: support
                  starts-at: assign
                  stops-at: assist
                  binding: usual
                  source: { title: 外地条例, year: 2017, article: 第二十一条, status: L, checked-on: 2026-11-23 }
                  why: 协办意见早送，主办好答复。
            """.replace("&law ", "");

    private static final Procedure PROCEDURE = read(FILE);
    private final Actor delegate = actor("代表");
    private final Actor desk = actor("联工委", "desk");
    private final Actor lead = actor("交通局");
    private final Actor support = actor("财政局");

    private static Reading<Catalogue> reading(String text) {
        return CatalogueReader.read(List.of(new SourceFile("6-democratic/delegate-proposal.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Procedure read(String text) {
        return switch (reading(text)) {
            case Reading.Read<Catalogue>(var catalogue) -> catalogue.institutions().getFirst().procedure().orElseThrow();
            case Reading.Faulty<Catalogue>(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private CaseFixture assigned() {
        return CaseFixture.opened(PROCEDURE, Opening.by(unit("代表"), LocalDateTime.parse("2026-01-20T09:00")))
                .at("2026-01-31T10:00").does(desk, "assign", Particulars.NONE.and("lead", unit("交通局")).and("support", unit("财政局"))).accepted();
    }

    @Test
    @DisplayName("三个月答复，延长一次到六个月，协办一个月，两个时限同时走")
    void clocksSideBySide() {
        assigned().due("reply-to-delegate", "2026-04-30").due("assist-lead", "2026-02-28")
                .at("2026-03-01T09:00").does(support, "assist", saying("资金已经列入")).accepted().late("assist-lead", true).late("reply-to-delegate", false)
                .does(desk, "extend", because("涉及三个县").and("approver", "王某")).accepted().due("reply-to-delegate", "2026-07-31")
                .does(desk, "extend", because("还要延").and("approver", "王某")).refused("extended-already");
    }

    @Test
    @DisplayName("代表不满意，重新研究，答复期从头算起")
    void unsatisfied() {
        assigned().at("2026-04-30T23:59").does(lead, "reply", saying("已列入明年计划")).accepted().late("reply-to-delegate", false)
                .at("2026-05-06T09:00").does(delegate, "unsatisfied", because("没有说时间")).accepted().due("reply-to-delegate", "2026-08-06");
    }

    @Test
    @DisplayName("退回的步骤没有重新起算时限：装载时就报错")
    void aReturnThatForgetsAClockIsAFault() {
        var faulty = reading(FILE.replace("      rearmed-by: unsatisfied\n", ""));
        assertThat(faulty).isInstanceOf(Reading.Faulty.class);
        assertThat(((Reading.Faulty<Catalogue>) faulty).faults().toString()).contains("“不满意”回到“承办中”，时限“答复期”却不再起算");
    }
}
