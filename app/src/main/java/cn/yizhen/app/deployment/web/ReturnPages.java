package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.returning.Comparison;
import cn.yizhen.app.deployment.storage.Stored;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 读回: a draft edited in an office program is compared first and then taken as one edit. */
@Controller
class ReturnPages {

    private final Office office;
    private final Counties counties;
    private final Sheets sheets;
    private final Ids ids;

    ReturnPages(Office office, Counties counties, Sheets sheets, Ids ids) {
        this.office = office;
        this.counties = counties;
        this.sheets = sheets;
        this.ids = ids;
    }

    @GetMapping("/deployments/{id}/returns")
    ModelAndView page(Scope scope, @PathVariable UUID id) {
        return page(scope, stored(scope, id), null, "", "", null, List.of());
    }

    @PostMapping("/posts/{post}/deployments/{id}/returns")
    ModelAndView compare(Scope scope, @PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        var stored = stored(scope, id);
        return switch (TaskFiles.read(file)) {
            case Outcome.Refused<TaskReading>(var reasons) -> page(scope, stored, null, "", "", null, reasons);
            case Outcome.Done<TaskReading>(var reading) -> compared(scope, stored, reading, TaskFiles.name(file), null, List.of());
        };
    }

    @PostMapping("/posts/{post}/deployments/{id}/read-backs")
    ModelAndView take(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var stored = stored(scope, id);
        var chosen = Arrays.stream(request.getParameterValues("take") == null ? new String[0] : request.getParameterValues("take")).collect(Collectors.toSet());
        return switch (TaskFiles.kept(form.text("table"))) {
            case Outcome.Refused<TaskReading>(var reasons) -> page(scope, stored, null, "", "", null, reasons);
            case Outcome.Done<TaskReading>(var reading) -> take(scope, stored, form, reading, chosen);
        };
    }

    private ModelAndView take(Scope scope, Stored stored, EditForms.Form form, TaskReading reading, Set<String> chosen) {
        var file = form.text("file");
        var edit = comparison(scope, stored.deployment(), reading, file).taking(chosen, file);
        if (edit.changes().isEmpty()) {
            return compared(scope, stored, reading, file, chosen, List.of(Reason.of("nothing-chosen", "没有勾选任何一处改动。", "请勾选要采用的改动；都不要的，直接离开本页。")));
        }
        return switch (office.take(scope, form.key(), stored.id(), form.number("seen"), edit, "/deployments/" + stored.id(), sheets.today())) {
            case Performed.Done(_, var result, _) -> new ModelAndView("redirect:" + result);
            case Performed.Refused(var reasons) -> compared(scope, stored(scope, stored.id()), reading, file, chosen, reasons);
            case Performed.Overtaken _ -> compared(scope, stored(scope, stored.id()), reading, file, chosen,
                    List.of(Reason.of(Office.OVERTAKEN, "同时有人在改这份文件。", "下面已按现在的草案重新比对，请再看一遍后提交。")));
        };
    }

    private ModelAndView compared(Scope scope, Stored stored, TaskReading reading, String file, @Nullable Set<String> chosen, List<Reason> reasons) {
        var comparison = comparison(scope, stored.deployment(), reading, file);
        if (comparison.strange()) {
            return page(scope, stored, null, "", "", null, List.of(Reason.of("another-table", "“" + file + "”里没有一条是这份草案的。",
                    "请核对是不是传错了文件；要把它作为另一张已印发的表收进来，用“转入以前印发的任务分解表”。")));
        }
        return page(scope, stored, comparison, file, TaskFiles.kept(reading), chosen, reasons);
    }

    private Comparison comparison(Scope scope, Deployment deployment, TaskReading reading, String file) {
        return Comparison.of(deployment, reading, ChargeTables.of(counties.today(scope)), sheets.today(), ids::next, file);
    }

    private ModelAndView page(Scope scope, Stored stored, @Nullable Comparison comparison, String file, String table, @Nullable Set<String> chosen,
            List<Reason> reasons) {
        var page = new ReturnPage(stored.deployment(), Sheets.post(scope).orElse(""), ids.next(), comparison, file, table, chosen, reasons);
        var view = new ModelAndView("deployment/returns", Map.of("frame", Frame.of(stored.deployment(), "returns"), "page", page));
        view.setStatus(reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Stored stored(Scope scope, UUID id) {
        return office.find(scope, id).orElseThrow(NotHere::new);
    }
}
