package cn.yizhen.app.matter;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 对下承诺: what was promised to those below, how long they wait, the answer. */
@Controller
public class PromisePages {

    private final Promises promises;
    private final UnitNames names;
    private final Ids ids;

    PromisePages(Promises promises, UnitNames names, Ids ids) {
        this.promises = promises;
        this.names = names;
        this.ids = ids;
    }

    /** @param answers the post under which the reader may answer it, or null */
    public record Line(Promise promise, String by, String to, long days, @Nullable UUID answers, UUID key) {}

    @GetMapping("/promises")
    String list(Scope scope, Model model) {
        return show(scope, Map.of(), List.of(), model);
    }

    @PostMapping("/posts/{post}/promises")
    String note(Scope scope, @RequestParam UUID key, @RequestParam Map<String, String> typed, Model model) {
        return answer(scope, promises.note(scope, key, typed), typed, model);
    }

    @PostMapping("/posts/{post}/promises/{promise}/answer")
    String answer(Scope scope, @PathVariable UUID promise, @RequestParam UUID key, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "true") boolean kept, Model model) {
        return answer(scope, promises.answer(scope, key, promise, kept, words), Map.of(), model);
    }

    private String answer(Scope scope, Performed performed, Map<String, String> typed, Model model) {
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Overtaken _ -> "redirect:/promises";
            case Performed.Refused(var reasons) -> show(scope, typed, reasons, model);
        };
    }

    List<Line> lines(Scope scope) {
        LocalDate today = scope.asOf().on();
        return promises.of(scope).stream().map(one -> new Line(one, names.of(scope, one.by()), names.of(scope, one.to()),
                ChronoUnit.DAYS.between(one.madeOn(), one.answer() == null ? today : one.answer().day()), promises.answerer(scope, one).orElse(null), ids.next())).toList();
    }

    private String show(Scope scope, Map<String, String> typed, List<Reason> reasons, Model model) {
        LocalDate today = scope.asOf().on();
        model.addAttribute("lines", lines(scope));
        HeldPost post = scope.posts().isEmpty() ? null : scope.posts().getFirst();
        model.addAttribute("post", post == null ? "" : post.post().toString());
        model.addAttribute("own", post == null ? "" : post.unitName());
        model.addAttribute("units", post == null ? List.of() : names.choices(scope.under(post.post())).stream().map(UnitNames.Choice::name).toList());
        model.addAttribute("today", today);
        model.addAttribute("typed", typed);
        model.addAttribute("reasons", reasons);
        model.addAttribute("key", ids.next());
        return "matter/promises";
    }
}
