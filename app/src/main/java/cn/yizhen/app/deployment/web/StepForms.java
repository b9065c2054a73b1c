package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Due;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Reader;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.model.SignOff;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.WorkCalendar;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The way to issue: 征求意见、送审、签批、印发、调整, each a form of its own on one page. */
@Controller
class StepForms {

    private final Office office;
    private final Counties counties;
    private final Sheets sheets;
    private final WayPages pages;
    private final Ids ids;

    StepForms(Office office, Counties counties, Sheets sheets, WayPages pages, Ids ids) {
        this.office = office;
        this.counties = counties;
        this.sheets = sheets;
        this.pages = pages;
        this.ids = ids;
    }

    @GetMapping("/deployments/{id}/way")
    ModelAndView way(Scope scope, @PathVariable UUID id) {
        return pages.way(scope, office.find(scope, id).orElseThrow(NotHere::new), List.of(), null);
    }

    @PostMapping("/posts/{post}/deployments/{id}/{step:consultation|submission|sign-offs|issue|adjustments}")
    ModelAndView take(Scope scope, @PathVariable UUID id, @PathVariable String step, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var stored = office.find(scope, id).orElseThrow(NotHere::new);
        return switch (step(scope, stored.deployment(), step, form)) {
            case Outcome.Refused<Step>(var reasons) -> pages.way(scope, stored, reasons, form);
            case Outcome.Done<Step>(var what) -> take(scope, id, form, what);
        };
    }

    private ModelAndView take(Scope scope, UUID id, EditForms.Form form, Step what) {
        return switch (office.take(scope, form.key(), id, form.number("seen"), what, "/deployments/" + id + "/way", sheets.today())) {
            case Performed.Done(_, var result, _) -> new ModelAndView("redirect:" + result);
            case Performed.Refused(var reasons) -> pages.way(scope, office.find(scope, id).orElseThrow(NotHere::new), reasons, form);
            case Performed.Overtaken _ -> new ModelAndView("redirect:/deployments/" + id + "/way");
        };
    }

    private Outcome<Step> step(Scope scope, Deployment deployment, String step, EditForms.Form form) {
        var today = sheets.today();
        return switch (step) {
            case "consultation" -> {
                int days = Math.max(0, form.number("days"));
                yield Outcome.done(new Step.ConsultationOpened(today, days, until(today, Math.min(days, 60))));
            }
            case "submission" -> Outcome.done(new Step.Submitted(today, form.text("early")));
            case "sign-offs" -> form.day("on", "签批日期").map(on -> {
                var signOff = new SignOff(form.text("leader"), on, form.text("words"));
                return form.text("outcome").equals("returned") ? new Step.Returned(signOff) : new Step.Approved(signOff);
            });
            case "issue" -> form.day("on", "印发日期").map(on -> new Step.Issued(form.text("paper"), on));
            case "adjustments" -> form.day("on", "调整日期").then(on -> change(scope, deployment, form)
                    .map(change -> new Step.Adjusted(change, form.text("paper"), form.text("approver"), on, form.text("why"))));
            default -> throw new NotHere();
        };
    }

    /** The last of so many working days after a day. */
    static LocalDate until(LocalDate from, int workingDays) {
        var calendar = WorkCalendar.builtIn();
        var day = from;
        for (int left = workingDays; left > 0; left--) {
            day = calendar.workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    private Outcome<Edit> change(Scope scope, Deployment deployment, EditForms.Form form) {
        if (form.text("change").equals("add")) {
            return added(scope, deployment, form);
        }
        var row = deployment.draft().rows().stream().filter(r -> !r.number().isEmpty() && r.number().equals(form.text("number"))).map(Row::id).findFirst();
        if (row.isEmpty()) {
            return Outcome.refused(Reason.of("no-such-number", "没有第“" + form.text("number") + "”条。", "请照任务分解表填写序号。"));
        }
        var rows = List.<RowId>of(row.get());
        return switch (form.text("change")) {
            case "units" -> Assignments.typed(ChargeTables.of(counties.today(scope)), form.text("lead"), form.text("supporting"))
                    .then(to -> to.open()
                            ? Outcome.refused(Reason.of("lead-missing", "没有写调整后的牵头单位。", "请填写牵头单位。"))
                            : Outcome.done(new Edit.Assigned(rows, to)));
            case "day" -> form.day("day", "调整后的时限").map(day -> new Edit.DueDecided(rows, day, form.text("why")));
            case "stop" -> Outcome.done(new Edit.Regraded(rows, Handling.NOTED));
            case "pause" -> Outcome.done(new Edit.Suspended(rows, form.text("why").isEmpty() ? "中止" : form.text("why")));
            case "resume" -> Outcome.done(new Edit.Suspended(rows, ""));
            default -> Outcome.refused(Reason.of("no-change", "没有选调整什么。", "请选单位、时限、中止、恢复、终止或者增补。"));
        };
    }

    /** A row the paper adds; its place in the document where the document has its words. */
    private Outcome<Edit> added(Scope scope, Deployment deployment, EditForms.Form form) {
        var table = ChargeTables.of(counties.today(scope));
        var handling = Arrays.stream(Handling.values()).filter(h -> h.name().equals(form.text("handling"))).findFirst().orElse(Handling.PROJECT);
        var due = form.text("day").isEmpty() ? Outcome.done(Due.NONE) : form.day("day", "时限").map(day -> Due.decided(day, form.text("paper")));
        return Assignments.typed(table, form.text("lead"), form.text("supporting")).then(to -> due.map(day ->
                Reader.added(deployment.draft(), form.text("wording").replaceAll("\\R", ""), handling, to, day, ids::next)));
    }
}
