package cn.yizhen.rules.procedure;

import static cn.yizhen.rules.procedure.CaseFixture.actor;
import static cn.yizhen.rules.procedure.CaseFixture.because;
import static cn.yizhen.rules.procedure.CaseFixture.saying;
import static cn.yizhen.rules.procedure.CaseFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.institution.ShippedCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("四议两公开")
class VillageDecisionTest {

    private static final Actor BRANCH = actor("村党支部");
    private static final Actor VILLAGE = actor("村");
    private static final Actor TOWNSHIP = actor("镇");

    @Test
    @DisplayName("提议、商议、审议、决议、公开、实施、再公开，一步不少")
    void fromTheProposalToTheSecondPublication() {
        resolved().does(VILLAGE, "announce", place()).accepted().stands("决议公开中").due("announcement", "2026-06-16")
                .at("2026-06-17T09:00").does(VILLAGE, "carry-out").accepted()
                .at("2026-08-01T09:00").does(VILLAGE, "finish", saying("修好了，花了三万元")).accepted()
                .does(BRANCH, "publish-result", place()).accepted().stands("结果已公开");
    }

    @Test
    @DisplayName("公开期没有过完，不能动手")
    void nothingBeginsBeforeTheDaysAreOver() {
        resolved().does(VILLAGE, "announce", place()).at("2026-06-16T23:59").does(VILLAGE, "carry-out").refused("step-too-early");
    }

    @Test
    @DisplayName("公开期里有异议，退回支部重新提议")
    void anObjectionLeadsBackToTheProposal() {
        resolved().does(VILLAGE, "announce", place()).does(BRANCH, "take-objection", because("发包的面积有不同意见")).accepted().stands("支部已提议");
    }

    @Test
    @DisplayName("党员大会到会不足半数、赞成不过半数，两个原因一次说完，写明条文和要几人")
    void anAssemblyWithTooFewSaysBothReasons() {
        var refused = discussed().does(BRANCH, "deliberate", met("voting-due", 21, "voting-present", 10, 10));
        refused.refused("quorum-not-reached", "majority-not-reached");
        assertThat(refused.reasons()).extracting(Reason::clause).allMatch(clause -> clause.contains("第十一条"));
        assertThat(refused.reasons().getFirst().text()).contains("21人中要有11人");
    }

    @Test
    @DisplayName("代表30人来了20人、11人赞成，正好够；来了19人不够")
    void representativesNeedTwoThirdsAndAMajorityOfThosePresent() {
        deliberated().does(VILLAGE, "resolve", met("members", 30, "present", 20, 11)).accepted();
        deliberated().does(VILLAGE, "resolve", met("members", 30, "present", 19, 11)).refused("quorum-not-reached");
        deliberated().does(VILLAGE, "resolve", met("members", 30, "present", 20, 10)).refused("majority-not-reached");
    }

    @Test
    @DisplayName("人数填反了，说是人数不对，不说没有通过")
    void moreThanThereAreIsAMistake() {
        deliberated().does(VILLAGE, "resolve", met("members", 20, "present", 30, 16)).refused("more-than-there-are");
    }

    @Test
    @DisplayName("人数填了半个人、负数、几万人，说不是人数；没有到会和票数要求的一步也一样")
    void peopleAreWholeNumbers() {
        for (var number : List.of("8.5", "-3", "20000")) {
            deliberated().does(VILLAGE, "resolve", met("members", 30, "present", 20, 11).and("present", new Answer.Amount(new BigDecimal(number))))
                    .refused("not-a-head-count");
        }
        deliberated().does(VILLAGE, "resolve", met("members", 30, "present", 20, 11).and("present", new Answer.Amount(new BigDecimal("20.0")))).accepted();
    }

    @Test
    @DisplayName("会还没有开，登记不了")
    void nothingIsNotedBeforeItHappened() {
        var tomorrow = met("due", 9, "present", 8, 7).and("day", LocalDate.parse("2026-06-02"));
        proposed().does(BRANCH, "discuss", tomorrow).refused("answer-day-to-come");
    }

    @Test
    @DisplayName("乡镇每一步都看得见，能提醒，不能替村里办")
    void theTownshipSeesAndReminds() {
        discussed().offers(TOWNSHIP, "guide");
        discussed().does(TOWNSHIP, "guide", saying("请核对土地用途")).accepted().stands("两委已商议");
        discussed().does(TOWNSHIP, "deliberate", met("voting-due", 20, "voting-present", 18, 15)).refused("step-not-yours");
    }

    private static CaseFixture proposed() {
        var procedure = ShippedCatalogue.catalogue().institution(new InstitutionId("village-decision")).orElseThrow().procedure().orElseThrow();
        return CaseFixture.opened(procedure, Opening.by(unit("村党支部"), LocalDateTime.parse("2026-06-01T09:00"))
                .with("branch", unit("村党支部")).with("village", unit("村")).with("township", unit("镇")));
    }

    private static CaseFixture discussed() {
        return proposed().does(BRANCH, "discuss", met("due", 9, "present", 8, 7)).accepted();
    }

    private static CaseFixture deliberated() {
        return discussed().does(BRANCH, "deliberate", met("voting-due", 20, "voting-present", 18, 15)).accepted();
    }

    private static CaseFixture resolved() {
        return deliberated().does(VILLAGE, "resolve", met("members", 30, "present", 25, 20)).accepted().at("2026-06-09T10:00");
    }

    private static Particulars place() {
        return Particulars.NONE.and("place", "村务公开栏");
    }

    private static Particulars met(String whole, int due, String part, int came, int inFavour) {
        return Particulars.NONE.and("day", LocalDate.parse("2026-06-01")).and(whole, amount(due)).and(part, amount(came)).and("in-favour", amount(inFavour));
    }

    private static Answer amount(int number) {
        return new Answer.Amount(BigDecimal.valueOf(number));
    }
}
