package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.Deployments;
import cn.yizhen.app.deployment.Proposals;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Proposed limits and duties with what the keeper of institutions said, and the lines that run all year. */
@Controller
class ProposalPages {

    private final Proposals proposals;
    private final Deployments deployments;
    private final Sheets sheets;
    private final Ids ids;

    ProposalPages(Proposals proposals, Deployments deployments, Sheets sheets, Ids ids) {
        this.proposals = proposals;
        this.deployments = deployments;
        this.sheets = sheets;
        this.ids = ids;
    }

    @GetMapping("/deployments/proposals")
    ModelAndView page(Scope scope, @RequestParam(defaultValue = "0") int year) {
        return page(scope, year, List.of());
    }

    @PostMapping("/posts/{post}/deployments/proposals/{row}")
    ModelAndView answer(Scope scope, @PathVariable UUID row, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var kind = Arrays.stream(Proposals.Kind.values()).filter(k -> k.name().equals(form.text("kind"))).findFirst().orElseThrow(NotHere::new);
        var basedOn = form.text("basedOn").isEmpty() ? null : UUID.fromString(form.text("basedOn"));
        return switch (proposals.answer(scope, form.key(), row, kind, form.text("answer").equals("adopted"), form.text("words"), basedOn, sheets.today())) {
            case Performed.Done _ -> new ModelAndView("redirect:/deployments/proposals?year=" + form.number("year"));
            case Performed.Refused(var reasons) -> page(scope, form.number("year"), reasons);
            case Performed.Overtaken _ -> page(scope, form.number("year"),
                    List.of(Reason.of("proposal-answered", "您打开页面以后，别人已经答复了这一条。", "请看清现在的答复；仍要改的，再提交一次。")));
        };
    }

    private ModelAndView page(Scope scope, int asked, List<Reason> reasons) {
        int year = asked > 0 ? asked : sheets.today().getYear();
        var keeper = scope.posts().stream().filter(post -> post.permissions().contains(Permission.KEEP_INSTITUTIONS))
                .map(post -> post.post().toString()).findFirst().orElse("");
        var page = new ProposalPage(year, proposals.of(scope, Proposals.Kind.LIMIT, year), proposals.of(scope, Proposals.Kind.DUTY, year),
                deployments.standing(scope, year), TablePages.post(scope), keeper, ids.next(), reasons);
        var view = new ModelAndView("deployment/proposals", Map.of("page", page));
        view.setStatus(reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
