package cn.yizhen.app.matter;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 请示、求助、反映问题、有困难、不归我: one sentence to the unit that should answer. A row of the desk leads here
 * with {@code kind}, {@code about} and {@code asked} filled in.
 */
@Controller
@RequestMapping("/posts/{post}/requests")
public class RequestPages {

    private final Matters matters;
    private final UnitNames names;
    private final Ids ids;

    RequestPages(Matters matters, UnitNames names, Ids ids) {
        this.matters = matters;
        this.names = names;
        this.ids = ids;
    }

    /**
     * What was typed.
     *
     * @param asked the unit that should answer, empty until chosen
     * @param about what it is about, as printed on the row it came from; empty where it stands by itself
     */
    public record Typed(@Nullable MatterKind kind, @Nullable String words, @Nullable String asked, @Nullable String about) {

        public boolean is(MatterKind other) {
            return other == kind || kind == null && other == MatterKind.INSTRUCTION;
        }

        public boolean asks(UnitId unit) {
            return unit.toString().equals(asked);
        }

        String text() {
            return words == null ? "" : words;
        }
    }

    @GetMapping
    String form(Scope scope, @ModelAttribute Typed typed, Model model) {
        return form(scope, model, typed, ids.next(), List.of());
    }

    @PostMapping
    String make(Scope scope, @ModelAttribute Typed typed, @RequestParam UUID key, Model model) {
        if (typed.kind() == null || !typed.kind().request() || typed.asked() == null || typed.asked().isBlank()) {
            return form(scope, model, typed, key, List.of(Reason.of("request-incomplete", "还没有选种类或者答复单位。", "选好以后再提交。")));
        }
        var about = typed.about() == null || typed.about().isBlank() ? null : typed.about();
        return switch (matters.ask(scope, key, new NewRequest(typed.kind(), typed.text(), UnitId.of(typed.asked()), about))) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> form(scope, model, typed, key, refused.reasons());
            case Performed.Overtaken _ -> throw new IllegalStateException("a new request overtakes nothing");
        };
    }

    private String form(Scope scope, Model model, Typed typed, UUID key, List<Reason> reasons) {
        model.addAttribute("post", scope.post());
        model.addAttribute("kinds", Arrays.stream(MatterKind.values()).filter(MatterKind::request).toList());
        model.addAttribute("nearest", names.nearest(scope));
        model.addAttribute("choices", names.choices(scope));
        model.addAttribute("typed", typed);
        model.addAttribute("key", key);
        model.addAttribute("reasons", reasons);
        return "matter/request";
    }
}
