package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.storage.Stored;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Organisation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of the steps, and the page of opinions, with what a refused form held. */
@Component
class WayPages {

    private final Sheets sheets;
    private final Counties counties;

    WayPages(Sheets sheets, Counties counties) {
        this.sheets = sheets;
        this.counties = counties;
    }

    ModelAndView way(Scope scope, Stored stored, List<Reason> reasons, EditForms.@Nullable Form form) {
        return page("deployment/way", "way", scope, stored, reasons, form);
    }

    ModelAndView opinions(Scope scope, Stored stored, List<Reason> reasons, EditForms.@Nullable Form form) {
        return page("deployment/opinions", "opinions", scope, stored, reasons, form);
    }

    private ModelAndView page(
            String template, String tab, Scope scope, Stored stored, List<Reason> reasons, EditForms.@Nullable Form form) {
        var county = counties.today(scope);
        var names = ChargeTables.leadable(county).stream().map(unit -> unit.shortName()).distinct().toList();
        var page = new Way(stored.deployment(), Sheets.post(scope).orElse(""), sheets.today(), sheets.key(), leaders(county), names, reasons,
                form == null ? Map.of() : Way.typed(form));
        var view = new ModelAndView(template, Map.of("frame", Frame.of(stored.deployment(), tab), "page", page));
        view.setStatus(reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** County leaders by name and title, for typing a 签批. */
    private static List<String> leaders(Organisation county) {
        return county.units().stream()
                .filter(unit -> unit.parent() == null || unit.parent().equals(county.units().getFirst().id()))
                .flatMap(unit -> county.posts(unit.id(), "leader").stream())
                .map(post -> ChargeTables.leader(county, post).name())
                .distinct().toList();
    }
}
