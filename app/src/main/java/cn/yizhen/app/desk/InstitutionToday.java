package cn.yizhen.app.desk;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.institution.InstitutionPage;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.institution.WhoToday;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.Institution;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page of an institution, with who is to do it today. */
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
        Institution institution = rulebook.catalogue().institutions().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAllAttributes(InstitutionPage.of(scope, rulebook, institution, who(scope, institution)));
        return InstitutionPage.TEMPLATE;
    }

    private Map<DutyId, WhoToday> who(Scope scope, Institution institution) {
        LocalDate today = scope.asOf().on();
        Map<DutyId, List<Instance>> running = duties
                .instances(scope, institution, new Period(today, today.plusDays(1)), _ -> true).stream()
                .collect(Collectors.groupingBy(instance -> instance.key().duty()));
        Map<DutyId, WhoToday> who = new HashMap<>();
        institution.duties().stream().filter(duty -> running.containsKey(duty.id()))
                .forEach(duty -> who.put(duty.id(), who(scope, running.get(duty.id()))));
        return who;
    }

    private WhoToday who(Scope scope, List<Instance> running) {
        List<Instance> expected = running.stream().filter(Instance.Expected.class::isInstance).toList();
        List<String> names = expected.stream().limit(SHOWN)
                .map(instance -> duties.nameOf(scope, instance.key().bearer()))
                .toList();
        return new WhoToday(running.getFirst().key().period().label(), names, expected.size() - names.size(),
                running.size() - expected.size());
    }
}
