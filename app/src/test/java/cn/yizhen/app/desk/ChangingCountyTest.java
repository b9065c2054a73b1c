package cn.yizhen.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Holdings;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.State;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a county goes through: villages merge, a leader goes in the middle of a quarter. */
@AppTest
class ChangingCountyTest {

    private static final Period FIRST_QUARTER = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
    private static final LocalDate CHANGED = LocalDate.of(2026, 11, 15);

    @Autowired Duties duties;
    @Autowired Desks desks;
    @Autowired Organisations organisations;
    @Autowired Holdings holdings;
    @Autowired DemoPeople people;

    @Test
    @DisplayName("两村二月合并，一季度只算合并后的一个支部，合并前两个支部开过的会都算数")
    void theFirstQuarterOfTheMergerIsRight() {
        var scope = people.scopeOf("hecun");
        var merged = organisations.asOf(scope).unit(DemoCounty.MERGER + "Z1").orElseThrow().id();
        var before = organisations.asOf(scope, AsOf.on(LocalDate.of(2026, 2, 9)));
        var old = DemoCounty.MERGED.stream().map(code -> before.unit(code + "Z1").orElseThrow().id()).collect(Collectors.toSet());

        var quarterly = standings(scope, "branch-assembly", merged);
        assertThat(quarterly).hasSize(1);
        assertThat(quarterly.getFirst().state()).isEqualTo(State.MET);
        assertThat(old).allSatisfy(unit -> assertThat(standings(scope, "branch-assembly", unit)).isEmpty());

        var days = standings(scope, "theme-day", merged);
        assertThat(days).extracting(standing -> standing.instance().key().period().from())
                .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));
        var january = old.stream().flatMap(unit -> standings(scope, "theme-day", unit).stream()).toList();
        assertThat(january).extracting(standing -> standing.instance().key().period().from()).containsOnly(LocalDate.of(2026, 1, 1)).hasSize(2);
    }

    @Test
    @DisplayName("镇党委书记季度中间换人：前一天桌上有的，接任的人当天桌上全有，一件不少")
    void nothingIsLostWhenALeaderChanges() {
        var here = people.scopeOf("zhenshuji");
        var leaving = desk(holder(here, CHANGED.minusDays(1)), CHANGED.minusDays(1));
        var arriving = desk(holder(here, CHANGED), CHANGED);
        assertThat(leaving).isNotEmpty();
        assertThat(arriving).containsAll(leaving);
        var gone = desks.of(scope(holder(here, CHANGED.minusDays(1)), CHANGED));
        assertThat(gone.isEmpty()).isTrue();
    }

    private List<Standing> standings(Scope scope, String duty, UnitId unit) {
        return duties.standings(scope, FIRST_QUARTER, unit::equals).stream()
                .filter(standing -> standing.instance().key().duty().value().equals(duty)).toList();
    }

    private PersonId holder(Scope scope, LocalDate day) {
        var then = organisations.asOf(scope, AsOf.on(day));
        return then.holders(then.post(DemoCounty.CODE + "100-01").orElseThrow().id()).getFirst().person();
    }

    private Scope scope(PersonId person, LocalDate day) {
        List<HeldPost> posts = holdings.heldBy(DemoCounty.CODE, person, AsOf.on(day));
        return Scope.of(DemoCounty.CODE, new UUID(7, 7), person, "某人", Set.of(), posts, AsOf.on(day));
    }

    /** What is on the desk for the post; a person's own hours of learning stay with the person. */
    private Set<String> desk(PersonId person, LocalDate day) {
        var desk = desks.of(scope(person, day));
        return Stream.of(desk.groups().stream().flatMap(group -> Stream.concat(group.open().stream(), group.folded().stream())),
                        desk.waiting().stream(), desk.information().stream())
                .flatMap(rows -> rows).filter(row -> !row.what().equals("干部年度学时")).map(row -> row.what() + "·" + row.post() + "·" + row.due()).collect(Collectors.toSet());
    }
}
