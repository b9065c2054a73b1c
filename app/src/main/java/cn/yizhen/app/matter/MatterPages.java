package cn.yizhen.app.matter;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Procedure.Ask;
import cn.yizhen.rules.institution.Procedure.Step;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One matter: its page, the form of each offered step, and why a clock ends when it does. */
@Controller
@RequestMapping("/posts/{post}/matters/{id}")
public class MatterPages {

    private final Matters matters;
    private final MatterViews views;
    private final Calendars calendars;
    private final UnitNames names;
    private final Ids ids;

    MatterPages(Matters matters, MatterViews views, Calendars calendars, UnitNames names, Ids ids) {
        this.matters = matters;
        this.views = views;
        this.calendars = calendars;
        this.names = names;
        this.ids = ids;
    }

    @GetMapping
    String page(Scope scope, @PathVariable MatterId id, Model model) {
        model.addAttribute("view", views.of(scope, matter(scope, id)));
        return "matter/matter";
    }

    @GetMapping("/clocks/{clock}")
    String why(Scope scope, @PathVariable MatterId id, @PathVariable String clock, Model model) {
        var matter = matter(scope, id);
        var timing = matter.here().timings(matters.now(), calendars.calendar(scope)).stream()
                .filter(t -> t.rule().id().equals(clock)).findFirst().orElseThrow(MatterPages::notFound);
        model.addAttribute("matter", matter);
        model.addAttribute("back", Matters.address(scope, id));
        model.addAttribute("timing", timing);
        model.addAttribute("line", views.clock(matter.here(), timing));
        return "matter/clock";
    }

    @GetMapping("/steps/{step}")
    String form(Scope scope, @PathVariable MatterId id, @PathVariable String step, Model model) {
        var matter = matter(scope, id);
        var offer = matters.offers(scope, matter, calendars.calendar(scope)).stream()
                .filter(o -> o.step().id().equals(step)).findFirst().orElseThrow(MatterPages::notFound);
        var typed = new LinkedMultiValueMap<String, String>();
        offer.step().asks().forEach(ask -> typed.addAll(StepForm.field(ask), already(matter, ask)));
        return form(scope, model, new Sheet(matter, offer.step(), ids.next(), matters.latestAct(scope, id).orElse(null), typed, offer.reasons(), List.of()));
    }

    @PostMapping("/steps/{step}")
    String take(Scope scope, @PathVariable MatterId id, @PathVariable String step, @RequestParam UUID key,
            @RequestParam(required = false) @Nullable UUID basedOn, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var matter = matter(scope, id);
        var known = matter.here().procedure().steps().stream().filter(s -> s.id().equals(step)).findFirst().orElseThrow(MatterPages::notFound);
        var sheet = new Sheet(matter, known, key, basedOn, typed, List.of(), List.of());
        var read = StepForm.read(known, typed);
        if (!read.faults().isEmpty()) {
            return form(scope, model, sheet.because(read.with(matters.against(scope, matter, step, read.said()))));
        }
        return switch (matters.take(scope, id, step, read.said(), key, basedOn)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> form(scope, model, sheet.because(refused.reasons()));
            case Performed.Overtaken overtaken -> form(scope, model, overtaken(scope, sheet, overtaken.latest()));
        };
    }

    /** What stands in the form from the beginning: today, and the units that have the role now. */
    private List<String> already(Matter matter, Ask ask) {
        if (ask.id().equals("as-of")) {
            return List.of(LocalDate.from(matters.now()).toString());
        }
        return ask.shape().equals("units") ? ask.becomes().stream().flatMap(role -> matter.here().party(role).stream()).map(UnitId::toString).toList() : List.of();
    }

    /** The form with what was typed, beside what others did meanwhile; sending it again decides with that in view. */
    private Sheet overtaken(Scope scope, Sheet sheet, UUID latest) {
        var now = matter(scope, sheet.matter().id());
        var journal = now.here().journal();
        int newer = Math.min(matters.stepsSince(scope, now.id(), sheet.basedOn()), journal.size());
        return new Sheet(now, sheet.step(), ids.next(), latest, sheet.typed(), List.of(), journal.subList(journal.size() - newer, journal.size()));
    }

    private String form(Scope scope, Model model, Sheet sheet) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("reasons", sheet.reasons());
        model.addAttribute("choices", names.choices(scope));
        model.addAttribute("meanwhile", views.entries(scope, sheet.matter().here(), sheet.meanwhile()));
        model.addAttribute("back", Matters.address(scope, sheet.matter().id()));
        return "matter/step";
    }

    private Matter matter(Scope scope, MatterId id) {
        return matters.find(scope, id).orElseThrow(MatterPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /**
     * The form of a step as it is shown.
     *
     * @param typed     what was typed, kept
     * @param meanwhile steps others took after this form was opened
     */
    public record Sheet(Matter matter, Step step, UUID key, @Nullable UUID basedOn, MultiValueMap<String, String> typed, List<Reason> reasons,
            List<Entry> meanwhile) {

        Sheet because(List<Reason> why) {
            return new Sheet(matter, step, key, basedOn, typed, why, meanwhile);
        }

        public String typed(String ask) {
            var value = typed.getFirst("a-" + ask);
            return value == null ? "" : value;
        }

        public boolean chosen(String ask, String unit) {
            return typed.getOrDefault("a-" + ask, List.of()).contains(unit);
        }
    }
}
