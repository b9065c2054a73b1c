package cn.yizhen.app.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Holdings;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.desk.Desk;
import cn.yizhen.app.desk.DeskRow;
import cn.yizhen.app.desk.Desks;
import cn.yizhen.app.organisation.OrganisationKeeping;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.organisation.roster.Workbooks;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A county that starts on 1 November: three sheets brought in, every institution in use from that day. */
@AppTest
class FirstOfNovemberTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final String COUNTY = "539911";
    private static final UUID KEEPER = new UUID(11, 1);

    @Autowired OrganisationKeeping keeping;
    @Autowired Organisations organisations;
    @Autowired ShippedCatalogue shipped;
    @Autowired Keeping institutions;
    @Autowired Holdings holdings;
    @Autowired Desks desks;
    @Autowired Ids ids;

    @BeforeEach
    void aCountyStarts() {
        var scope = keeper();
        assertThat(keeping.bringIn(scope, ids.next(), null, Workbooks.small("2026-11-01").open(), Set.of())).isInstanceOf(Performed.Done.class);
        shipped.catalogue().institutions().forEach(institution ->
                assertThat(institutions.use(scope, ids.next(), institution, "2026-11-01")).isInstanceOf(Performed.Done.class));
    }

    @Test
    @DisplayName("十一月一日启用的县，当天、月底、年底都没有一行是红的，以前各期也不要人补")
    void nothingIsRed() {
        for (var day : new LocalDate[] {START, LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)}) {
            for (var post : new String[] {"V1Z1-01", "V2-01", "T1-01", "B1-01"}) {
                var scope = holder(post, day);
                assertThat(rows(desks.of(scope))).as(post + " " + day).noneMatch(DeskRow::late);
                assertThat(rows(desks.of(scope))).allSatisfy(row -> assertThat(row.due()).satisfiesAnyOf(
                        due -> assertThat(due).isNull(), due -> assertThat(due).isAfterOrEqualTo(START)));
            }
        }
        assertThat(rows(desks.of(holder("V1Z1-01", LocalDate.of(2026, 11, 2))))).isNotEmpty();
    }

    private Scope keeper() {
        var held = new HeldPost(new PostId(new UUID(11, 2)), new UnitId(new UUID(11, 3)), "组织股股长", "组织部",
                EnumSet.of(Permission.KEEP_ORGANISATION, Permission.KEEP_INSTITUTIONS), Set.of(), Set.of());
        return Scope.of(COUNTY, KEEPER, null, "某人", Set.of(), List.of(held), AsOf.on(START));
    }

    private Scope holder(String code, LocalDate day) {
        var organisation = organisations.asOf(keeper());
        var person = organisation.holders(organisation.post(code).orElseThrow().id()).getFirst().person();
        return Scope.of(COUNTY, new UUID(11, 4), person, "某人", Set.of(), holdings.heldBy(COUNTY, person, AsOf.on(day)), AsOf.on(day));
    }

    private static List<DeskRow> rows(Desk desk) {
        return desk.groups().stream().flatMap(group -> Stream.concat(group.open().stream(), group.folded().stream())).toList();
    }
}
