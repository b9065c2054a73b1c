package cn.yizhen.app.desk;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.matter.Matter;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.matter.NewMatter;
import cn.yizhen.app.matter.UnitNames;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.Decisions;
import cn.yizhen.app.record.Decisions.Decided;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.app.web.Download;
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
    private final Acts acts;
    private final Ids ids;

    DecisionPages(Decisions decisions, Matters matters, UnitNames names, Organisations organisations, Acts acts, Ids ids) {
        this.decisions = decisions;
        this.matters = matters;
        this.names = names;
        this.organisations = organisations;
        this.acts = acts;
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
        model.addAttribute("post", scope.posts().isEmpty() ? "" : scope.posts().getFirst().post().toString());
        model.addAttribute("key", ids.next());
        return "desk/decisions";
    }

    /** What the list shows the asker, as a workbook; taking it out is an act. */
    @TakesOut
    @PostMapping("/posts/{post}/decisions/export")
    ResponseEntity<byte[]> export(Scope scope, @RequestParam UUID key, @RequestParam int year, @RequestParam(defaultValue = "") String category) {
        var act = new Act(key, "decisions.exported", scope.post().post(), null, null, Map.of("year", year, "category", category));
        if (!(acts.perform(scope, act, _ -> Outcome.done("/decisions")) instanceof Performed.Done)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        var title = year + "年的决定";
        var rows = lines(scope, year, category).stream().map(DecisionPages::row).toList();
        var table = Table.of(List.of(Column.of("日期", 2), Column.of("单位", 2), Column.of("会议", 3), Column.of("议题号", 1), Column.of("决定", 4), Column.of("类别", 2),
                Column.of("应到／实到／有表决权", 2), Column.of("票数", 3), Column.of("核对", 2), Column.of("回避、末位表态、材料", 3), Column.of("办理", 3)), rows);
        var document = Document.of(title, StyleSheet.TABLES, Section.of("决定", Page.A4_LANDSCAPE, Paragraph.of(Role.TITLE, title),
                Paragraph.of(Role.SUBTITLE, "截至" + Days.full(scope.asOf().on()) + "，只有票数和核对；任免和处分事项没有内容"), table));
        return Download.of(Excel.write(document), title + ".xlsx", Excel.MEDIA_TYPE);
    }

    private static Row row(Line line) {
        var decision = line.decided().decision();
        var count = line.decided().record().content().headcount();
        return Row.of(line.decided().record().content().day().toString(), line.decided().unit(), line.decided().cited(), String.valueOf(decision.item()),
                decision.title(), decision.kind(), count == null ? "" : count.due() + "／" + count.present() + "／" + count.votingDue(), decision.votes().chinese(),
                line.decided().verdict().chinese(), decision.circumstances(),
                line.matters().stream().map(matter -> matter.number() + "（" + matter.stage() + "）").collect(Collectors.joining("、")));
    }

    private List<Line> lines(Scope scope, int year, String category) {
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
