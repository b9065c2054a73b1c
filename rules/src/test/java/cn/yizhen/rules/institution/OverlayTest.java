package cn.yizhen.rules.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Cadence;

@DisplayName("本县的数值")
class OverlayTest {

    private static final DutyId VISIT = new DutyId("contact-visit");
    private static final LocalDate ADOPTED = LocalDate.parse("2026-06-10");
    private final Catalogue shipped = ShippedCatalogue.catalogue();

    @Test
    @DisplayName("县里定了新数，从那天起按新数，之前不变，来源写明")
    void holdsFromItsDay() {
        var catalogue = Overlay.over(shipped, List.of(value(Parameter.AT_LEAST, "2", "2026-07-01"))).catalogue();
        var duty = catalogue.duty(VISIT).orElseThrow();

        assertThat(duty.atLeast().on(LocalDate.parse("2026-06-30"))).contains(1);
        var entry = duty.atLeast().entryOn(LocalDate.parse("2026-07-01")).orElseThrow();
        assertThat(entry.value()).isEqualTo(2);
        assertThat(entry.source().cited()).contains("云岭办发〔2026〕9号");
        assertThat(entry.source().status().toBeConfirmed()).isFalse();
        assertThat(entry.source().note()).isEqualTo("由县委办主任段成林采用");
    }

    @Test
    @DisplayName("多久一次也可以由县里定，定了还可以再定")
    void setsTheCadenceAgain() {
        var catalogue = Overlay.over(shipped, List.of(value(Parameter.EVERY, "half-year", "2026-07-01"),
                value(Parameter.EVERY, "month", "2027-01-01"))).catalogue();
        assertThat(catalogue.duty(VISIT).orElseThrow().every().on(LocalDate.parse("2027-01-01"))).contains(Cadence.MONTH);
        assertThat(catalogue.duty(VISIT).orElseThrow().on(LocalDate.parse("2027-01-01")).orElseThrow().source().cited()).isEqualTo("云岭办发〔2026〕9号");
    }

    @Test
    @DisplayName("上级规定的数县里不能改；所有不行的原因一次说出")
    void tellsAllReasons() {
        var refused = Overlay.adopt(shipped, new LocalValue("village-disclosure", Parameter.AT_LEAST,
                LocalDate.parse("2026-01-01"), "三", " ", "县委办主任段成林", ADOPTED));
        assertThat(reasons(refused)).extracting(Reason::code).containsExactly("value-set-by-clause", "value-in-the-past",
                "value-without-paper", "value-unreadable");
        assertThat(reasons(refused).getFirst().clause()).isEqualTo("《中华人民共和国村民委员会组织法》（2018年）第三十条");
    }

    @Test
    @DisplayName("新版文件已有规定的，县里原来的数放在一边，说明原因，其余照旧")
    void setsAsideWhatAClauseHasSettled() {
        var settled = new LocalValue("village-disclosure", Parameter.AT_LEAST, LocalDate.parse("2026-07-01"),
                "2", "云岭办发〔2025〕3号", "县委办主任段成林", ADOPTED);
        var overlaid = Overlay.over(shipped, List.of(settled, value(Parameter.AT_LEAST, "2", "2026-07-01")));
        assertThat(overlaid.setAside()).extracting(Reason::code).containsExactly("value-set-by-clause");
        assertThat(overlaid.catalogue().duty(VISIT).orElseThrow().atLeast().on(LocalDate.parse("2026-07-01"))).contains(2);
    }

    @Test
    @DisplayName("还没有开始执行的规定，不能从它以前的一天起定数，否则等于把它提前")
    void noValueBeforeTheRule() {
        var coming = shipped.map(institution -> institution.withDuties(
                duty -> duty.id().equals(VISIT) ? duty.asIfSince(LocalDate.parse("2027-01-01")) : duty));
        assertThat(reasons(Overlay.adopt(coming, value(Parameter.AT_LEAST, "2", "2026-12-01")))).extracting(Reason::code)
                .containsExactly("value-before-the-rule");
        assertThat(Overlay.adopt(coming, value(Parameter.AT_LEAST, "2", "2027-01-01"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @DisplayName("没有这项职责")
    void needsADuty() {
        var refused = Overlay.adopt(shipped, new LocalValue("nothing", Parameter.AT_LEAST, ADOPTED, "1",
                "云岭办发〔2026〕9号", "县委办主任段成林", ADOPTED));
        assertThat(reasons(refused)).extracting(Reason::code).containsExactly("no-such-value");
    }

    @Test
    @DisplayName("办理时限、总量控制、报表也可以由县里定，写法不对的说出怎样写")
    void setsEveryDatedValue() {
        var values = List.of(local("answer", Parameter.BUDGET, "3 working-days"), local("visits-a-week", Parameter.AT_MOST, "1"),
                local("village-basics", Parameter.ASKED_EVERY, "half-year"));
        var overlaid = Overlay.over(shipped, values);
        assertThat(overlaid.setAside()).isEmpty();
        var day = LocalDate.parse("2026-07-01");
        assertThat(spelt(overlaid.catalogue(), "answer", Parameter.BUDGET, day)).contains("3 working-days");
        assertThat(spelt(overlaid.catalogue(), "visits-a-week", Parameter.AT_MOST, day)).contains("1");
        assertThat(spelt(overlaid.catalogue(), "village-basics", Parameter.ASKED_EVERY, day)).contains("half-year");
        assertThat(spelt(overlaid.catalogue(), "answer", Parameter.BUDGET, day.minusDays(1))).contains("5 working-days");
        assertThat(reasons(Overlay.adopt(shipped, local("answer", Parameter.BUDGET, "三天"))).getFirst().nextStep()).contains("5个工作日");
    }

    @Test
    @DisplayName("县里照公文的说法写就行：每季度、5个工作日、应到会人员的三分之二以上；制度页上显示的原话也认得")
    void readsWhatAnOfficeWrites() {
        assertThat(Parameter.EVERY.plain("每季度")).isEqualTo("quarter");
        assertThat(Parameter.ASKED_EVERY.plain("两个月")).isEqualTo("two-months");
        assertThat(Parameter.AT_LEAST.plain("至少２次")).isEqualTo("2");
        assertThat(Parameter.BUDGET.plain("5 个工作日")).isEqualTo("5 working-days");
        assertThat(Parameter.BUDGET.plain("30日")).isEqualTo("30 calendar-days");
        assertThat(Parameter.AT_MOST.plain("不超过上年")).isEqualTo("last-year");
        assertThat(Parameter.AT_MOST.plain("最多 5000 字")).isEqualTo("5000");
        assertThat(Parameter.QUORUM.plain("全体组成人员的三分之二以上")).isEqualTo("members at-least 2/3");
        assertThat(Parameter.PASSES.plain("超过应到会有表决权的人员的半数")).isEqualTo("voting_members_due more-than 1/2");
        assertThat(Parameter.EVERY.plain("quarter")).isEqualTo("quarter");
        assertThat(Parameter.EVERY.plain("经常")).isEqualTo("经常");
    }

    @Test
    @DisplayName("日期逐件定的时限没有数可改")
    void leavesDaysSetCaseByCase() {
        assertThat(reasons(Overlay.adopt(shipped, local("handle", Parameter.BUDGET, "5 working-days")))).extracting(Reason::code)
                .containsExactly("value-set-by-clause");
    }

    @Test
    @DisplayName("有人核过原文，同一条款上的数都成本县已核，数不变；另一条款的不动")
    void followsAChecker() {
        var before = DatedValue.find(shipped, "party-lesson", Parameter.AT_LEAST).orElseThrow().newest();
        var check = new SourceCheck("party-lesson", before.source().cited(), Optional.of("第十六条"), "法规股长贺彩桥", ADOPTED.plusYears(1));
        var after = Overlay.checked(shipped, List.of(check));
        for (var parameter : List.of(Parameter.AT_LEAST, Parameter.EVERY)) {
            var entry = DatedValue.find(after, "party-lesson", parameter).orElseThrow().newest();
            assertThat(entry.source().status()).isEqualTo(SourceStatus.CONFIRMED);
            assertThat(entry.source().checkedOn()).isEqualTo(ADOPTED.plusYears(1));
        }
        assertThat(DatedValue.find(after, "party-lesson", Parameter.AT_LEAST).orElseThrow().newest().value()).isEqualTo(before.value());
        assertThat(DatedValue.find(after, "branch-assembly", Parameter.AT_LEAST).orElseThrow().newest().source().status())
                .isEqualTo(SourceStatus.SECOND_HAND);
    }

    private static LocalValue local(String rule, Parameter parameter, String value) {
        return new LocalValue(rule, parameter, LocalDate.parse("2026-07-01"), value, "云岭办发〔2026〕9号", "县委办主任段成林", ADOPTED);
    }

    private static Optional<String> spelt(Catalogue catalogue, String rule, Parameter parameter, LocalDate day) {
        return DatedValue.find(catalogue, rule, parameter).orElseThrow().spelt(day);
    }

    private static LocalValue value(Parameter parameter, String value, String from) {
        return new LocalValue(VISIT.value(), parameter, LocalDate.parse(from), value, "云岭办发〔2026〕9号", "县委办主任段成林", ADOPTED);
    }

    private static List<Reason> reasons(Outcome<Catalogue> outcome) {
        return outcome instanceof Outcome.Refused<Catalogue>(var reasons) ? reasons : List.of();
    }
}
