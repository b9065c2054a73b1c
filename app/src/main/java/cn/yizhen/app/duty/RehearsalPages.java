package cn.yizhen.app.duty;

import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.institution.Keeping;
import cn.yizhen.app.institution.LocalKeeping;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.InstitutionId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** 出台前测算: what a draft of the county's own, or another value of a rule, would have asked in a year that is known. */
@Controller
class RehearsalPages {

    private final LocalKeeping local;
    private final Keeping keeping;
    private final Institutions institutions;
    private final DutyTotals totals;
    private final Organisations organisations;
    private final RecordEffort effort;

    RehearsalPages(LocalKeeping local, Keeping keeping, Institutions institutions, DutyTotals totals, Organisations organisations, RecordEffort effort) {
        this.local = local;
        this.keeping = keeping;
        this.institutions = institutions;
        this.totals = totals;
        this.organisations = organisations;
        this.effort = effort;
    }

    @GetMapping("/posts/{post}/local-institutions/{institution}/rehearsal")
    String rehearse(Scope scope, @PathVariable String institution, @RequestParam(defaultValue = "0") int year, Model model) {
        keeperOnly(scope);
        Institution draft = (institution.matches("local-[a-z0-9-]{1,50}") ? local.draft(scope, new InstitutionId(institution)) : Optional.<Institution>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var home = "/posts/" + scope.post().post() + "/local-institutions/" + draft.id();
        model.addAllAttributes(Map.of("title", draft.title(), "tried", "照这一稿", "home", home, "back", "回到正文", "again", home + "/rehearsal?"));
        return show(scope, draft, year, model);
    }

    /** The same for one value in place of another. */
    @GetMapping("/posts/{post}/institutions/{institution}/rehearsal")
    String rehearse(Scope scope, @PathVariable String institution, @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "0") int year, Model model) {
        keeperOnly(scope);
        Institution inForce = institutions.rulebook(scope).catalogue().institutions().stream().filter(one -> one.id().value().equals(institution)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!(keeping.tried(scope, inForce, typed.toSingleValueMap()) instanceof Outcome.Done<Institution>(var draft))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var home = UriComponentsBuilder.fromPath("/posts/" + scope.post().post() + "/institutions/" + institution).queryParams(without(typed, "year"));
        var again = home.cloneBuilder().path("/rehearsal").encode().toUriString();
        model.addAllAttributes(Map.of("title", inForce.title(), "tried", "把“" + typed.getFirst("value") + "”放进去", "home", home.encode().toUriString(),
                "back", "回到本县设置", "again", again + "&"));
        return show(scope, draft, year, model);
    }

    private String show(Scope scope, Institution draft, int year, Model model) {
        int tried = year > 2000 && year <= scope.asOf().on().getYear() ? year : usual(scope);
        Period range = new Period(LocalDate.of(tried, 1, 1), LocalDate.of(tried + 1, 1, 1));
        model.addAllAttributes(Map.of("rehearsal", totals.rehearse(scope, draft, range, effort::minutes), "post", scope.post(),
                "year", tried, "thisYear", scope.asOf().on().getYear(), "source", effort.source()));
        return "duty/rehearsal";
    }

    private static MultiValueMap<String, String> without(MultiValueMap<String, String> typed, String field) {
        var others = new LinkedMultiValueMap<>(typed);
        others.remove(field);
        return others;
    }

    private static void keeperOnly(Scope scope) {
        if (!scope.has(Permission.KEEP_INSTITUTIONS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Last year, or this one where the county's organisation begins in it. */
    private int usual(Scope scope) {
        int last = scope.asOf().on().getYear() - 1;
        return organisations.timeline(scope).on(LocalDate.of(last, 7, 1)).units().isEmpty() ? last + 1 : last;
    }
}
