package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.roster.ChargeChanges;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** One line of the responsibility table begins or ends, by its paper; and the yearly 有变化／无变化 of a unit. */
@Controller
public class ChargePage {

    private final Organisations organisations;
    private final OrganisationKeeping keeping;
    private final ChargeKeeping charges;
    private final Ids ids;

    ChargePage(Organisations organisations, OrganisationKeeping keeping, ChargeKeeping charges, Ids ids) {
        this.organisations = organisations;
        this.keeping = keeping;
        this.charges = charges;
        this.ids = ids;
    }

    /** What was typed, kept when the form comes back; bearer, over and substitute by code or name. */
    public record Typed(String bearer, ResponsibilityKind kind, String subject, String over, String substitute, LocalDate day, String paper) {}

    @GetMapping("/organisation/charges/new")
    String form(Scope scope, @RequestParam(defaultValue = "") String bearer, @RequestParam(defaultValue = "IN_CHARGE") ResponsibilityKind kind,
            @RequestParam(defaultValue = "") String subject, Model model) {
        return form(scope, model, new Typed(bearer, kind, subject, "", "", scope.asOf().on(), ""), List.of());
    }

    @PostMapping({"/organisation/charges", "/posts/{post}/organisation/charges"})
    String begin(
            Scope scope, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn, @RequestParam(defaultValue = "") String bearer,
            @RequestParam ResponsibilityKind kind, @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String over,
            @RequestParam(defaultValue = "") String substitute, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String paper, Model model) {
        RosterPage.require(scope);
        var typed = new Typed(bearer.strip(), kind, subject.strip(), over.strip(), substitute.strip(), day, paper.strip());
        var reading = new Reading(organisations.asOf(scope, AsOf.on(day)), typed);
        if (!reading.reasons.isEmpty()) {
            return form(scope, model, typed, reading.reasons);
        }
        return answer(scope, charges.change(scope, key, basedOn, new ChargeChanges(day, typed.paper(), List.of(reading.line()), Set.of())),
                reasons -> form(scope, model, typed, reasons));
    }

    @GetMapping("/organisation/charges/{fact}/ending")
    String ending(Scope scope, @PathVariable UUID fact, Model model) {
        return ending(scope, fact, scope.asOf().on(), "", model, List.of());
    }

    @PostMapping({"/organisation/charges/{fact}/ending", "/posts/{post}/organisation/charges/{fact}/ending"})
    String end(
            Scope scope, @PathVariable UUID fact, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestParam(defaultValue = "") String paper, Model model) {
        RosterPage.require(scope);
        return answer(scope, charges.change(scope, key, basedOn, new ChargeChanges(day, paper.strip(), List.of(), Set.of(fact))),
                reasons -> ending(scope, fact, day, paper, model, reasons));
    }

    /** One tap, once a year: 有变化 or 无变化. */
    @PostMapping({"/organisation/units/{unit}/charge-check", "/posts/{post}/organisation/units/{unit}/charge-check"})
    String check(Scope scope, @PathVariable UUID unit, @RequestParam UUID key, @RequestParam boolean changed) {
        return switch (charges.check(scope, key, new UnitId(unit), changed)) {
            case Performed.Done done -> "redirect:" + done.result();
            default -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    private interface Again {
        String with(List<Reason> reasons);
    }

    private static String answer(Scope scope, Performed performed, Again again) {
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> again.with(refused.reasons());
            case Performed.Overtaken _ -> again.with(CorrectionPage.OVERTAKEN);
        };
    }

    private String form(Scope scope, Model model, Typed typed, List<Reason> reasons) {
        RosterPage.require(scope);
        var organisation = organisations.asOf(scope, AsOf.on(typed.day()));
        model.addAttribute("typed", typed);
        model.addAttribute("bearerName", named(organisation, typed.bearer()));
        common(scope, model, "/organisation/charges", reasons);
        return "organisation/charge";
    }

    private String ending(Scope scope, UUID fact, LocalDate day, String paper, Model model, List<Reason> reasons) {
        RosterPage.require(scope);
        var line = organisations.history(scope).standing().responsibilities().stream().filter(one -> one.id().equals(fact)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).value();
        var organisation = organisations.asOf(scope);
        model.addAttribute("line", (line.bearer() instanceof Bearer.OfPost(var post) ? organisation.post(post).map(at -> PostNames.of(organisation, at)).orElse("")
                : organisation.unitOf(line.bearer()).map(Unit::shortName).orElse("")) + " " + line.kind().chinese() + "“" + line.subject() + "”（" + line.basis() + "）");
        model.addAttribute("day", day);
        model.addAttribute("paper", paper);
        common(scope, model, "/organisation/charges/" + fact + "/ending", reasons);
        return "organisation/charge-ending";
    }

    private void common(Scope scope, Model model, String address, List<Reason> reasons) {
        model.addAttribute("action", RosterPage.base(scope) + address);
        model.addAttribute("key", ids.next());
        model.addAttribute("basedOn", keeping.latest(scope).map(UUID::toString).orElse(""));
        model.addAttribute("reasons", reasons);
    }

    private static String named(Organisation organisation, String code) {
        return organisation.post(code).map(post -> PostNames.of(organisation, post)).or(() -> organisation.unit(code).map(Unit::name)).orElse("");
    }

    /** The typed codes against the organisation of the day. */
    private static final class Reading {

        private final Organisation organisation;
        private final Typed typed;
        private final List<Reason> reasons = new ArrayList<>();

        Reading(Organisation organisation, Typed typed) {
            this.organisation = organisation;
            this.typed = typed;
            if (bearer().isEmpty()) {
                reasons.add(unknown("charge-bearer", typed.bearer(), "哪个岗位或单位", "写单位名称，或者单位简称加职务（如“县财政局局长”）；也可以写编码，在导出的名册里查。"));
            }
            if (typed.subject().isEmpty() && over().isEmpty()) {
                reasons.add(Reason.of("charge-subject-missing", "没有写分管什么。", "写事项，或者填涉及的单位编码。"));
            }
            Stream.of(typed.over()).filter(code -> !code.isEmpty() && over().isEmpty()).forEach(code ->
                    reasons.add(Reason.of("charge-over-unknown", "没有认出“" + code + "”是哪个单位。", "写单位名称或者编码，没有的留空。")));
            if (!typed.substitute().isEmpty() && post(typed.substitute()).isEmpty()) {
                reasons.add(unknown("charge-substitute", typed.substitute(), "哪个岗位", "写单位简称加职务，如“县政府常务副县长”，或者岗位编码；没有的留空。"));
            }
        }

        /** Not recognised, or said of several posts: then with their holders' names, one of which to write. */
        private Reason unknown(String code, String words, String what, String otherwise) {
            var meant = PostNames.meant(organisation, words);
            return meant.size() < 2 ? Reason.of(code + "-unknown", "没有认出“" + words + "”是" + what + "。", otherwise)
                    : Reason.of(code + "-several", "“" + words + "”有 " + meant.size() + " 个岗位。", "写上姓名或者编码："
                            + meant.stream().limit(10).map(this::labelled).collect(Collectors.joining("、")) + "。");
        }

        private String labelled(Post post) {
            return PostNames.of(organisation, post) + String.join("、", UnitViews.holders(organisation, post)) + "（" + post.code() + "）";
        }

        Responsibility line() {
            var subject = typed.subject().isEmpty() ? over().map(Unit::shortName).orElse("") : typed.subject();
            return new Responsibility(bearer().orElseThrow(), typed.kind(), subject, typed.subject().isEmpty() ? List.of() : List.of(subject),
                    over().map(Unit::id).orElse(null), post(typed.substitute()).map(Post::id).orElse(null), typed.paper());
        }

        private Optional<Bearer> bearer() {
            Optional<PostId> post = post(typed.bearer()).map(Post::id);
            return post.isPresent() ? post.map(Bearer.OfPost::new) : PostNames.unit(organisation, typed.bearer()).map(unit -> new Bearer.OfUnit(unit.id()));
        }

        private Optional<Post> post(String words) {
            return PostNames.only(PostNames.meant(organisation, words));
        }

        private Optional<Unit> over() {
            return PostNames.unit(organisation, typed.over());
        }
    }
}
