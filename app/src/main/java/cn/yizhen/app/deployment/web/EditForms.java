package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Owners;
import cn.yizhen.app.deployment.model.Reader;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changes of rows, each a resource of its own; all of them answer with the two panes. */
@Controller
@RequestMapping("/posts/{post}/deployments/{id}")
class EditForms {

    private final Office office;
    private final Counties counties;
    private final Sheets sheets;
    private final ReviewPages pages;
    private final Ids ids;

    EditForms(Office office, Counties counties, Sheets sheets, ReviewPages pages, Ids ids) {
        this.office = office;
        this.counties = counties;
        this.sheets = sheets;
        this.pages = pages;
        this.ids = ids;
    }

    @PostMapping("/{what:grades|assignments|due-days|due-confirmations|titles|wordings|merges|splits|links|promotions|undo}")
    ModelAndView edit(Scope scope, @PathVariable UUID id, @PathVariable String what, HttpServletRequest request) {
        var form = new Form(request);
        var stored = office.find(scope, id).orElseThrow(NotHere::new);
        return switch (edit(scope, stored.deployment(), what, form)) {
            case Outcome.Refused<Edit>(var reasons) -> pages.again(scope, stored, form, reasons);
            case Outcome.Done<Edit>(var edit) -> note(scope, id, form, edit);
        };
    }

    private ModelAndView note(Scope scope, UUID id, Form form, Edit edit) {
        var next = "/deployments/" + id + "?filter=" + form.text("filter") + form.place(edit);
        return switch (office.take(scope, form.key(), id, form.number("seen"), edit, next, sheets.today())) {
            case Performed.Done(_, var result, _) -> new ModelAndView("redirect:" + result);
            case Performed.Refused(var reasons) -> pages.again(scope, office.find(scope, id).orElseThrow(NotHere::new), form.saying(edit), reasons);
            case Performed.Overtaken _ -> pages.again(scope, office.find(scope, id).orElseThrow(NotHere::new), form.saying(edit),
                    List.of(Reason.of(Office.OVERTAKEN, "同时有人在改这份文件。", "请再提交一次。")));
        };
    }

    private Outcome<Edit> edit(Scope scope, Deployment deployment, String what, Form form) {
        var rows = form.rows();
        if (rows.isEmpty() && !what.equals("promotions") && !what.equals("undo")) {
            return Outcome.refused(Reason.of("no-row", "没有勾选任何一条。", "请先勾选，再点按钮。"));
        }
        return switch (what) {
            case "grades" -> handling(form).map(to -> new Edit.Regraded(rows, to));
            case "assignments" -> Assignments.typed(ChargeTables.of(counties.today(scope)), form.text("lead"), form.text("supporting"))
                    .map(to -> new Edit.Assigned(rows, to));
            case "due-days" -> form.day("day", "时限").map(day -> new Edit.DueDecided(rows, day, form.text("reason")));
            case "due-confirmations" -> Outcome.done(new Edit.DueConfirmed(rows));
            case "titles" -> Outcome.done(new Edit.Titled(rows.getFirst(), form.text("title")));
            case "wordings" -> Outcome.done(new Edit.Reworded(rows.getFirst(), form.text("original").isEmpty() ? form.text("wording").replaceAll("\\R", "")
                    : deployment.draft().row(rows.getFirst()).map(deployment.draft()::evidence).orElse("")));
            case "merges" -> merged(deployment, rows);
            case "splits" -> Outcome.done(new Edit.Split(rows.getFirst(), form.number("at"), new RowId(ids.next())));
            case "links" -> linked(scope, deployment, rows.getFirst(), form.text("to"));
            case "promotions" -> promoted(scope, deployment, form);
            case "undo" -> Outcome.done(new Edit.Undone(form.number("entry")));
            default -> throw new NotHere();
        };
    }

    private static Outcome<Handling> handling(Form form) {
        return Arrays.stream(Handling.values()).filter(h -> h.name().equals(form.text("to"))).findFirst()
                .<Outcome<Handling>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Reason.of("handling-unknown", "没有选处理方式。", "请选立项、常态、控制或者阅知。")));
    }

    /** The first in the document is kept. */
    private static Outcome<Edit> merged(Deployment deployment, List<RowId> rows) {
        var order = deployment.draft().rows().stream().map(row -> row.id()).toList();
        var sorted = rows.stream().distinct().sorted(Comparator.comparingInt(order::indexOf)).toList();
        return Outcome.done(new Edit.Merged(sorted.getFirst(), sorted.subList(1, sorted.size())));
    }

    private Outcome<Edit> linked(Scope scope, Deployment deployment, RowId row, String to) {
        if (to.isEmpty()) {
            return Outcome.done(new Edit.Linked(row, null));
        }
        return sheets.elsewhere(scope, deployment.source().id()).keySet().stream()
                .filter(link -> link.row().toString().equals(to)).findFirst()
                .<Outcome<Edit>>map(link -> Outcome.done(new Edit.Linked(row, link)))
                .orElseGet(() -> Outcome.refused(Reason.of("link-gone", "要并入的那一条已经不在了。", "请刷新后再看。")));
    }

    private Outcome<Edit> promoted(Scope scope, Deployment deployment, Form form) {
        var reader = new Reader(new Owners(ChargeTables.of(counties.today(scope))), ids::next);
        int index = form.number("line");
        var lines = deployment.draft().lines();
        if (index < 0 || index >= lines.size()) {
            return Outcome.refused(Reason.of("no-sentence", "没有选中句子。", "请在左侧原文中点选一句。"));
        }
        return handling(form).map(to -> reader.promoted(deployment.draft(), lines.get(index), to));
    }

    /** A form's fields as sent; a field that is missing reads as empty. */
    record Form(HttpServletRequest request, String says) {

        Form(HttpServletRequest request) {
            this(request, "");
        }

        Form saying(Edit edit) {
            return new Form(request, edit.says());
        }

        String text(String name) {
            var value = request.getParameter(name);
            return value == null ? "" : value.strip();
        }

        int number(String name) {
            var digits = text(name);
            return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
        }

        UUID key() {
            return UUID.fromString(text("key"));
        }

        List<RowId> rows() {
            var values = request.getParameterValues("rows");
            return values == null ? List.of() : Arrays.stream(values).filter(v -> !v.isBlank()).map(RowId::of).distinct().toList();
        }

        RowId row() {
            return rows().stream().findFirst().orElseThrow(NotHere::new);
        }

        Outcome<LocalDate> day(String name, String label) {
            try {
                return Outcome.done(LocalDate.parse(text(name)));
            } catch (DateTimeParseException noDay) {
                return Outcome.refused(Reason.of("day-missing", label + "没有填写，或者不是日期。", "请选一个日期。"));
            }
        }

        /** Where the page opens after the edit: on its row, if it has one. */
        String place(Edit edit) {
            if (edit instanceof Edit.Regraded || edit instanceof Edit.Undone || edit.touches().size() != 1) {
                return "";
            }
            var row = edit.touches().iterator().next();
            return "&row=" + row + "#r-" + row;
        }
    }
}
