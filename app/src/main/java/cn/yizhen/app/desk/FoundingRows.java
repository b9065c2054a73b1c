package cn.yizhen.app.desk;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.State;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 应建未建党组织, for information to whoever founds branches: the township's organisation member, and the county's
 * organisation department. The unit itself has the row on its own desk; nobody is asked for a list.
 */
@Component
class FoundingRows {

    private static final InstitutionId COVERAGE = new InstitutionId("branch-coverage");

    private final Duties duties;
    private final Institutions institutions;

    FoundingRows(Duties duties, Institutions institutions) {
        this.duties = duties;
        this.institutions = institutions;
    }

    List<DeskRow> of(Scope scope, Organisation organisation) {
        var coverage = institutions.rulebook(scope).catalogue().institution(COVERAGE);
        if (coverage.isEmpty()) {
            return List.of();
        }
        return scope.posts().stream().filter(post -> founds(organisation, post)).findFirst()
                .map(post -> rows(scope, organisation, coverage.get(), post)).orElse(List.of());
    }

    private static boolean founds(Organisation organisation, HeldPost post) {
        return post.permissions().contains(Permission.KEEP_ORGANISATION)
                || organisation.post(post.post()).filter(held -> held.serves("organisation-member")).isPresent()
                        && organisation.unit(post.unit()).filter(unit -> unit.kind() == UnitKind.TOWNSHIP).isPresent();
    }

    private List<DeskRow> rows(Scope scope, Organisation organisation, Institution coverage, HeldPost post) {
        Unit within = post.permissions().contains(Permission.KEEP_ORGANISATION) ? organisation.units().getFirst() : organisation.unit(post.unit()).orElseThrow();
        List<DeskRow> rows = new ArrayList<>();
        unsettled(scope, organisation, coverage, within.id()).forEach((duty, units) -> rows.add(new DeskRow(duty.title(), null, units + "个单位", false,
                post.label(), coverage.title(), duty.binding().chinese(), within.shortName() + "范围", "", "单位自己的应办里也有，不用再报", null,
                "/standing/duties/" + duty.id().value() + "?unit=" + within.id(), null, null)));
        return rows;
    }

    /** How many units each duty still asks in the running period, those of the asker's own unit too. */
    private Map<Duty, Integer> unsettled(Scope scope, Organisation organisation, Institution coverage, UnitId within) {
        LocalDate today = scope.asOf().on();
        var instances = duties.instances(scope, coverage, new Period(today, today.plusDays(1)), unit -> organisation.reaches(within, unit));
        Map<Duty, Integer> units = new LinkedHashMap<>();
        duties.standings(scope, instances, List.of()).stream()
                .filter(standing -> standing.state() == State.OPEN || standing.state() == State.NOT_SEEN)
                .forEach(standing -> units.merge(standing.duty(), 1, Integer::sum));
        return units;
    }
}
