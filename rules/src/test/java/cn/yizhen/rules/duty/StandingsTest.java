package cn.yizhen.rules.duty;

import static cn.yizhen.rules.duty.SmallCounty.FOUNDED;
import static cn.yizhen.rules.duty.SmallCounty.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Period Q3 = Cadence.QUARTER.containing(LocalDate.of(2026, 8, 1));
    private static final Period Q4 = Cadence.QUARTER.containing(TODAY);
    private static final DutyId ASSEMBLY = new DutyId("branch-assembly");

    @Test
    @DisplayName("“一般”的事过了期是未见记录，从不逾期；法律定了的才是已逾期")
    void onlyWhatTheLawSetsIsOverdue() {
        var county = branch().unit("村", UnitKind.VILLAGE, "镇", Valid.from(FOUNDED));
        var standings = county.standings(Q3, TODAY);
        assertThat(word(standings, "branch-assembly", Q3)).isEqualTo("未见记录");
        assertThat(word(standings, "village-disclosure", Q3)).isEqualTo("已逾期");
    }

    @Test
    @DisplayName("补办的记录写明补哪一期，只计入那一期，算期后补办")
    void aMakeUpRecordCountsOnlyWhereItSays() {
        var county = branch().record("branch-assembly", "支部", LocalDate.of(2026, 10, 9), Q3);
        var range = new Period(Q3.from(), Q4.until());
        var standings = county.standings(range, TODAY);
        assertThat(state(standings, Q3)).isEqualTo(State.MET_LATE);
        assertThat(state(standings, Q4)).isEqualTo(State.OPEN);
    }

    @Test
    @DisplayName("截至某日，以后的日子还没有到：当天才知道后来开了会，也不算开过")
    void whatHappenedLaterHadNotHappened() {
        var county = branch().record("branch-assembly", "支部", LocalDate.of(2026, 8, 20));
        assertThat(state(county.standings(Q3, LocalDate.of(2026, 8, 19)), Q3)).isEqualTo(State.OPEN);
        assertThat(state(county.standings(Q3, LocalDate.of(2026, 8, 20)), Q3)).isEqualTo(State.MET);
    }

    @Test
    @DisplayName("一条记录可以计入几件事，但同一件事只计入一个")
    void oneRecordCountsForOneInstanceOfADuty() {
        var county = branch().branch("邻支部", "镇", Valid.from(FOUNDED), 9)
                .record("branch-assembly", List.of("支部", "邻支部"), LocalDate.of(2026, 10, 9), null, Optional.empty());
        assertThat(county.standings(Q4, TODAY)).filteredOn(standing -> standing.duty().id().equals(ASSEMBLY))
                .filteredOn(standing -> standing.state() == State.MET).singleElement()
                .satisfies(standing -> assertThat(standing.instance().key().bearer()).isEqualTo(new Bearer.OfUnit(id("支部"))));
    }

    @Test
    @DisplayName("村拆成两个：拆以前公开过一次，只算给排在前面的；单独问后面的一个，也不算给它")
    void aRecordBeforeASplitCountsForOne() {
        var split = LocalDate.of(2026, 11, 2);
        var county = new SmallCounty().unit("村", UnitKind.VILLAGE, "镇", Valid.between(FOUNDED, split))
                .unit("东村", UnitKind.VILLAGE, "镇", Valid.from(split)).unit("西村", UnitKind.VILLAGE, "镇", Valid.from(split))
                .succession(split, SuccessionKind.SPLIT, Set.of("村"), Set.of("东村", "西村"))
                .record("village-disclosure", "村", LocalDate.of(2026, 10, 9));
        var among = county.standings(Q4, TODAY).stream().filter(standing -> standing.duty().id().value().equals("village-disclosure")).toList();
        assertThat(among).extracting(Standing::state).containsExactly(State.MET, State.OPEN);
        for (var one : among) {
            var alone = Standings.of(county.catalogue(), county.on(TODAY).withTheirKin(List.of(one.instance())), county.records(), county.said(), TODAY);
            assertThat(alone).contains(one);
        }
    }

    @Test
    @DisplayName("合并的批复几个月以后才登记：合并日以后还记在老村名下的，算给新村；别的时候老村的记录不算")
    void whatWasNotedUnderTheOldNameCountsForTheNew() {
        var merged = LocalDate.of(2026, 5, 20);
        var county = new SmallCounty().unit("甲村", UnitKind.VILLAGE, "镇", Valid.between(FOUNDED, merged)).unit("乙村", UnitKind.VILLAGE, "镇", Valid.between(FOUNDED, merged))
                .unit("新村", UnitKind.VILLAGE, "镇", Valid.from(merged)).succession(merged, SuccessionKind.MERGER, Set.of("甲村", "乙村"), Set.of("新村"))
                .record("village-disclosure", "甲村", LocalDate.of(2026, 2, 9)).record("village-disclosure", "乙村", LocalDate.of(2026, 8, 9));
        var standings = county.standings(new Period(Cadence.QUARTER.containing(LocalDate.of(2026, 1, 1)).from(), Q4.until()), TODAY).stream()
                .filter(standing -> standing.duty().id().value().equals("village-disclosure")).toList();
        assertThat(standings).extracting(standing -> standing.instance().key().bearer(), Standing::state).containsExactlyInAnyOrder(
                tuple(new Bearer.OfUnit(id("甲村")), State.MET), tuple(new Bearer.OfUnit(id("乙村")), State.NOT_SEEN),
                tuple(new Bearer.OfUnit(id("新村")), State.NOT_SEEN), tuple(new Bearer.OfUnit(id("新村")), State.MET), tuple(new Bearer.OfUnit(id("新村")), State.OPEN));
    }

    @Test
    @DisplayName("到会不足法定人数的会不计入，写明差在哪里")
    void aMeetingWithoutQuorumDoesNotCount() {
        var county = branch().record("branch-assembly", List.of("支部"), LocalDate.of(2026, 10, 9), null,
                Optional.of(new Attendance(9, 9, 4, 9, 4)));
        var standing = assembly(county.standings(Q4, TODAY), Q4);
        assertThat(standing.state()).isEqualTo(State.OPEN);
        assertThat(standing.notCounting()).singleElement()
                .satisfies(record -> assertThat(record.because()).contains("到会4人", "5人"));
    }

    @Test
    @DisplayName("刚好半数就是半数以上")
    void exactlyHalfIsEnoughForAQuorum() {
        var county = branch().record("branch-assembly", List.of("支部"), LocalDate.of(2026, 10, 9), null,
                Optional.of(new Attendance(8, 8, 4, 8, 4)));
        assertThat(state(county.standings(Q4, TODAY), Q4)).isEqualTo(State.MET);
    }

    @Test
    @DisplayName("免办算免办，开过了还是算开过")
    void anExemptionDoesNotHideARecord() {
        var key = new InstanceKey(ASSEMBLY, new Bearer.OfUnit(id("支部")), Q3);
        var exempted = new Said.Exempted(TODAY, "县委组织部王某", "支部换届");
        assertThat(state(branch().say(key, exempted).standings(Q3, TODAY), Q3)).isEqualTo(State.EXEMPT);
        assertThat(state(branch().say(key, exempted).record("branch-assembly", "支部", LocalDate.of(2026, 8, 1))
                .standings(Q3, TODAY), Q3)).isEqualTo(State.MET);
    }

    @Test
    @DisplayName("点过“已在××登记”的也算进已有几次；同一天点两下算一次")
    void whatIsNotedElsewhereIsReckonedWith() {
        var november = Cadence.MONTH.containing(TODAY);
        var key = new InstanceKey(new DutyId("township-reception"), new Bearer.OfUnit(id("镇")), november);
        var county = branch().say(key, new Said.KeptElsewhere(TODAY, "镇党政办", TODAY, "信访系统"))
                .say(key, new Said.KeptElsewhere(TODAY, "镇党政办", TODAY, "信访系统")).record("reception-day", "镇", LocalDate.of(2026, 11, 4));
        assertThat(find(county.standings(november, TODAY), "township-reception", november).progress()).isEqualTo("已有2次，要4次");
    }

    @Test
    @DisplayName("最后一天还在期内，第二天才是未见记录")
    void openToTheLastDay() {
        assertThat(state(branch().standings(Q3, Q3.lastDay()), Q3)).isEqualTo(State.OPEN);
        assertThat(state(branch().standings(Q3, Q3.until()), Q3)).isEqualTo(State.NOT_SEEN);
    }

    private static SmallCounty branch() {
        return new SmallCounty().branch("支部", "镇", Valid.from(FOUNDED), 9);
    }

    private static State state(List<Standing> standings, Period period) {
        return assembly(standings, period).state();
    }

    private static Standing assembly(List<Standing> standings, Period period) {
        return find(standings, "branch-assembly", period);
    }

    private static String word(List<Standing> standings, String duty, Period period) {
        return find(standings, duty, period).word();
    }

    private static Standing find(List<Standing> standings, String duty, Period period) {
        return standings.stream()
                .filter(standing -> standing.duty().id().value().equals(duty) && standing.instance().key().period().equals(period))
                .findFirst().orElseThrow();
    }
}
