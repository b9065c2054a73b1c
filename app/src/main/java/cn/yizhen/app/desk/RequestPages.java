package cn.yizhen.app.desk;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.matter.MatterKind;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.matter.NewRequest;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.web.PartOf;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.duty.InstanceKey;
import cn.yizhen.rules.organisation.UnitId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One sentence upward: 请示、求助、反映问题; 有困难、不归我 where it is about a row. */
@Controller
@PartOf("matter")
public class RequestPages {

    private static final List<MatterKind> UPWARD = List.of(MatterKind.INSTRUCTION, MatterKind.HELP, MatterKind.PROBLEM);
    private static final List<MatterKind> ABOUT_A_ROW = List.of(MatterKind.DIFFICULTY, MatterKind.NOT_OURS);

    private final Organisations organisations;
    private final Duties duties;
    private final Matters matters;
    private final Ids ids;

    RequestPages(Organisations organisations, Duties duties, Matters matters, Ids ids) {
        this.organisations = organisations;
        this.duties = duties;
        this.matters = matters;
        this.ids = ids;
    }

    /**
     * What was typed.
     *
     * @param about the key of the instance it is about, or empty
     * @param asked the unit that should answer
     */
    public record Typed(@Nullable MatterKind kind, @Nullable String words, @Nullable String asked, @Nullable String about) {

        public String text() {
            return words == null ? "" : words.strip();
        }

        public String row() {
            return about == null ? "" : about;
        }
    }

    /** Where the desk's one line arrives, before it is said under which post. */
    @GetMapping("/requests/new")
    String begin(Scope scope, @ModelAttribute Typed typed, Model model) {
        return scope.posts().isEmpty() ? "redirect:/" : show(scope, typed, ids.next(), List.of(), model);
    }

    @GetMapping("/posts/{post}/requests/new")
    String form(Scope scope, @ModelAttribute Typed typed, Model model) {
        return show(scope, typed, ids.next(), List.of(), model);
    }

    @PostMapping("/posts/{post}/requests")
    String send(Scope scope, @ModelAttribute Typed typed, @RequestParam UUID key, Model model, HttpServletResponse response) {
        Optional<UnitId> asked = asked(typed);
        if (typed.kind() == null || asked.isEmpty()) {
            return refuse(scope, typed, key, List.of(Reason.of("request-incomplete",
                    typed.kind() == null ? "没有选是哪一类。" : "没有选由谁答复。", "选一项再提交；写的话还在。")), model, response);
        }
        String about = seen(scope, typed).map(seen -> seen.duty().title() + "（" + seen.period().label() + "）").orElse(null);
        return switch (matters.ask(scope, key, new NewRequest(typed.kind(), typed.text(), asked.get(), about))) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> refuse(scope, typed, key, refused.reasons(), model, response);
            case Performed.Overtaken _ -> "redirect:/";
        };
    }

    private String refuse(Scope scope, Typed typed, UUID key, List<Reason> reasons, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return show(scope, typed, key, reasons, model);
    }

    private String show(Scope scope, Typed typed, UUID key, List<Reason> reasons, Model model) {
        var organisation = organisations.asOf(scope);
        var addressees = new Addressees(organisation);
        var seen = seen(scope, typed);
        var asker = seen.flatMap(one -> new Offices(organisation).keeping(one.institution())).orElse(null);
        var from = scope.posts().getFirst().unit();
        model.addAttribute("posts", scope.posts());
        model.addAttribute("typed", typed);
        model.addAttribute("key", key);
        model.addAttribute("reasons", reasons);
        model.addAttribute("row", seen.map(one -> one.duty().title() + "·" + one.period().label()).orElse(""));
        model.addAttribute("kinds", seen.isPresent() ? ABOUT_A_ROW : UPWARD);
        model.addAttribute("proposed", addressees.propose(typed.text(), from, asker));
        model.addAttribute("all", addressees.all());
        return "desk/request";
    }

    private Optional<Duties.Seen> seen(Scope scope, Typed typed) {
        return InstanceKey.parse(typed.row()).flatMap(key -> duties.find(scope, key));
    }

    private static Optional<UnitId> asked(Typed typed) {
        try {
            return typed.asked() == null || typed.asked().isBlank() ? Optional.empty() : Optional.of(UnitId.of(typed.asked()));
        } catch (IllegalArgumentException notAUnit) {
            return Optional.empty();
        }
    }
}
