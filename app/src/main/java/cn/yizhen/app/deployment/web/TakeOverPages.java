package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Source;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.app.deployment.returning.TakingOver;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 转入: last year's table comes in with its numbers, looked at first and taken in one act. */
@Controller
class TakeOverPages {

    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*年");

    private final Office office;
    private final Counties counties;
    private final Sheets sheets;
    private final Ids ids;

    TakeOverPages(Office office, Counties counties, Sheets sheets, Ids ids) {
        this.office = office;
        this.counties = counties;
        this.sheets = sheets;
        this.ids = ids;
    }

    @GetMapping("/deployments/taking-over")
    ModelAndView page(Scope scope) {
        return page(scope, List.of());
    }

    @PostMapping("/posts/{post}/deployments/taking-over")
    ModelAndView read(Scope scope, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        drafting(scope);
        return switch (TaskFiles.read(file)) {
            case Outcome.Refused<TaskReading>(var reasons) -> page(scope, reasons);
            case Outcome.Done<TaskReading>(var reading) -> {
                var named = TakingOver.Named.of(reading);
                yield page(scope, reading, named.title().isEmpty() ? TaskFiles.name(file).replaceFirst("\\.[A-Za-z]{2,5}$", "") : named.title(),
                        named.paper(), named.day().map(LocalDate::toString).orElse(""), TaskFiles.name(file), List.of());
            }
        };
    }

    @PostMapping("/posts/{post}/deployments/taken-over")
    ModelAndView take(Scope scope, HttpServletRequest request) {
        drafting(scope);
        var form = new EditForms.Form(request);
        return switch (TaskFiles.kept(form.text("table"))) {
            case Outcome.Refused<TaskReading>(var reasons) -> page(scope, reasons);
            case Outcome.Done<TaskReading>(var reading) -> take(scope, form, reading);
        };
    }

    private ModelAndView take(Scope scope, EditForms.Form form, TaskReading reading) {
        if (form.text("title").isEmpty()) {
            return again(scope, form, reading, List.of(Reason.of("title-missing", "没有写名称。", "请照原文填写。")));
        }
        return switch (form.day("day", "印发日期")) {
            case Outcome.Refused<LocalDate>(var reasons) -> again(scope, form, reading, reasons);
            case Outcome.Done<LocalDate>(var day) -> {
                var over = TakingOver.of(reading, ChargeTables.of(counties.today(scope)), day, ids::next);
                var source = new Source(ids.next(), form.text("title"), form.text("file"), over.text(), "转入的任务分解表，原文为表中各条。");
                yield switch (office.takeOver(scope, form.key(), scope.post().unit(), source, over.drafted(), new Step.TakenOver(form.text("paper"), day), sheets.today())) {
                    case Performed.Done(_, var result, _) -> new ModelAndView("redirect:" + result);
                    case Performed.Refused(var reasons) -> again(scope, form, reading, reasons);
                    case Performed.Overtaken _ -> new ModelAndView("redirect:/deployments");
                };
            }
        };
    }

    private ModelAndView again(Scope scope, EditForms.Form form, TaskReading reading, List<Reason> reasons) {
        return page(scope, reading, form.text("title"), form.text("paper"), form.text("day"), form.text("file"), reasons);
    }

    private ModelAndView page(Scope scope, List<Reason> reasons) {
        var post = Sheets.post(scope).orElseThrow(NotHere::new);
        return view(new TakeOverPage(post, ids.next(), null, "", "", "", "", "", reasons));
    }

    private ModelAndView page(Scope scope, TaskReading reading, String title, String paper, String day, String file, List<Reason> reasons) {
        var over = TakingOver.of(reading, ChargeTables.of(counties.today(scope)), issued(day, title), ids::next);
        return view(new TakeOverPage(Sheets.post(scope).orElseThrow(NotHere::new), ids.next(), over, title, paper, day, file, TaskFiles.kept(reading), reasons));
    }

    /** The day typed, else some day of the year in the title: a deadline that names no year is of the year of the paper. */
    private LocalDate issued(String day, String title) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException notADay) {
            var year = YEAR.matcher(title);
            return year.find() ? LocalDate.of(Integer.parseInt(year.group(1)), 1, 1) : sheets.today();
        }
    }

    private static ModelAndView view(TakeOverPage page) {
        var view = new ModelAndView("deployment/taking-over", Map.of("page", page));
        view.setStatus(page.reasons().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static void drafting(Scope scope) {
        if (!scope.has(Permission.DRAFT_DEPLOYMENT)) {
            throw new NotHere();
        }
    }
}
