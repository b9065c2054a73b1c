package cn.yizhen.app.duty;

import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.institution.LocalKeeping;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.InstitutionId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 出台前测算: what a draft of the county's own would have asked in a year that is known. */
@Controller
class RehearsalPages {

    private final LocalKeeping keeping;
    private final DutyTotals totals;
    private final Organisations organisations;
    private final RecordEffort effort;

    RehearsalPages(LocalKeeping keeping, DutyTotals totals, Organisations organisations, RecordEffort effort) {
        this.keeping = keeping;
        this.totals = totals;
        this.organisations = organisations;
        this.effort = effort;
    }

    @GetMapping("/posts/{post}/local-institutions/{institution}/rehearsal")
    String rehearse(Scope scope, @PathVariable String institution, @RequestParam(defaultValue = "0") int year, Model model) {
        if (!scope.has(Permission.KEEP_INSTITUTIONS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Institution draft = (institution.matches("local-[a-z0-9-]{1,50}") ? keeping.draft(scope, new InstitutionId(institution)) : Optional.<Institution>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int tried = year > 2000 && year <= scope.asOf().on().getYear() ? year : usual(scope);
        Period range = new Period(LocalDate.of(tried, 1, 1), LocalDate.of(tried + 1, 1, 1));
        model.addAllAttributes(Map.of("draft", draft, "rehearsal", totals.rehearse(scope, draft, range, effort::minutes), "post", scope.post(),
                "year", tried, "thisYear", scope.asOf().on().getYear(), "source", effort.source()));
        return "duty/rehearsal";
    }

    /** Last year, or this one where the county's organisation begins in it. */
    private int usual(Scope scope) {
        int last = scope.asOf().on().getYear() - 1;
        return organisations.timeline(scope).on(LocalDate.of(last, 7, 1)).units().isEmpty() ? last + 1 : last;
    }
}
