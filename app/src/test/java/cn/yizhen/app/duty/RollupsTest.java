package cn.yizhen.app.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.Noting;
import cn.yizhen.app.record.Records;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept and brought up to date, against what the plain enumeration says each time. */
@AppTest
class RollupsTest {

    private static final String BRANCH = "539900100201Z1";

    @Autowired Rollups rollups;
    @Autowired DutyTotals totals;
    @Autowired Institutions institutions;
    @Autowired Organisations organisations;
    @Autowired Records records;
    @Autowired Noting noting;
    @Autowired DemoPeople people;
    @Autowired Ids ids;

    @Test
    @DisplayName("登记、更正、更正的更正、撤回，汇总每一次都与逐件算的一样")
    void whatIsNotedMeanwhileIsCounted() {
        var secretary = people.scopeOf("cunzhishu");
        var scope = secretary.under(secretary.posts().stream().filter(post -> post.title().contains("支部书记")).findFirst().orElseThrow().post());
        assertSame(scope);
        var first = noted(noting.note(scope, ids.next(), content(scope, LocalDate.of(2026, 11, 20))), scope, null);
        assertSame(scope);
        var second = noted(correct(scope, first, LocalDate.of(2026, 10, 20), false), scope, first.subject());
        assertSame(scope);
        var third = noted(correct(scope, second, LocalDate.of(2026, 11, 21), false), scope, first.subject());
        assertSame(scope);
        correct(scope, third, LocalDate.of(2026, 11, 21), true);
        assertSame(scope);
    }

    @Test
    @DisplayName("截至过去的任何一天，也与逐件算的一样")
    void asOfAnyDay() {
        for (var day : List.of(LocalDate.of(2026, 2, 9), LocalDate.of(2026, 2, 10), LocalDate.of(2026, 5, 1), LocalDate.of(2025, 12, 31))) {
            assertSame(people.scopeOf("duchashi").at(AsOf.on(day)));
        }
    }

    private void assertSame(Scope scope) {
        var rollup = rollups.of(scope, scope.asOf().on());
        UnitId county = organisations.asOf(scope).units().getFirst().id();
        var catalogue = institutions.rulebook(scope).catalogue();
        catalogue.institutions().forEach(institution -> institution.duties().stream()
                .filter(duty -> duty.bearer() != BearerKind.PERSON)
                .forEach(duty -> rollup.periods(duty.id()).forEach(period -> assertThat(rollup.tally(county, duty.id(), period))
                        .as("%s %s", duty.id(), period.label())
                        .isEqualTo(totals.total(scope, institution, duty, new Period(period.lastDay(), period.until()))))));
        assertThat(rollup.periods(catalogue.duties().findFirst().orElseThrow().id())).isNotEmpty();
    }

    private Performed correct(Scope scope, NotedRecord before, LocalDate day, boolean withdrawn) {
        return noting.correct(scope, ids.next(), before, before.act(), content(scope, day), "日期记错了", withdrawn);
    }

    private NotedRecord noted(Performed performed, Scope scope, @Nullable UUID subject) {
        assertThat(performed).isInstanceOf(Performed.Done.class);
        String result = ((Performed.Done) performed).result();
        UUID id = subject != null ? subject : UUID.fromString(result.replaceAll(".*records/([0-9a-f-]{36}).*", "$1"));
        return records.find(scope, id).orElseThrow();
    }

    private RecordContent content(Scope scope, LocalDate day) {
        UnitId branch = organisations.asOf(scope).unit(BRANCH).orElseThrow().id();
        return new RecordContent("theme-day", branch, null, day, "村部", null, List.of(), Set.of(), null, null, "清理沟渠", Set.of(),
                List.of(), Set.of(), null);
    }
}
