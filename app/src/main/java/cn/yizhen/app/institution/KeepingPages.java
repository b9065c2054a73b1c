package cn.yizhen.app.institution;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Institution;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the county sets the day an institution is in use from, and its own values. */
@Controller
@RequestMapping("/posts/{post}/institutions/{institution}")
class KeepingPages {

    private final Institutions institutions;
    private final Keeping keeping;
    private final Ids ids;

    KeepingPages(Institutions institutions, Keeping keeping, Ids ids) {
        this.institutions = institutions;
        this.keeping = keeping;
        this.ids = ids;
    }

    /** @param typed what was tried in a rehearsal, and is still there to be adopted */
    @GetMapping
    String show(Scope scope, @PathVariable String institution, @RequestParam Map<String, String> typed, Model model) {
        return form(scope, kept(scope, institution), typed, List.of(), ids.next(), model);
    }

    /** A value is tried on a year that is known; nothing is adopted. */
    @PostMapping("/values/rehearsal")
    String rehearse(Scope scope, @PathVariable String institution, @RequestParam Map<String, String> typed, Model model) {
        var kept = kept(scope, institution);
        return switch (keeping.tried(scope, kept, typed)) {
            case Outcome.Done<Institution> _ -> "redirect:" + UriComponentsBuilder.fromPath("/posts/" + scope.post().post() + "/institutions/" + institution + "/rehearsal")
                    .queryParams(asked(typed)).encode().toUriString();
            case Outcome.Refused<Institution>(var reasons) -> form(scope, kept, typed, reasons, ids.next(), model);
        };
    }

    private static LinkedMultiValueMap<String, String> asked(Map<String, String> typed) {
        var asked = new LinkedMultiValueMap<String, String>();
        List.of("value-of", "value", "from", "paper").forEach(field -> asked.add(field, typed.getOrDefault(field, "").strip()));
        return asked;
    }

    @PostMapping("/use")
    String use(Scope scope, @PathVariable String institution, @RequestParam Map<String, String> typed,
            @RequestParam UUID key, Model model, HttpServletResponse response) {
        var kept = kept(scope, institution);
        return answer(scope, kept, keeping.use(scope, key, kept, typed.getOrDefault("first-day", "")), typed, key, model, response);
    }

    @PostMapping("/values")
    String adopt(Scope scope, @PathVariable String institution, @RequestParam Map<String, String> typed,
            @RequestParam UUID key, Model model, HttpServletResponse response) {
        var kept = kept(scope, institution);
        return answer(scope, kept, keeping.adopt(scope, key, kept, typed), typed, key, model, response);
    }

    private String answer(Scope scope, Institution institution, Performed performed, Map<String, String> typed, UUID key,
            Model model, HttpServletResponse response) {
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Overtaken overtaken -> {
                response.setStatus(409);
                yield form(scope, institution, typed, List.of(Reason.of("changed-meanwhile", "这项制度刚被别人改过，下面是最新的内容",
                        "核对后再提交一次")), ids.next(), model);
            }
            case Performed.Refused refused -> {
                response.setStatus(422);
                yield form(scope, institution, typed, refused.reasons(), key, model);
            }
        };
    }

    private String form(Scope scope, Institution institution, Map<String, String> typed, List<Reason> reasons, UUID key, Model model) {
        model.addAllAttributes(Map.of("institution", institution, "rulebook", institutions.rulebook(scope), "post", scope.post(),
                "typed", new HashMap<>(typed), "reasons", reasons, "key", key, "today", scope.asOf().on(),
                "replaces", reasons.isEmpty() ? "" : keeping.replaces(scope, institution, typed)));
        return "institution/keeping";
    }

    private Institution kept(Scope scope, String id) {
        if (!scope.has(Permission.KEEP_INSTITUTIONS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return institutions.rulebook(scope).catalogue().institutions().stream()
                .filter(institution -> institution.id().value().equals(id)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
