package cn.yizhen.app.record.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.LocalValue;
import cn.yizhen.rules.institution.Overlay;
import cn.yizhen.rules.institution.Parameter;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import cn.yizhen.rules.organisation.UnitId;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static Catalogue catalogue;

    @BeforeAll
    static void readTheShippedFiles() throws Exception {
        Path folder = Path.of("..", "institutions");
        try (var files = Files.walk(folder)) {
            var sources = files.filter(f -> f.toString().endsWith(".yaml")).map(f -> source(folder, f)).toList();
            catalogue = ((Reading.Read<Catalogue>) CatalogueReader.read(sources)).value();
        }
    }

    @Test
    @DisplayName("党员大会：应到有表决权 20 人，来 10 人正好半数，来 9 人不够")
    void halfOfThoseWithAVoteIsEnough() {
        assertThat(warnings("branch-assembly", new Headcount(20, 20, 10, 20, null, ""), List.of())).isEmpty();
        assertThat(warnings("branch-assembly", new Headcount(20, 20, 9, 20, null, ""), List.of()))
                .singleElement().extracting(Reason::text).asString().contains("有表决权的 9 人", "要有 10 人");
    }

    @Test
    @DisplayName("预备党员不计：应到 12 人其中预备 2 人，来 6 人时要问有表决权的来了几人")
    void probationersAreNotCounted() {
        var unclear = new Headcount(12, 12, 6, 10, null, "预备党员 2 人");
        assertThat(Validity.mustAskForVoting(content("branch-assembly", unclear, Set.of(), List.of()), catalogue)).isTrue();
        var asked = new Headcount(12, 12, 6, 10, 5, "预备党员 2 人");
        assertThat(Validity.mustAskForVoting(content("branch-assembly", asked, Set.of(), List.of()), catalogue)).isFalse();
        assertThat(warnings("branch-assembly", asked, List.of())).isEmpty();
        assertThat(Validity.mustAskForVoting(content("branch-assembly", new Headcount(12, 12, 8, 10, null, ""), Set.of(), List.of()), catalogue)).isFalse();
    }

    @Test
    @DisplayName("通过按应到有表决权的超过半数：20 人里 10 票不过，11 票过")
    void aMajorityIsTakenOfThoseDue() {
        var count = new Headcount(20, 20, 15, 20, null, "");
        assertThat(warnings("branch-assembly", count, List.of(decided("修路", 10, 3, 2)))).singleElement()
                .extracting(Reason::text).asString().contains("“修路”赞成 10 票", "要 11 票");
        assertThat(warnings("branch-assembly", count, List.of(decided("修路", 11, 3, 1)))).isEmpty();
    }

    @Test
    @DisplayName("村民代表会议：三分之二到会，到会的过半数通过，基数各不相同")
    void representativesUseOtherBases() {
        var tooFew = new Headcount(30, 30, 19, 30, null, "");
        assertThat(warnings("village-representatives-meeting", tooFew, List.of())).hasSize(1);
        var enough = new Headcount(30, 30, 20, 30, null, "");
        assertThat(warnings("village-representatives-meeting", enough, List.of(decided("清渠", 11, 9, 0)))).isEmpty();
        assertThat(warnings("village-representatives-meeting", enough, List.of(decided("清渠", 10, 10, 0)))).hasSize(1);
    }

    @Test
    @DisplayName("党组会议任免事项要三分之二到会，一般事项半数")
    void appointmentsNeedTwoThirds() {
        var count = new Headcount(9, 9, 5, 9, null, "");
        assertThat(Validity.warnings(content("leading-party-group-meeting", count, Set.of(), List.of()), catalogue)).isEmpty();
        assertThat(Validity.warnings(content("leading-party-group-meeting", count, Set.of("appointment-or-discipline"), List.of()), catalogue))
                .singleElement().extracting(Reason::text).asString().contains("三分之二");
    }

    @Test
    @DisplayName("议定而没有记票数的，不说没有通过，只说没有记票数；记了票数而没有人赞成的，是没有通过")
    void withoutVotesNothingIsSaidOfAMajority() {
        var count = new Headcount(9, 9, 8, 9, null, "");
        var agreed = content("leading-party-group-meeting", count, Set.of(), List.of(decided("年度采购计划", 0, 0, 0)));
        assertThat(Validity.warnings(agreed, catalogue)).isEmpty();
        assertThat(Validity.verdicts(agreed, catalogue)).singleElement().extracting(Verdict::chinese).isEqualTo("没有记票数");
        var rejected = content("leading-party-group-meeting", count, Set.of(), List.of(decided("年度采购计划", 0, 8, 0)));
        assertThat(Validity.verdicts(rejected, catalogue)).singleElement().extracting(Verdict::chinese).isEqualTo("未达到票数");
    }

    @Test
    @DisplayName("年中改了到会人数：这一年开的会照年初的，下一年才照新的；同计不计入是一个算法")
    void theQuorumOfThePeriodHolds() {
        var stricter = Overlay.adopt(catalogue, new LocalValue("democratic-life-meeting", Parameter.QUORUM, LocalDate.of(2026, 3, 10),
                "due at-least 4/5", "云岭办发〔2026〕9号", "县委办主任", LocalDate.of(2026, 3, 1)));
        var changed = ((Outcome.Done<Catalogue>) stricter).value();
        var seven = new Headcount(9, 9, 7, 9, null, "");
        assertThat(Validity.warnings(on(LocalDate.of(2026, 11, 20), seven), changed)).isEmpty();
        assertThat(Validity.warnings(on(LocalDate.of(2027, 1, 20), seven), changed)).hasSize(1);
    }

    private static RecordContent on(LocalDate day, Headcount count) {
        var any = content("democratic-life-meeting", count, Set.of(), List.of());
        return new RecordContent(any.kind(), any.unit(), any.body(), day, any.place(), any.chair(), any.chairPosts(), any.ledBy(), any.recorder(), count,
                any.topic(), any.topics(), List.of(), any.present(), null);
    }

    @Test
    @DisplayName("任免事项不留文字、金额和编号")
    void anAppointmentKeepsNoWords() {
        var kept = new Decision(1, DecisionCategory.PERSONNEL, "任命某人", BigDecimal.TEN, new Decision.Votes(5, 0, 0), true, 1, PaperPlace.ORGANISATION, "某干〔2026〕3号");
        assertThat(kept).isEqualTo(new Decision(1, DecisionCategory.PERSONNEL, "", null, new Decision.Votes(5, 0, 0), true, 1, PaperPlace.ORGANISATION, ""));
    }

    @Test
    @DisplayName("一次会有任免也有一般事项：三分之二只对任免事项要求，逐项核对")
    void eachDecisionByItsOwnBase() {
        var count = new Headcount(9, 9, 5, 9, null, "");
        var decisions = List.of(decided("采购灭火器", 5, 0, 0), Decision.of(2, DecisionCategory.PERSONNEL, "", new Decision.Votes(5, 0, 0)));
        assertThat(Validity.verdicts(content("leading-party-group-meeting", count, Set.of("appointment-or-discipline"), decisions), catalogue))
                .extracting(Verdict::chinese).containsExactly("通过", "到会不足，不能表决");
        assertThat(Validity.verdicts(content("leading-party-group-meeting", count, Set.of("appointment-or-discipline"), decisions), catalogue))
                .as("核对写明要到几人、到了几人").extracting(verdict -> verdict.came().getLast())
                .containsExactly("应到会人员的半数以上到会：9 人中要到 5 人，到会 5 人", "应到会人员的三分之二以上到会：9 人中要到 6 人，到会 5 人");
        assertThat(Validity.verdicts(content("leading-party-group-meeting", count, Set.of(), List.of(decided("采购灭火器", 4, 1, 0))), catalogue))
                .singleElement().satisfies(verdict -> {
                    assertThat(verdict.chinese()).isEqualTo("未达到票数");
                    assertThat(verdict.bases()).containsExactly("超过应到会人员的半数：9 人中要有 5 票，赞成 4 票");
                });
    }

    @Test
    @DisplayName("本县额度：达到额度又没有列为大额度的，说出来；没有定额度的不核对")
    void theCountysOwnAmounts() {
        var paid = new Decision(1, DecisionCategory.GENERAL, "买车", new BigDecimal("50"), new Decision.Votes(9, 0, 0), null, 0, null, "");
        var meeting = content("leading-party-group-meeting", new Headcount(9, 9, 9, 9, null, ""), Set.of(), List.of(paid));
        var day = LocalDate.of(2026, 11, 1);
        var amount = new CountyAmount(DecisionCategory.FUNDS, new BigDecimal("50"), day, "云县办〔2026〕8号", "某某", day);
        assertThat(CountyAmount.unlisted(meeting, List.of(amount))).singleElement().extracting(Reason::text).asString().contains("50 万元以上");
        assertThat(CountyAmount.unlisted(meeting, List.of())).isEmpty();
        var later = new CountyAmount(DecisionCategory.FUNDS, new BigDecimal("50"), LocalDate.of(2026, 12, 1), "云县办〔2026〕8号", "某某", day);
        assertThat(CountyAmount.unlisted(meeting, List.of(later))).isEmpty();
        var projects = new CountyAmount(DecisionCategory.PROJECT, new BigDecimal("30"), day, "云县办〔2026〕8号", "某某", day);
        assertThat(CountyAmount.unlisted(meeting, List.of(projects))).singleElement().extracting(Reason::nextStep).asString().contains("不是项目的不用改");
        var listed = content("leading-party-group-meeting", new Headcount(9, 9, 9, 9, null, ""), Set.of(), List.of(
                new Decision(1, DecisionCategory.MAJOR, "三年交通规划", new BigDecimal("5000"), new Decision.Votes(9, 0, 0), null, 0, null, "")));
        assertThat(CountyAmount.unlisted(listed, List.of(amount, projects))).as("已经列为重大决策的").isEmpty();
    }

    private static Decision decided(String about, int inFavour, int against, int abstained) {
        return Decision.of(1, DecisionCategory.GENERAL, about, new Decision.Votes(inFavour, against, abstained));
    }

    @Test
    @DisplayName("有人没有表决权时，到会有表决权的人数有上下限")
    void whatIsCertainAndWhatIsPossible() {
        var count = new Headcount(12, 12, 6, 10, null, "");
        assertThat(count.votingPresentAtLeast()).isEqualTo(4);
        assertThat(count.votingPresentAtMost()).isEqualTo(6);
        assertThat(count.attendance().votingPresent()).isEqualTo(4);
    }

    private static List<Reason> warnings(String kind, Headcount count, List<Decision> decisions) {
        return Validity.warnings(content(kind, count, Set.of(), decisions), catalogue);
    }

    static RecordContent content(String kind, @Nullable Headcount count, Set<String> topics, List<Decision> decisions) {
        return new RecordContent(kind, new UnitId(new UUID(0, 1)), null, LocalDate.of(2026, 11, 20), "", null, List.of(), Set.of(),
                null, count, "议题", topics, decisions, Set.of(), null, 0);
    }

    private static SourceFile source(Path folder, Path file) {
        try {
            return new SourceFile(folder.relativize(file).toString(), Files.readAllBytes(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
