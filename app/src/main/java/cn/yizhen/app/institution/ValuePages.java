package cn.yizhen.app.institution;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.SourceCheck;
import cn.yizhen.rules.institution.SourceStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 待核对的数: where a keeper says having compared a clause with its text. */
@Controller
@RequestMapping("/posts/{post}/values")
class ValuePages {

    private final Institutions institutions;
    private final SourceChecks checks;
    private final Acts acts;
    private final Ids ids;

    ValuePages(Institutions institutions, SourceChecks checks, Acts acts, Ids ids) {
        this.institutions = institutions;
        this.checks = checks;
        this.acts = acts;
        this.ids = ids;
    }

    @GetMapping
    String queue(Scope scope, Model model) {
        return show(scope, List.of(), model);
    }

    @PostMapping("/check")
    String check(Scope scope, @RequestParam UUID key, @RequestParam String rule, @RequestParam String cited,
            @RequestParam(defaultValue = "") String article, Model model, HttpServletResponse response) {
        LocalPages.keeperOnly(scope);
        var act = new Act(key, "source.checked", scope.post().post(), null, null, Map.of("rule", rule, "cited", cited, "article", article.strip()));
        var performed = acts.perform(scope, act, writing -> {
            var waiting = queued(scope).stream().filter(it -> it.rule().equals(rule) && it.source().cited().equals(cited)).findFirst();
            if (waiting.isEmpty()) {
                return Outcome.refused(Reason.of("nothing-to-check", "这一条已经不用核对", "看最新的列表"));
            }
            var status = waiting.get().source().status();
            if (status == SourceStatus.LOCAL || status == SourceStatus.ELSEWHERE) {
                return Outcome.refused(Reason.of("check-needs-adoption", "这个数上级没有规定，光核对不行", "到这项制度的“本县设置”里，凭县里的文件采用一个数"));
            }
            if (status == SourceStatus.UNVERIFIED && !article.strip().matches("第.{1,20}[条章款项点分]")) {
                return Outcome.refused(Reason.of("check-without-article", "没有写在原文第几条看到的", "写成“第十一条”“第二十条第一款”或“第三章”"));
            }
            checks.add(writing, new SourceCheck(rule, cited, Optional.of(article.strip()).filter(text -> !text.isEmpty()),
                    scope.post().label() + scope.name(), scope.asOf().on()));
            return Outcome.done("/posts/" + scope.post().post() + "/values");
        });
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Overtaken _ -> throw new IllegalStateException("a check overtakes nothing");
            case Performed.Refused refused -> {
                response.setStatus(422);
                yield show(scope, refused.reasons(), model);
            }
        };
    }

    private String show(Scope scope, List<Reason> reasons, Model model) {
        LocalPages.keeperOnly(scope);
        model.addAllAttributes(Map.of("waiting", queued(scope), "post", scope.post(), "reasons", reasons, "ids", ids, "today", scope.asOf().on()));
        return "institution/values";
    }

    private List<ValueQueue.Waiting> queued(Scope scope) {
        return ValueQueue.of(institutions.rulebook(scope).catalogue(), scope.asOf().on());
    }
}
