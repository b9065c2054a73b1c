package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.roster.Reorganisation;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.SuccessionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Entering a merger or a split. */
@Controller
public class ReorganisationPage {

    /** What was typed, kept when the form comes back. */
    public record Typed(SuccessionKind kind, LocalDate day, String basis, String predecessors, String successors) {}

    private final OrganisationKeeping keeping;
    private final Ids ids;

    ReorganisationPage(OrganisationKeeping keeping, Ids ids) {
        this.keeping = keeping;
        this.ids = ids;
    }

    @GetMapping("/organisation/reorganisation")
    String form(Scope scope, Model model) {
        return form(scope, model, new Typed(SuccessionKind.MERGER, scope.asOf().on(), "", "", ""), List.of());
    }

    @PostMapping({"/organisation/reorganisation", "/posts/{post}/organisation/reorganisation"})
    String reorganise(
            Scope scope, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn, @RequestParam SuccessionKind kind,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String predecessors, @RequestParam(defaultValue = "") String successors, Model model) {
        RosterPage.require(scope);
        var typed = new Typed(kind, day, basis.strip(), predecessors, successors);
        var asked = new Reorganisation(kind, day, typed.basis(), codes(predecessors), named(successors));
        return switch (keeping.reorganise(scope, key, basedOn, asked)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> form(scope, model, typed, refused.reasons());
            case Performed.Overtaken _ -> form(scope, model, typed, List.of(Reason.of("overtaken",
                    "您打开这一页之后，机构名册又有了变动。", "您填的内容都还在；请核对原单位后再提交。")));
        };
    }

    private String form(Scope scope, Model model, Typed typed, List<Reason> reasons) {
        RosterPage.require(scope);
        model.addAttribute("action", RosterPage.base(scope) + "/organisation/reorganisation");
        model.addAttribute("key", ids.next());
        model.addAttribute("basedOn", keeping.latest(scope).map(UUID::toString).orElse(""));
        model.addAttribute("typed", typed);
        model.addAttribute("reasons", reasons);
        return "organisation/reorganisation";
    }

    private static List<String> codes(String text) {
        return Stream.of(text.split("[\\s,，、;；]+")).filter(code -> !code.isEmpty()).toList();
    }

    /** One new unit a line: its code, a blank, its name. */
    private static List<Reorganisation.Named> named(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> {
            var parts = line.split("\\s+", 2);
            return new Reorganisation.Named(parts[0], parts.length > 1 ? parts[1] : "");
        }).toList();
    }
}
