package cn.yizhen.app.desk;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.matter.Matter;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.matter.NewMatter;
import cn.yizhen.app.matter.UnitNames;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.Decisions;
import cn.yizhen.app.record.Decisions.Decided;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.app.web.PartOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.organisation.UnitId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 民主集中制: what was decided, how it was checked, and the matters it became. */
@Controller
@PartOf("record")
public class DecisionPages {

    private static final int LONGEST_TITLE = 60;

    private final Decisions decisions;
    private final Matters matters;
    private final UnitNames names;
    private final Organisations organisations;
    private final Ids ids;

    DecisionPages(Decisions decisions, Matters matters, UnitNames names, Organisations organisations, Ids ids) {
        this.decisions = decisions;
        this.matters = matters;
        this.names = names;
        this.organisations = organisations;
        this.ids = ids;
    }

    /** A decision in the list with what it became. */
    public record Line(Decided decided, List<Became> matters) {}

    /** A matter that came of a decision, under the post it is looked at. */
    public record Became(String href, String number, String stage) {}

    /** What was typed to hand a decision over. */
    public record Typed(@Nullable String title, @Nullable String lead, @Nullable List<String> support, @Nullable String due) {

        static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }

        Set<UnitId> supporting() {
            return support == null ? Set.of() : support.stream().filter(unit -> !unit.equals(lead)).map(UnitId::of).collect(Collectors.toSet());
        }
    }

    @GetMapping("/decisions")
    String list(Scope scope, @RequestParam(required = false) @Nullable Integer year, @RequestParam(defaultValue = "") String category, Model model) {
        int asked = year == null ? scope.asOf().on().getYear() : year;
        model.addAttribute("year", asked);
        model.addAttribute("category", category);
        model.addAttribute("lines", lines(scope, asked, category));
        return "desk/decisions";
    }

    List<Line> lines(Scope scope, int year, String category) {
        var chosen = DecisionCategory.of(category);
        return decisions.of(scope, year).stream()
                .filter(decided -> chosen.isEmpty() || chosen.get() == decided.decision().category())
                .map(decided -> new Line(decided, became(scope, decided))).toList();
    }

    @GetMapping("/decisions/{subject}/{item}")
    String show(Scope scope, @PathVariable UUID subject, @PathVariable int item, Model model) {
        var decided = find(scope, subject, item);
        return show(scope, decided, proposed(scope, decided), ids.next(), List.of(), model);
    }

    @PostMapping("/posts/{post}/decisions/{subject}/{item}/matters")
    String handOver(Scope scope, @PathVariable UUID subject, @PathVariable int item, @RequestParam UUID key, @ModelAttribute Typed typed, Model model,
            HttpServletResponse response) {
        var decided = find(scope, subject, item);
        var faults = new ArrayList<Reason>();
        if (decided.decision().personnel()) {
            faults.add(Reason.of("personnel-no-matter", "任免和处分事项不转为督办事项。", "按组织程序办理，材料留在原处。"));
        }
        if (!decided.verdict().made()) {
            faults.add(Reason.of("decision-not-made", "这一项" + decided.verdict().chinese() + "，没有形成决定，不能转为督办事项。", "票数或人数填错的，先更正那次会议的记录。"));
        }
        var asked = asked(decided, typed, faults);
        if (faults.isEmpty() && asked != null) {
            switch (matters.open(scope, key, asked)) {
                case Performed.Done done -> {
                    return "redirect:" + done.result();
                }
                case Performed.Refused(var reasons) -> faults.addAll(reasons);
                case Performed.Overtaken _ -> throw new IllegalStateException("a new matter overtakes nothing");
            }
        }
        response.setStatus(422);
        return show(scope, decided, typed, key, faults, model);
    }

    private static @Nullable NewMatter asked(Decided decided, Typed typed, List<Reason> faults) {
        var due = day(Typed.text(typed.due()));
        if (due.isEmpty()) {
            faults.add(Reason.of("matter-without-day", "没有写办结日期。", "从日历里选一天。"));
        }
        var lead = unit(Typed.text(typed.lead()));
        if (lead.isEmpty()) {
            faults.add(Reason.of("matter-without-lead", "没有选牵头单位。", "选一个牵头单位，其余作为配合单位。"));
        }
        var mark = decided.decision().paperMark();
        return due.isEmpty() || lead.isEmpty() ? null : new NewMatter(null, Typed.text(typed.title()), decided.decision().about(), decided.cited(),
                mark.isEmpty() ? null : mark, decided.identity(), null, lead.get(), typed.supporting(), due.get());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<UnitId> unit(String text) {
        try {
            return Optional.of(UnitId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String show(Scope scope, Decided decided, Typed typed, UUID key, List<Reason> reasons, Model model) {
        var raises = raises(scope);
        model.addAttribute("decided", decided);
        model.addAttribute("became", became(scope, decided));
        model.addAttribute("typed", typed);
        model.addAttribute("key", key);
        model.addAttribute("reasons", reasons);
        model.addAttribute("raises", raises.map(HeldPost::post).orElse(null));
        model.addAttribute("choices", raises.map(post -> names.choices(scope.under(post.post()))).orElse(List.of()));
        return "desk/decision";
    }

    private List<Became> became(Scope scope, Decided decided) {
        return matters.from(scope, decided.identity()).stream().map(matter -> new Became(
                "/posts/" + seat(scope, matter) + "/matters/" + matter.id(), matter.number(), matter.here().standing().title())).toList();
    }

    private String seat(Scope scope, Matter matter) {
        return matters.seat(scope, matter).toString();
    }

    /** What is filled in from the beginning: the words decided, and the lead that the responsibility table names for them. */
    private Typed proposed(Scope scope, Decided decided) {
        var about = decided.decision().about();
        var title = about.codePointCount(0, about.length()) <= LONGEST_TITLE ? about : about.substring(0, about.offsetByCodePoints(0, LONGEST_TITLE));
        var lead = new Addressees(organisations.asOf(scope)).propose(about, decided.record().content().unit(), null).stream()
                .findFirst().map(one -> one.unit().toString()).orElse(null);
        return new Typed(title, lead, null, null);
    }

    private static Optional<HeldPost> raises(Scope scope) {
        return scope.posts().stream().filter(post -> post.permissions().contains(Permission.SUPERVISE)).findFirst();
    }

    private Decided find(Scope scope, UUID subject, int item) {
        return decisions.find(scope, subject, item).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
