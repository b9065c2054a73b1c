package cn.yizhen.app.overview;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.institution.InstitutionPage;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.institution.WhoToday;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.Institution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page of an institution with who is to do each of its duties now, as far as the asker may see them. */
@Controller
class InstitutionToday {

    private static final int SHOWN = 12;

    private final Institutions institutions;
    private final Duties duties;

    InstitutionToday(Institutions institutions, Duties duties) {
        this.institutions = institutions;
        this.duties = duties;
    }

    @GetMapping("/institutions/{id}")
    String page(Scope scope, @PathVariable String id, Model model) {
        var rulebook = institutions.rulebook(scope);
        var institution = rulebook.catalogue().institutions().stream().filter(one -> one.id().value().equals(id)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAllAttributes(InstitutionPage.of(scope, rulebook, institution, who(scope, institution)));
        return InstitutionPage.TEMPLATE;
    }

    private Map<DutyId, WhoToday> who(Scope scope, Institution institution) {
        var today = scope.asOf().on();
        var instances = duties.instances(scope, institution, new Period(today, today.plusDays(1)), unit -> true).stream()
                .collect(Collectors.groupingBy(instance -> instance.key().duty(), LinkedHashMap::new, Collectors.toList()));
        var who = new LinkedHashMap<DutyId, WhoToday>();
        institution.duties().stream().filter(duty -> duty.on(today).isPresent())
                .forEach(duty -> who.put(duty.id(), who(scope, instances.getOrDefault(duty.id(), List.of()))));
        return who;
    }

    private WhoToday who(Scope scope, List<Instance> instances) {
        var expected = instances.stream().filter(Instance.Expected.class::isInstance).toList();
        var period = instances.stream().findFirst().map(instance -> instance.key().period().label()).orElse("眼下");
        return new WhoToday(period, expected.stream().limit(SHOWN).map(instance -> duties.nameOf(scope, instance.key().bearer())).toList(),
                Math.max(0, expected.size() - SHOWN), instances.size() - expected.size());
    }
}
