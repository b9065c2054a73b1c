package cn.yizhen.app.paper;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Unit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The office at its papers: drafts, check, register. */
@Controller
public class PaperPages {

    private final Papers papers;
    private final Organisations organisations;
    private final Ids ids;

    PaperPages(Papers papers, Organisations organisations, Ids ids) {
        this.papers = papers;
        this.organisations = organisations;
        this.ids = ids;
    }

    @Bean
    static NavEntry papersEntry() {
        return new NavEntry("公文", "/papers", 45, Permission.DRAFT_DEPLOYMENT.name());
    }

    /**
     * One unit's register as the list shows it.
     *
     * @param post drafts are begun under
     */
    public record Desk(HeldPost post, String unit, YearCount count, UUID key) {}

    @GetMapping("/papers")
    String list(Scope scope, @RequestParam(required = false) @Nullable Integer year, Model model) {
        return list(scope, year, model, List.of());
    }

    private String list(Scope scope, @Nullable Integer asked, Model model, List<Reason> reasons) {
        int year = asked == null ? papers.today().getYear() : asked;
        var desks = scope.posts().stream().filter(post -> issues(scope, post)).collect(Collectors.toMap(HeldPost::unit, post -> post,
                        (first, _) -> first, LinkedHashMap::new)).values().stream()
                .map(post -> new Desk(post, unit(scope, post).name(), papers.count(scope, post.unit(), year), ids.next())).toList();
        model.addAttribute("desks", desks);
        model.addAttribute("year", year);
        model.addAttribute("drafts", papers.drafts(scope));
        model.addAttribute("register", papers.register(scope, year));
        model.addAttribute("kinds", Arrays.asList(FormalKind.values()));
        model.addAttribute("reasons", reasons);
        return "paper/list";
    }

    @PostMapping("/posts/{post}/papers/elsewhere")
    String elsewhere(Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "0") int year, @RequestParam(defaultValue = "-1") int documents,
            @RequestParam(defaultValue = "") String basis, Model model) {
        return switch (papers.noteElsewhere(scope, key, year, documents, basis)) {
            case Performed.Done _ -> "redirect:/papers";
            case Performed.Refused(var reasons) -> list(scope, null, model, reasons);
            case Performed.Overtaken _ -> "redirect:/papers";
        };
    }

    /**
     * The page of one draft.
     *
     * @param address of the draft, null before it is first saved
     * @param base    newest act on it, sent back with the next change
     * @param sign    whether it needs a leader's 签批 before it is issued
     * @param signed  the 签批 as it was typed
     * @param explanation why it is issued although it is more than last year, as it was typed
     */
    public record Sheet(@Nullable String address, String post, PaperDraft draft, @Nullable DraftCheck check, @Nullable IssuedPaper issued, UUID key,
            UUID issueKey, @Nullable UUID base, List<Reason> reasons, boolean overtaken, boolean sign, PaperSignOff.Typed signed, String explanation) {

        public Sheet(@Nullable String address, String post, PaperDraft draft, @Nullable DraftCheck check, @Nullable IssuedPaper issued, UUID key,
                UUID issueKey, @Nullable UUID base, List<Reason> reasons, boolean overtaken) {
            this(address, post, draft, check, issued, key, issueKey, base, reasons, overtaken, false, PaperSignOff.Typed.NOTHING, "");
        }

        Sheet signed(boolean needed) {
            return new Sheet(address, post, draft, check, issued, key, issueKey, base, reasons, overtaken, needed, signed, explanation);
        }

        Sheet typed(PaperSignOff.Typed sign, String why) {
            return new Sheet(address, post, draft, check, issued, key, issueKey, base, reasons, overtaken, this.sign, sign, why);
        }

        public String word(String field) {
            return draft.word(field);
        }
    }

    @GetMapping("/posts/{post}/papers/new")
    String blank(Scope scope, @RequestParam(defaultValue = "NOTICE") String kind, Model model) {
        return sheet(model, new Sheet(null, postOf(scope), begun(scope, PaperDraft.kind(kind)), null, null, ids.next(), ids.next(), null, List.of(), false));
    }

    @PostMapping("/posts/{post}/papers")
    String begin(Scope scope, @RequestParam UUID key, @RequestParam String kind, @RequestParam Map<String, String> typed, Model model) {
        var draft = typed(PaperDraft.kind(kind), typed);
        return switch (papers.begin(scope, key, draft)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> sheet(model, new Sheet(null, postOf(scope), draft, null, null, key, ids.next(), null, reasons, false));
            case Performed.Overtaken _ -> throw new IllegalStateException("a new draft overtakes nothing");
        };
    }

    @GetMapping("/posts/{post}/papers/{id}")
    String page(Scope scope, @PathVariable UUID id, Model model) {
        return sheet(model, shown(scope, papers.own(scope, id).orElseThrow(PaperPages::notFound), List.of()));
    }

    @PostMapping("/posts/{post}/papers/{id}/versions")
    String save(Scope scope, @PathVariable UUID id, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam Map<String, String> typed, Model model) {
        var before = papers.own(scope, id).orElseThrow(PaperPages::notFound);
        var draft = typed(before.draft().kind(), typed);
        return switch (papers.save(scope, key, before, base, draft)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> sheet(model, with(scope, before, draft, key, base, reasons, false));
            case Performed.Overtaken(var latest) -> sheet(model, with(scope, before, draft, ids.next(), latest, List.of(), true));
        };
    }

    @PostMapping("/posts/{post}/papers/{id}/issue")
    String issue(Scope scope, @PathVariable UUID id, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam(defaultValue = "") String explanation, @RequestParam(name = "signed-by", defaultValue = "") String leader,
            @RequestParam(name = "signed-on", defaultValue = "") String day, @RequestParam(name = "signed-words", defaultValue = "") String words, Model model) {
        var before = papers.own(scope, id).orElseThrow(PaperPages::notFound);
        var signed = new PaperSignOff.Typed(leader, day, words);
        return switch (papers.issue(scope, key, before, base, explanation, signed)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> sheet(model, shown(scope, before, reasons).typed(signed, explanation));
            case Performed.Overtaken _ -> "redirect:" + Papers.address(scope, id);
        };
    }

    private Sheet shown(Scope scope, Papers.Kept kept, List<Reason> reasons) {
        return new Sheet(Papers.address(scope, kept.paper()), postOf(scope), kept.draft(),
                kept.issued() == null ? papers.check(scope, kept.unit(), kept.draft()) : null, kept.issued(), ids.next(), ids.next(), kept.act(), reasons, false)
                .signed(signOffNeeded(scope, kept.draft()));
    }

    private boolean signOffNeeded(Scope scope, PaperDraft draft) {
        return !papers.signOffNeeded(scope, draft).isEmpty();
    }

    private Sheet with(Scope scope, Papers.Kept before, PaperDraft draft, UUID key, @Nullable UUID base, List<Reason> reasons, boolean overtaken) {
        return new Sheet(Papers.address(scope, before.paper()), postOf(scope), draft, papers.check(scope, before.unit(), draft), before.issued(), key, ids.next(),
                base, reasons, overtaken).signed(signOffNeeded(scope, draft));
    }

    private static String sheet(Model model, Sheet sheet) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("reasons", sheet.reasons());
        return "paper/draft";
    }

    private static PaperDraft typed(FormalKind kind, Map<String, String> typed) {
        var words = new HashMap<String, String>();
        PaperDraft.FIELDS.forEach(field -> words.put(field, typed.getOrDefault(field, "")));
        for (int i = 0; i < kind.particulars().size(); i++) {
            words.put("said" + i, typed.getOrDefault("said" + i, ""));
        }
        return new PaperDraft(kind, words);
    }

    /** What is known already: the unit's name where the kind prints it. */
    private PaperDraft begun(Scope scope, FormalKind kind) {
        var unit = unit(scope, scope.post()).name();
        var mark = switch (kind.format()) {
            case FILE -> unit + "文件";
            case LETTER -> unit;
            case MINUTES -> unit + "会议纪要";
            case BRIEFING -> "督查专报";
        };
        return new PaperDraft(kind, Map.of("mark", mark, "signed", unit, "printed-by", unit, "nature", "specific"));
    }

    private boolean issues(Scope scope, HeldPost post) {
        return Optional.of(unit(scope, post)).filter(unit -> DocumentNumber.givenBy(unit.kind())).isPresent();
    }

    private Unit unit(Scope scope, HeldPost post) {
        return organisations.asOf(scope).unit(post.unit()).orElseThrow(PaperPages::notFound);
    }

    private static String postOf(Scope scope) {
        return scope.post().post().toString();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
