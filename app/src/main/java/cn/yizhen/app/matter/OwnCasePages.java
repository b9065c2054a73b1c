package cn.yizhen.app.matter;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Opens a case a unit begins itself: one line, and for a message who should answer. */
@Controller
@RequestMapping("/posts/{post}/cases")
public class OwnCasePages {

    private final Matters matters;
    private final OwnCases own;
    private final UnitNames names;
    private final Ids ids;

    OwnCasePages(Matters matters, OwnCases own, UnitNames names, Ids ids) {
        this.matters = matters;
        this.own = own;
        this.names = names;
        this.ids = ids;
    }

    /**
     * What was typed.
     *
     * @param asked the unit that should answer a message, or examine whether a decision is lawful
     */
    public record Typed(@Nullable MatterKind kind, @Nullable String title, @Nullable String asked) {

        public String text() {
            return title == null ? "" : title.strip();
        }

        public boolean message() {
            return kind == MatterKind.MESSAGE;
        }

        public boolean decision() {
            return kind == MatterKind.MAJOR_DECISION;
        }

        public boolean asks(UnitId unit) {
            return unit.toString().equals(asked);
        }
    }

    @GetMapping("/new")
    String form(Scope scope, @ModelAttribute Typed typed, Model model) {
        return show(scope, typed, ids.next(), List.of(), model);
    }

    @PostMapping
    String open(Scope scope, @ModelAttribute Typed typed, @RequestParam UUID key, Model model) {
        var parties = parties(scope, typed);
        if (parties.isEmpty()) {
            return show(scope, typed, key, List.of(Reason.of("asked-missing", typed.decision() ? "没有选由县政府哪个部门作合法性审查。" : "没有选由谁答复。", "选一个单位再提交；写的话还在。")), model);
        }
        return switch (matters.begin(scope, key, new NewCase(kind(scope, typed), typed.text(), parties.get()))) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> show(scope, typed, key, refused.reasons(), model);
            case Performed.Overtaken _ -> throw new IllegalStateException("a new case overtakes nothing");
        };
    }

    private Optional<Map<String, UnitId>> parties(Scope scope, Typed typed) {
        if (!typed.message() && !typed.decision()) {
            return Optional.of(own.villageParties(scope, scope.post().unit()));
        }
        try {
            return typed.asked() == null || typed.asked().isBlank() ? Optional.empty()
                    : asked(scope, typed, UnitId.of(typed.asked()));
        } catch (IllegalArgumentException notAUnit) {
            return Optional.empty();
        }
    }

    private Optional<Map<String, UnitId>> asked(Scope scope, Typed typed, UnitId unit) {
        if (!typed.decision()) {
            return Optional.of(Map.of("asked", unit));
        }
        return own.mayExamine(scope, unit) ? Optional.of(own.decisionParties(scope, unit)) : Optional.empty();
    }

    private List<UnitNames.Choice> choices(Scope scope, Typed typed) {
        var all = names.choices(scope);
        return typed.decision() ? all.stream().filter(choice -> own.mayExamine(scope, choice.unit())).toList() : all;
    }

    private MatterKind kind(Scope scope, Typed typed) {
        return Optional.ofNullable(typed.kind()).filter(kind -> own.mayOpen(scope, kind, scope.post().unit()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Scope scope, Typed typed, UUID key, List<Reason> reasons, Model model) {
        model.addAttribute("what", kind(scope, typed).chinese());
        model.addAttribute("typed", typed);
        model.addAttribute("key", key);
        model.addAttribute("reasons", reasons);
        model.addAttribute("action", "/posts/" + scope.post().post() + "/cases");
        model.addAttribute("choices", typed.message() || typed.decision() ? choices(scope, typed) : List.<UnitNames.Choice>of());
        return "matter/own";
    }
}
