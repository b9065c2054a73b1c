package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.application.Opinions;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Objection;
import cn.yizhen.app.deployment.model.Party;
import cn.yizhen.app.deployment.model.Settlement;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Objections as units enter them, or the office for them, and their settlement. */
@Controller
class OpinionForms {

    private final Office office;
    private final Opinions opinions;
    private final Counties counties;
    private final Sheets sheets;
    private final WayPages pages;
    private final TablePages tables;
    private final Ids ids;

    OpinionForms(Office office, Opinions opinions, Counties counties, Sheets sheets, WayPages pages, TablePages tables, Ids ids) {
        this.office = office;
        this.opinions = opinions;
        this.counties = counties;
        this.sheets = sheets;
        this.pages = pages;
        this.tables = tables;
        this.ids = ids;
    }

    @GetMapping("/deployments/{id}/objections")
    ModelAndView opinions(Scope scope, @PathVariable UUID id) {
        return pages.opinions(scope, office.find(scope, id).orElseThrow(NotHere::new), List.of(), null);
    }

    /** A unit's own objection. */
    @PostMapping("/posts/{post}/deployments/{id}/objections")
    ModelAndView object(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var post = scope.post();
        var objection = objection(form, new Party.One(post.unit(), post.unitName()), scope.name());
        return switch (opinions.object(scope, form.key(), id, objection, "/deployments/" + id + "/table#r-" + objection.row(), sheets.today())) {
            case Performed.Done(_, var result, _) -> new ModelAndView("redirect:" + result);
            case Performed.Refused(var reasons) -> tables.table(scope, id, "", reasons, form);
            case Performed.Overtaken _ -> new ModelAndView("redirect:/deployments/" + id + "/table");
        };
    }

    /** An objection that reached the office on paper or by telephone; both names are kept. */
    @PostMapping("/posts/{post}/deployments/{id}/objections-for")
    ModelAndView objectFor(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var stored = office.find(scope, id).orElseThrow(NotHere::new);
        var unit = ChargeTables.of(counties.today(scope)).unit(form.text("unit"));
        var row = stored.deployment().draft().rows().stream().filter(r -> r.number().equals(form.text("number"))).findFirst();
        if (unit.isEmpty() || row.isEmpty()) {
            return pages.opinions(scope, stored, List.of(Reason.of("objection-for", unit.isEmpty()
                    ? "机构表中没有“" + form.text("unit") + "”。" : "没有第“" + form.text("number") + "”条。", "请照任务分解表填写。")), form);
        }
        var objection = new Objection(ids.next(), row.get().id(), unit.get().unit(), unit.get().name(), about(form), form.text("words"),
                scope.name() + "（代" + unit.get().name() + "登记）", sheets.today(), null);
        return settledOr(scope, id, form, opinions.object(scope, form.key(), id, objection, "/deployments/" + id + "/objections", sheets.today()));
    }

    @PostMapping("/posts/{post}/deployments/{id}/settlements")
    ModelAndView settle(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var stored = office.find(scope, id).orElseThrow(NotHere::new);
        var result = Arrays.stream(Settlement.Result.values()).filter(r -> r.name().equals(form.text("result"))).findFirst();
        if (result.isEmpty()) {
            return pages.opinions(scope, stored, List.of(Reason.of("settlement-result", "没有选采纳情况。", "请选采纳、部分采纳或者未采纳。")), form);
        }
        var settlement = new Settlement(result.get(), form.text("reason"), scope.name(), sheets.today());
        return settledOr(scope, id, form, opinions.settle(scope, form.key(), id, UUID.fromString(form.text("objection")), settlement,
                "/deployments/" + id + "/objections"));
    }

    private ModelAndView settledOr(Scope scope, UUID id, EditForms.Form form, Performed performed) {
        return switch (performed) {
            case Performed.Done(_, var result, _) -> new ModelAndView("redirect:" + result);
            case Performed.Refused(var reasons) -> pages.opinions(scope, office.find(scope, id).orElseThrow(NotHere::new), reasons, form);
            case Performed.Overtaken _ -> pages.opinions(scope, office.find(scope, id).orElseThrow(NotHere::new),
                    List.of(Reason.of(Office.OVERTAKEN, "这条意见刚由别人处理过。", "请看下面的处理情况。")), form);
        };
    }

    private Objection objection(EditForms.Form form, Party.One unit, String by) {
        return new Objection(ids.next(), form.row(), unit.unit(), unit.name(), about(form), form.text("words"), by, sheets.today(), null);
    }

    private static Objection.Matter about(EditForms.Form form) {
        return Optional.of(form.text("about")).stream().flatMap(word -> Arrays.stream(Objection.Matter.values()).filter(m -> m.name().equals(word)))
                .findFirst().orElse(Objection.Matter.OTHER);
    }
}
