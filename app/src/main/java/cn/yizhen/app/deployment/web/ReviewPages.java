package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.model.Dating;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.app.deployment.storage.Stored;
import cn.yizhen.rules.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one document: first its date to confirm, then the two panes. */
@Controller
class ReviewPages {

    private final Office office;
    private final Sheets sheets;

    ReviewPages(Office office, Sheets sheets) {
        this.office = office;
        this.sheets = sheets;
    }

    @GetMapping("/deployments/{id}")
    ModelAndView page(
            Scope scope, @PathVariable UUID id, @RequestParam(defaultValue = "all") String filter,
            @RequestParam(defaultValue = "") String row, @RequestParam(defaultValue = "-1") int line) {
        var found = office.find(scope, id);
        if (found.isEmpty()) {
            return new ModelAndView("redirect:/deployments/" + id + "/table");
        }
        var stored = found.get();
        return stored.deployment().stage() == Stage.RECEIVED
                ? dating(scope, stored, List.of(), "")
                : panes(scope, stored, new Sheets.Asked(filter, row.isEmpty() ? null : RowId.of(row), line), List.of(), Map.of());
    }

    /** The same page after a refusal: the reasons on top, what was typed kept. */
    ModelAndView again(Scope scope, Stored stored, EditForms.Form form, List<Reason> reasons) {
        var rows = form.rows();
        var typed = new HashMap<String, String>();
        List.of("lead", "supporting", "day", "reason", "title", "wording", "seen").stream()
                .filter(name -> !form.text(name).isEmpty()).forEach(name -> typed.put(name, form.text(name)));
        if (!form.says().isEmpty()) {
            typed.put("says", form.says());
        }
        var asked = new Sheets.Asked(form.text("filter"), rows.size() == 1 ? rows.getFirst() : null, form.number("line"));
        var page = panes(scope, stored, asked, reasons, typed);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    ModelAndView dating(Scope scope, Stored stored, List<Reason> reasons, String typed) {
        var deployment = stored.deployment();
        var guess = Dating.of(deployment.source().text()).map(Object::toString).orElse("");
        var page = new DatePage(deployment.source(), Sheets.post(scope).orElse(""), guess, typed.isEmpty() ? guess : typed, sheets.key(), reasons);
        var view = new ModelAndView("deployment/date", Map.of("frame", Frame.of(deployment, "review"), "page", page));
        view.setStatus(reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView panes(Scope scope, Stored stored, Sheets.Asked asked, List<Reason> reasons, Map<String, String> typed) {
        return new ModelAndView("deployment/review", Map.of(
                "frame", Frame.of(stored.deployment(), "review"),
                "page", sheets.review(scope, stored, asked, reasons, typed)));
    }
}
