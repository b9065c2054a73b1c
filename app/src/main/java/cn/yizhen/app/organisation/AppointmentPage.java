package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.roster.Appointment;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** 任免: who leaves a post, who takes it, from which day, by which paper. */
@Controller
public class AppointmentPage {

    private final Organisations organisations;
    private final OrganisationKeeping keeping;
    private final ChargeKeeping charges;
    private final Ids ids;

    AppointmentPage(Organisations organisations, OrganisationKeeping keeping, ChargeKeeping charges, Ids ids) {
        this.organisations = organisations;
        this.keeping = keeping;
        this.charges = charges;
        this.ids = ids;
    }

    /**
     * What was typed, kept when the form comes back.
     *
     * @param leaving who was ticked, or null while the form is new and everybody is
     * @param seats   bodies ticked, or null while the form is new and all are
     * @param same    the namesake chosen, «new» for somebody else, or empty
     */
    public record Typed(LocalDate day, String paper, String name, HoldingKind kind, @Nullable Set<UUID> leaving, @Nullable Set<UUID> seats, String same) {

        public boolean leaves(PersonId person) {
            return leaving == null || leaving.contains(person.value());
        }

        public boolean takes(BodyId body) {
            return seats == null || seats.contains(body.value());
        }
    }

    /**
     * Somebody who may be meant, or who may leave.
     *
     * @param others what else the person holds, in words
     */
    public record Choice(PersonId person, String name, String others) {}

    @GetMapping("/organisation/posts/{at}/appointment")
    String form(Scope scope, @PathVariable UUID at, Model model) {
        return form(scope, new PostId(at), model, new Typed(scope.asOf().on(), "", "", HoldingKind.HOLDS, null, null, ""), List.of(), List.of());
    }

    @PostMapping({"/organisation/posts/{at}/appointment", "/posts/{post}/organisation/posts/{at}/appointment"})
    String appoint(
            Scope scope, @PathVariable UUID at, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestParam(defaultValue = "") String paper,
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "HOLDS") HoldingKind kind, @RequestParam(required = false) @Nullable Set<UUID> leaving,
            @RequestParam(required = false) @Nullable Set<UUID> seat, Model model) {
        RosterPage.require(scope);
        var typed = new Typed(day, paper.strip(), name.strip(), kind, Objects.requireNonNullElse(leaving, Set.of()), Objects.requireNonNullElse(seat, Set.of()), person);
        var namesakes = Appointment.namesakes(organisations.named(scope), typed.name());
        if (!typed.name().isEmpty() && person.isEmpty() && !namesakes.isEmpty()) {
            return form(scope, new PostId(at), model, typed, List.of(Reason.of("namesake", "县里已有叫“" + typed.name() + "”的人。", "请选是不是同一个人，再提交。")), namesakes);
        }
        var known = person.isEmpty() || person.equals("new") ? null : new PersonId(UUID.fromString(person));
        var asked = new Appointment(new PostId(at), day, typed.paper(), persons(leaving), typed.name(), known, kind,
                Objects.requireNonNullElse(seat, Set.<UUID>of()).stream().map(BodyId::new).collect(Collectors.toSet()));
        return switch (charges.appoint(scope, key, basedOn, asked)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> form(scope, new PostId(at), model, typed, refused.reasons(), namesakes);
            case Performed.Overtaken _ -> form(scope, new PostId(at), model, typed, CorrectionPage.OVERTAKEN, namesakes);
        };
    }

    private static Set<PersonId> persons(@Nullable Set<UUID> ids) {
        return Objects.requireNonNullElse(ids, Set.<UUID>of()).stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private String form(Scope scope, PostId id, Model model, Typed typed, List<Reason> reasons, List<Person> namesakes) {
        RosterPage.require(scope);
        var organisation = organisations.asOf(scope, AsOf.on(typed.day()));
        if (organisation.post(id).isEmpty()) {
            organisation = organisations.asOf(scope);
        }
        var then = organisation;
        var post = then.post(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var holders = then.holders(id).stream().map(held -> choice(then, post, held.person())).toList();
        model.addAttribute("label", PostNames.of(then, post));
        model.addAttribute("holders", holders);
        model.addAttribute("namesakes", namesakes.stream().map(person -> choice(then, null, person.id())).toList());
        model.addAttribute("seats", seats(then, post));
        model.addAttribute("typed", typed);
        model.addAttribute("action", RosterPage.base(scope) + "/organisation/posts/" + id + "/appointment");
        model.addAttribute("key", ids.next());
        model.addAttribute("basedOn", keeping.latest(scope).map(UUID::toString).orElse(""));
        model.addAttribute("reasons", reasons);
        return "organisation/appointment";
    }

    private static Choice choice(Organisation organisation, @Nullable Post besides, PersonId person) {
        var others = organisation.postsOf(person).stream().filter(held -> besides == null || !held.post().equals(besides.id()))
                .flatMap(held -> organisation.post(held.post()).stream())
                .map(post -> PostNames.of(organisation, post))
                .collect(Collectors.joining("、"));
        return new Choice(person, organisation.person(person).map(Person::name).orElse(""), others);
    }

    /** Bodies of the unit in which a holder has a seat. */
    private static List<Body> seats(Organisation organisation, Post post) {
        var holders = organisation.holders(post.id()).stream().map(held -> held.person()).toList();
        return organisation.bodies(post.unit()).stream()
                .filter(body -> organisation.members(body.id()).stream().anyMatch(member -> holders.contains(member.person()))).toList();
    }
}
