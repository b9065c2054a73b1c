package cn.yizhen.app.overview.summary;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalLayout;
import cn.yizhen.app.duty.PointsInTime;
import cn.yizhen.app.web.Download;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The supervising office at its summary: rows, judgements, text, 签批, issue, files. */
@Controller
public class SummaryPages {

    private final Summaries summaries;
    private final SummaryIssue issue;
    private final PointsInTime points;
    private final Ids ids;

    SummaryPages(Summaries summaries, SummaryIssue issue, PointsInTime points, Ids ids) {
        this.summaries = summaries;
        this.issue = issue;
        this.points = points;
        this.ids = ids;
    }

    @Bean
    static NavEntry summariesEntry() {
        return new NavEntry("督查总结", "/summaries", 46, Permission.SUPERVISE.name());
    }

    /**
     * The page.
     *
     * @param standing what stands against issuing now
     * @param typed    what a refused form held
     * @param before   true where the page shows an earlier knowledge and changes nothing
     */
    public record Sheet(Summary summary, String post, List<Reason> standing, LocalDate today, UUID[] keys, List<Reason> reasons, Map<String, String> typed,
            boolean overtaken, boolean before) {

        public String typed(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise);
        }

        /** What the field of a block holds: what was typed and not kept, else the block's words as they stand. */
        public String words(Block block) {
            return Optional.ofNullable(changed(typed).get(block)).orElse(summary.text(block));
        }

        public String base(String form) {
            return summary.bases().getOrDefault(form, Optional.empty()).map(UUID::toString).orElse("");
        }

        public String action(String what) {
            return "/posts/" + post + "/summaries/" + summary.period().key() + "/" + what;
        }

        public String query() {
            return "?form=" + summary.form() + "&on=" + summary.on() + (summary.known() == AsOf.LATEST ? "" : "&known=" + summary.known());
        }
    }

    @GetMapping("/summaries")
    String current(Scope scope) {
        post(scope);
        return "redirect:/summaries/" + SummaryPeriod.quarterOf(summaries.today()).key();
    }

    @GetMapping("/summaries/{period}")
    String page(Scope scope, @PathVariable String period, @RequestParam(defaultValue = "") String form, @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known, Model model, HttpServletResponse response) {
        var of = period(period);
        if (of.days().from().isAfter(summaries.today())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var now = SummaryPeriod.quarterOf(summaries.today());
            return sheet(model, scope, summary(scope, usual(now), now, Form.named(form)), List.of(Summaries.notBegun(of)), Map.of(), false);
        }
        return switch (point(scope, of, on, known)) {
            case Outcome.Done<AsOf>(var point) -> sheet(model, scope, summary(scope, point, of, Form.named(form)), List.of(), Map.of(), false);
            case Outcome.Refused<AsOf>(var reasons) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield sheet(model, scope, summary(scope, usual(of), of, Form.named(form)), reasons, Map.of(), false);
            }
        };
    }

    @PostMapping("/posts/{post}/summaries/{period}/judgements")
    String judge(Scope scope, @PathVariable String period, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam Map<String, String> typed, Model model) {
        var of = period(period);
        var judged = typed.keySet().stream().filter(field -> field.startsWith("judgement-")).map(field -> field.substring("judgement-".length()))
                .map(matter -> new TypedJudgement(UUID.fromString(matter), typed.getOrDefault("number-" + matter, ""), typed.getOrDefault("judgement-" + matter, ""),
                        typed.getOrDefault("ground-" + matter, ""))).toList();
        return answer(scope, model, of, typed, summaries.judge(scope, key, of, base, judged));
    }

    @PostMapping("/posts/{post}/summaries/{period}/texts")
    String write(Scope scope, @PathVariable String period, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam Map<String, String> typed, Model model) {
        var of = period(period);
        return answer(scope, model, of, typed, summaries.write(scope, key, of, Form.named(typed.getOrDefault("form", "")), base, changed(typed)));
    }

    /** Blocks that were changed on the page: what the program proposes may have changed since it was shown. */
    private static Map<Block, String> changed(Map<String, String> typed) {
        var words = new EnumMap<Block, String>(Block.class);
        for (var block : Block.values()) {
            var now = plain(typed.getOrDefault(block.name(), ""));
            if (!now.equals(plain(typed.getOrDefault("was-" + block.name(), "")))) {
                words.put(block, now);
            }
        }
        return words;
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    @PostMapping("/posts/{post}/summaries/{period}/sign-offs")
    String signOff(Scope scope, @PathVariable String period, @RequestParam UUID key, @RequestParam Map<String, String> typed, Model model) {
        var of = period(period);
        return answer(scope, model, of, typed, summaries.signOff(scope, key, of, Form.named(typed.getOrDefault("form", "")), typed.getOrDefault("leader", ""),
                day(typed.get("signed-on")), typed.getOrDefault("words", "")));
    }

    @PostMapping("/posts/{post}/summaries/{period}/issue")
    String issue(Scope scope, @PathVariable String period, @RequestParam UUID key, @RequestParam Map<String, String> typed, Model model) {
        var of = period(period);
        var on = Optional.ofNullable(day(typed.get("on"))).orElse(summaries.usualDay(of));
        return answer(scope, model, of, typed, issue.issue(scope.at(AsOf.on(on)), key, of, Form.named(typed.getOrDefault("form", "")),
                typed.getOrDefault("number", ""), day(typed.get("date"))));
    }

    @TakesOut("督查专报稿")
    @GetMapping("/summaries/{period}/draft.docx")
    ResponseEntity<byte[]> draft(Scope scope, @PathVariable String period, @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String known) {
        var of = period(period);
        var summary = summary(scope, point(scope, of, on, known) instanceof Outcome.Done<AsOf>(var point) ? point : usual(of), of, Form.named(form));
        return Download.of(Word.write(FormalLayout.of(issue.draft(scope.under(post(scope).post()), summary))), summary.title() + ".docx", Word.MEDIA_TYPE);
    }

    @TakesOut("督查专报附表")
    @GetMapping("/summaries/{period}/annex.xlsx")
    ResponseEntity<byte[]> annex(Scope scope, @PathVariable String period, @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String known) {
        var of = period(period);
        var summary = summary(scope, point(scope, of, on, known) instanceof Outcome.Done<AsOf>(var point) ? point : usual(of), of, Form.named(form));
        return Download.of(Excel.write(issue.annex(scope, summary)), summary.title() + "进展情况表.xlsx", Excel.MEDIA_TYPE);
    }

    private String answer(Scope scope, Model model, SummaryPeriod period, Map<String, String> typed, Performed performed) {
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> sheet(model, scope, again(scope, period, typed), reasons, typed, false);
            case Performed.Overtaken _ -> sheet(model, scope, again(scope, period, typed), List.of(), typed, true);
        };
    }

    private Summary again(Scope scope, SummaryPeriod period, Map<String, String> typed) {
        return summary(scope, point(scope, period, typed.getOrDefault("on", ""), "") instanceof Outcome.Done<AsOf>(var point) ? point : usual(period), period,
                Form.named(typed.getOrDefault("form", "")));
    }

    private Summary summary(Scope scope, AsOf point, SummaryPeriod period, Form form) {
        return summaries.summary(scope.at(point), period, form);
    }

    /** Both switches as 履行情况 reads them: a day, and a day or the number of an act. */
    private Outcome<AsOf> point(Scope scope, SummaryPeriod period, String on, String known) {
        return points.read(scope, on.isBlank() ? summaries.usualDay(period).toString() : on, known);
    }

    private AsOf usual(SummaryPeriod period) {
        return AsOf.on(summaries.usualDay(period));
    }

    private String sheet(Model model, Scope scope, Summary summary, List<Reason> reasons, Map<String, String> typed, boolean overtaken) {
        model.addAttribute("sheet", new Sheet(summary, post(scope).post().toString(), AgainstIssuing.of(summary, summaries.today()), summaries.today(),
                new UUID[] {ids.next(), ids.next(), ids.next(), ids.next()}, reasons, typed, overtaken, summary.known() != AsOf.LATEST));
        return "overview/summary";
    }

    /** The post the office acts under; without one there is no summary here. */
    private static HeldPost post(Scope scope) {
        return scope.posts().stream().filter(post -> post.permissions().contains(Permission.SUPERVISE)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static SummaryPeriod period(String key) {
        return SummaryPeriod.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
