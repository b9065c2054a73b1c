package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Browsing the organisation as of any day, from the county down, and finding a unit, a post or a holder. */
@Controller
class OrganisationPage {

    private final Organisations organisations;
    private final UnitViews views;

    OrganisationPage(Organisations organisations, UnitViews views) {
        this.organisations = organisations;
        this.views = views;
    }

    @Bean
    static NavEntry organisationEntry() {
        return NavEntry.forEveryone("机构", "/organisation", 50);
    }

    @GetMapping("/organisation")
    String county(
            Scope scope, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long known, @RequestParam(defaultValue = "") String q, Model model) {
        var organisation = organisations.asOf(scope, point(scope, on, known));
        common(scope, organisation, known, q.strip(), model);
        if (q.isBlank() && !organisation.units().isEmpty()) {
            return unit(scope, organisation.units().getFirst().id().value().toString(), on, known, model);
        }
        model.addAttribute("found", q.isBlank() ? List.of() : views.search(organisation, q.strip()));
        return "organisation/search";
    }

    @GetMapping("/organisation/units/{unit}")
    String unit(
            Scope scope, @PathVariable String unit, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long known, Model model) {
        var point = point(scope, on, known);
        common(scope, organisations.asOf(scope, point), known, "", model);
        model.addAttribute("view", views.of(scope, UnitId.of(unit), point)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "organisation/unit";
    }

    private void common(Scope scope, Organisation organisation, @Nullable Long known, String words, Model model) {
        model.addAttribute("on", organisation.asOf().on());
        model.addAttribute("known", known == null ? AsOf.LATEST : known);
        model.addAttribute("today", scope.asOf().on());
        model.addAttribute("words", words);
        model.addAttribute("changes", organisations.changes(scope));
        model.addAttribute("keeps", scope.has(Permission.KEEP_ORGANISATION));
    }

    /** Both points as they stand in an address; an unreadable one is as good as none. */
    static AsOf point(Scope scope, String on, String known) {
        return point(scope, on.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(on) : null, known.matches("\\d{1,18}") ? Long.valueOf(known) : null);
    }

    private static AsOf point(Scope scope, @Nullable LocalDate on, @Nullable Long known) {
        return new AsOf(on == null ? scope.asOf().on() : on, known == null || known < 1 ? AsOf.LATEST : known);
    }
}
