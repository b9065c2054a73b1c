package cn.yizhen.app.matter;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 立项 by hand, for what comes from no speech (批示、会议纪要), and sub-tasks under a matter one leads. */
@Controller
@RequestMapping("/posts/{post}/matters")
public class OpeningPages {

    private final Matters matters;
    private final UnitNames names;
    private final Ids ids;

    OpeningPages(Matters matters, UnitNames names, Ids ids) {
        this.matters = matters;
        this.names = names;
        this.ids = ids;
    }

    /** What was typed. */
    public record Typed(@Nullable String title, @Nullable String wording, @Nullable String source, @Nullable String paper, @Nullable String lead,
            @Nullable List<String> support, @Nullable String due) {

        public static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }

        public boolean leads(UnitId unit) {
            return unit.toString().equals(lead);
        }

        public boolean supports(UnitId unit) {
            return support != null && support.contains(unit.toString());
        }
    }

    @GetMapping("/new")
    String form(Scope scope, @ModelAttribute Typed typed, Model model) {
        return form(scope, model, new Sheet(null, typed, ids.next(), List.of()));
    }

    @GetMapping("/{id}/subtasks")
    String subtask(Scope scope, @PathVariable MatterId id, @ModelAttribute Typed typed, Model model) {
        return form(scope, model, new Sheet(parent(scope, id), typed, ids.next(), List.of()));
    }

    @PostMapping
    String open(Scope scope, @ModelAttribute Typed typed, @RequestParam UUID key, Model model) {
        return open(scope, new Sheet(null, typed, key, List.of()), model);
    }

    @PostMapping("/{id}/subtasks")
    String openSubtask(Scope scope, @PathVariable MatterId id, @ModelAttribute Typed typed, @RequestParam UUID key, Model model) {
        return open(scope, new Sheet(parent(scope, id), typed, key, List.of()), model);
    }

    /** @param parent the matter it is to be a sub-task of, or null */
    public record Sheet(@Nullable Matter parent, Typed typed, UUID key, List<Reason> reasons) {

        Sheet because(List<Reason> why) {
            return new Sheet(parent, typed, key, why);
        }
    }

    private String open(Scope scope, Sheet sheet, Model model) {
        var faults = new ArrayList<Reason>();
        var due = day(sheet.typed().due(), faults);
        if (Typed.text(sheet.typed().lead()).isEmpty()) {
            faults.add(Reason.of("matter-without-lead", "没有选牵头单位。", "选一个牵头单位，其余作为配合单位。"));
        }
        if (!faults.isEmpty() || due == null) {
            return form(scope, model, sheet.because(faults));
        }
        return switch (matters.open(scope, sheet.key(), asked(sheet, due))) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> form(scope, model, sheet.because(refused.reasons()));
            case Performed.Overtaken _ -> throw new IllegalStateException("a new matter overtakes nothing");
        };
    }

    private static NewMatter asked(Sheet sheet, LocalDate due) {
        var typed = sheet.typed();
        var support = typed.support() == null ? List.<String>of() : typed.support();
        var wording = Typed.text(typed.wording());
        return new NewMatter(null, Typed.text(typed.title()), wording.isEmpty() ? Typed.text(typed.title()) : wording, orNull(typed.source()), orNull(typed.paper()),
                null, sheet.parent() == null ? null : sheet.parent().id(), UnitId.of(Typed.text(typed.lead())),
                support.stream().filter(unit -> !unit.equals(typed.lead())).map(UnitId::of).collect(Collectors.toSet()), due);
    }

    private static @Nullable String orNull(@Nullable String value) {
        return Typed.text(value).isEmpty() ? null : Typed.text(value);
    }

    private static @Nullable LocalDate day(@Nullable String text, List<Reason> faults) {
        try {
            return LocalDate.parse(Typed.text(text));
        } catch (DateTimeParseException _) {
            faults.add(Reason.of("matter-without-day", "没有写办结日期。", "从日历里选一天。"));
            return null;
        }
    }

    private Matter parent(Scope scope, MatterId id) {
        return matters.find(scope, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String form(Scope scope, Model model, Sheet sheet) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("reasons", sheet.reasons());
        model.addAttribute("base", "/posts/" + scope.post().post() + "/matters");
        model.addAttribute("choices", names.choices(scope));
        return "matter/open";
    }
}
