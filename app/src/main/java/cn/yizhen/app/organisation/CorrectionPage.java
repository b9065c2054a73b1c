package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.ReadsPersonalData;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.roster.Correction;
import cn.yizhen.app.organisation.roster.Undoing;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What was noted about a unit, fact by fact, and what to do about one that is wrong; erasing a person's name. */
@Controller
public class CorrectionPage {

    static final List<Reason> OVERTAKEN = List.of(Reason.of("overtaken", "您打开这一页之后，机构名册又有了变动。", "您填的内容都还在；请核对后再提交。"));

    private final Organisations organisations;
    private final NotedFacts facts;
    private final OrganisationKeeping keeping;
    private final Ids ids;

    CorrectionPage(Organisations organisations, NotedFacts facts, OrganisationKeeping keeping, Ids ids) {
        this.organisations = organisations;
        this.facts = facts;
        this.keeping = keeping;
        this.ids = ids;
    }

    @GetMapping("/organisation/units/{unit}/facts")
    String facts(Scope scope, @PathVariable UUID unit, Model model) {
        RosterPage.require(scope);
        var noted = facts.of(scope, new UnitId(unit));
        if (noted.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("unit", unit);
        model.addAttribute("facts", noted);
        return "organisation/facts";
    }

    @GetMapping("/organisation/changes")
    String changes(Scope scope, Model model) {
        model.addAttribute("changes", organisations.changes(scope));
        model.addAttribute("keeps", scope.has(Permission.KEEP_ORGANISATION));
        return "organisation/changes";
    }

    @GetMapping("/organisation/facts/{fact}/correction")
    String correction(Scope scope, @PathVariable UUID fact, Model model) {
        return correction(scope, fact, model, List.of(), new Typed("", "", null, null, "", ""));
    }

    /** What was typed, kept when the form comes back. */
    public record Typed(String wish, String words, @Nullable LocalDate from, @Nullable LocalDate until, String reason, String paper) {

        Correction.Wish asked(Noted noted) {
            return switch (wish) {
                case "days" -> new Correction.Wish.Days(Objects.requireNonNullElse(from, noted.valid().from()), until);
                case "words" -> new Correction.Wish.Wording(words);
                default -> new Correction.Wish.Never();
            };
        }
    }

    @PostMapping({"/organisation/facts/{fact}/correction", "/posts/{post}/organisation/facts/{fact}/correction"})
    String correct(
            Scope scope, @PathVariable UUID fact, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn,
            @RequestParam(defaultValue = "") String wish, @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String paper, Model model) {
        RosterPage.require(scope);
        var typed = new Typed(wish, words, from, until, reason, paper.strip());
        if (wish.isEmpty()) {
            return correction(scope, fact, model, List.of(Reason.of("wish-missing", "没有选怎么更正。", "请选一种。")), typed);
        }
        var noted = facts.find(scope, fact);
        var asked = new Correction(fact, noted.map(typed::asked).orElseGet(Correction.Wish.Never::new), reason);
        return switch (keeping.correct(scope, key, basedOn, asked, typed.paper())) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> correction(scope, fact, model, refused.reasons(), typed);
            case Performed.Overtaken _ -> correction(scope, fact, model, OVERTAKEN, typed);
        };
    }

    private String correction(Scope scope, UUID fact, Model model, List<Reason> reasons, Typed typed) {
        RosterPage.require(scope);
        model.addAttribute("noted", facts.find(scope, fact).orElse(null));
        model.addAttribute("typed", typed);
        form(scope, model, "/organisation/facts/" + fact + "/correction", reasons);
        return "organisation/correction";
    }

    @GetMapping("/organisation/changes/{number}/undoing")
    String undoing(Scope scope, @PathVariable long number, Model model) {
        return undoing(scope, number, model, List.of(), "");
    }

    @PostMapping({"/organisation/changes/{number}/undoing", "/posts/{post}/organisation/changes/{number}/undoing"})
    String undo(
            Scope scope, @PathVariable long number, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn,
            @RequestParam(defaultValue = "") String reason, Model model) {
        RosterPage.require(scope);
        return switch (keeping.undo(scope, key, basedOn, new Undoing(number, reason), change(scope, number).title())) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> undoing(scope, number, model, refused.reasons(), reason);
            case Performed.Overtaken _ -> undoing(scope, number, model, OVERTAKEN, reason);
        };
    }

    private String undoing(Scope scope, long number, Model model, List<Reason> reasons, String reason) {
        RosterPage.require(scope);
        model.addAttribute("change", change(scope, number));
        model.addAttribute("reason", reason);
        form(scope, model, "/organisation/changes/" + number + "/undoing", reasons);
        return "organisation/undoing";
    }

    private Organisations.Change change(Scope scope, long number) {
        return organisations.changes(scope).stream().filter(change -> change.number() != null && change.number() == number).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @ReadsPersonalData("一个人的姓名（删除）")
    @GetMapping("/organisation/persons/{person}/erasure")
    String erasure(Scope scope, @PathVariable UUID person, Model model) {
        return erasure(scope, new PersonId(person), model, List.of(), "");
    }

    @PostMapping({"/organisation/persons/{person}/erasure", "/posts/{post}/organisation/persons/{person}/erasure"})
    String erase(
            Scope scope, @PathVariable UUID person, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn,
            @RequestParam(required = false) @Nullable ErasureGround ground, @RequestParam(defaultValue = "") String paper, Model model) {
        RosterPage.require(scope);
        if (ground == null || paper.isBlank()) {
            return erasure(scope, new PersonId(person), model,
                    List.of(Reason.of("erasure-ground-missing", "没有选依据，或者没有写审批文件。", "选一条法定情形，写上审批文件的标题和文号；删除后不能恢复。")), paper);
        }
        return switch (keeping.erase(scope, key, basedOn, new PersonId(person), ground, paper.strip())) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> erasure(scope, new PersonId(person), model, refused.reasons(), paper);
            case Performed.Overtaken _ -> erasure(scope, new PersonId(person), model, OVERTAKEN, paper);
        };
    }

    private String erasure(Scope scope, PersonId person, Model model, List<Reason> reasons, String paper) {
        RosterPage.require(scope);
        var against = keeping.erasable(scope, person);
        model.addAttribute("name", organisations.names(scope, List.of(person)).getOrDefault(person, ""));
        model.addAttribute("possible", against.isEmpty());
        model.addAttribute("paper", paper);
        form(scope, model, "/organisation/persons/" + person + "/erasure", reasons.isEmpty() ? against : reasons);
        return "organisation/erasure";
    }

    private void form(Scope scope, Model model, String address, List<Reason> reasons) {
        model.addAttribute("action", RosterPage.base(scope) + address);
        model.addAttribute("key", ids.next());
        model.addAttribute("basedOn", keeping.latest(scope).map(UUID::toString).orElse(""));
        model.addAttribute("reasons", reasons);
    }
}
