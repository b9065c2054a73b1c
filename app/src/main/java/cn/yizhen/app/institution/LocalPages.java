package cn.yizhen.app.institution;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.InstitutionId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a keeper writes the county's own institutions, sees what is wrong with them, and adopts them. */
@Controller
@RequestMapping("/posts/{post}/local-institutions")
class LocalPages {

    private final LocalKeeping keeping;
    private final Institutions institutions;
    private final Ids ids;

    LocalPages(LocalKeeping keeping, Institutions institutions, Ids ids) {
        this.keeping = keeping;
        this.institutions = institutions;
        this.ids = ids;
    }

    @GetMapping
    String list(Scope scope, Model model) {
        keeperOnly(scope);
        var rulebook = institutions.rulebook(scope);
        model.addAllAttributes(Map.of("all", keeping.all(scope), "post", scope.post(), "rulebook", rulebook,
                "waiting", ValueQueue.of(rulebook.catalogue(), scope.asOf().on()).size()));
        return "institution/local-list";
    }

    /** A first draft; what issued tables propose comes in with the address. */
    @GetMapping("/new")
    String begin(Scope scope, @RequestParam Map<String, String> typed, Model model) {
        keeperOnly(scope);
        model.addAllAttributes(Map.of("post", scope.post(), "typed", new HashMap<>(typed), "key", ids.next(), "today", scope.asOf().on()));
        return "institution/local-new";
    }

    @PostMapping
    String create(Scope scope, @RequestParam Map<String, String> typed, @RequestParam UUID key) {
        keeperOnly(scope);
        var id = "local-" + key.toString().substring(24);
        var draft = new FirstDraft(id, typed, scope.asOf().on());
        return "redirect:" + switch (keeping.save(scope, key, new InstitutionId(id), draft.text(), draft.cases(), null)) {
            case Performed.Done done -> done.result();
            case Performed.Refused _, Performed.Overtaken _ -> LocalKeeping.address(scope, new InstitutionId(id));
        };
    }

    @GetMapping("/{institution}")
    String edit(Scope scope, @PathVariable String institution, Model model) {
        return form(scope, kept(scope, institution), Map.of(), List.of(), model);
    }

    @PostMapping("/{institution}/versions")
    String save(Scope scope, @PathVariable String institution, @RequestParam Map<String, String> typed, @RequestParam UUID key,
            Model model, HttpServletResponse response) {
        var kept = kept(scope, institution);
        return answer(scope, institution, keeping.save(scope, key, kept.newest().institution(), typed.getOrDefault("text", ""),
                typed.getOrDefault("cases", ""), basedOn(typed)), typed, model, response);
    }

    @PostMapping("/{institution}/adoption")
    String adopt(Scope scope, @PathVariable String institution, @RequestParam Map<String, String> typed, @RequestParam UUID key,
            Model model, HttpServletResponse response) {
        var kept = kept(scope, institution);
        return answer(scope, institution, keeping.adopt(scope, key, kept, typed.getOrDefault("paper", ""), typed.getOrDefault("from", ""),
                basedOn(typed)), typed, model, response);
    }

    @PostMapping("/{institution}/ending")
    String retire(Scope scope, @PathVariable String institution, @RequestParam Map<String, String> typed, @RequestParam UUID key,
            Model model, HttpServletResponse response) {
        return answer(scope, institution, keeping.retire(scope, key, kept(scope, institution), typed.getOrDefault("last-day", ""),
                typed.getOrDefault("ending-why", ""), basedOn(typed)), typed, model, response);
    }

    private String answer(Scope scope, String institution, Performed performed, Map<String, String> typed, Model model,
            HttpServletResponse response) {
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Overtaken _ -> {
                response.setStatus(409);
                yield form(scope, kept(scope, institution), typed, List.of(Reason.of("changed-meanwhile", "别人刚存了新的一稿，在“历次稿”里；您写的还在下面",
                        "对照后再保存一次，您的就成为最新的一稿")), model);
            }
            case Performed.Refused refused -> {
                response.setStatus(422);
                yield form(scope, kept(scope, institution), typed, refused.reasons(), model);
            }
        };
    }

    private String form(Scope scope, LocalKeeping.Kept kept, Map<String, String> typed, List<Reason> reasons, Model model) {
        model.addAllAttributes(Map.of("kept", kept, "post", scope.post(), "typed", new HashMap<>(typed), "reasons", reasons,
                "key", ids.next(), "today", scope.asOf().on()));
        return "institution/local-edit";
    }

    private LocalKeeping.Kept kept(Scope scope, String institution) {
        keeperOnly(scope);
        return (institution.matches("local-[a-z0-9-]{1,50}") ? keeping.find(scope, new InstitutionId(institution)) : Optional.<LocalKeeping.Kept>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable UUID basedOn(Map<String, String> typed) {
        var text = typed.getOrDefault("based-on", "");
        return text.isEmpty() ? null : UUID.fromString(text);
    }

    static void keeperOnly(Scope scope) {
        if (!scope.has(Permission.KEEP_INSTITUTIONS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
