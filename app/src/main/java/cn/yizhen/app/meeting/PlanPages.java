package cn.yizhen.app.meeting;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.matter.Calendars;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Topic;
import cn.yizhen.rules.meeting.Attendees;
import cn.yizhen.rules.meeting.Invitation;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Seating;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitKind;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Planning a meeting: from its topic to its seats. */
@Controller
public class PlanPages {

    private final Meetings meetings;
    private final MeetingKinds kinds;
    private final Origins origins;
    private final Organisations organisations;
    private final Calendars calendars;
    private final Ids ids;
    private final Clock clock;

    PlanPages(Meetings meetings, MeetingKinds kinds, Origins origins, Organisations organisations, Calendars calendars, Ids ids, Clock clock) {
        this.meetings = meetings;
        this.kinds = kinds;
        this.origins = origins;
        this.organisations = organisations;
        this.calendars = calendars;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One page of planning.
     *
     * @param address where it is sent
     * @param meeting being changed, or null
     * @param marks   topics the chosen kind knows
     * @param seats   of a plan that stands, in seating order
     * @param base    the newest act seen, or null
     */
    public record Sheet(String address, @Nullable Meeting meeting, PlanForm form, List<Offered> kinds, List<Topic> marks, Choices choices, List<Chair> seats,
            MeetingPlan.@Nullable Origin origin, UUID key, @Nullable UUID base, List<Reason> reasons, boolean overtaken) {}

    /** A kind of meeting in the list. */
    public record Offered(String value, String label) {}

    /** Units that can be asked: departments, townships, and each township's villages. */
    public record Choices(List<Unit> departments, List<Unit> townships, Map<Unit, List<Unit>> villages) {}

    /**
     * A seat in the list.
     *
     * @param posts who else of the unit could sit there: key and label
     * @param head  a head, who is asked only with a ground
     */
    public record Chair(Seat seat, String unit, String name, String holder, List<Offered> posts, boolean head) {}

    /** From a duty, a directive or a matter, under the first of the asker's posts that can call a meeting. */
    @GetMapping("/meetings/new")
    String anywhere(Scope scope, @RequestParam(defaultValue = "") String from) {
        var post = scope.posts().stream().findFirst().map(HeldPost::post).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        return "redirect:/posts/" + post + "/meetings/new?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
    }

    @GetMapping("/posts/{post}/meetings/new")
    String blank(Scope scope, @RequestParam(defaultValue = "") String from, Model model) {
        var form = PlanForm.blank(calendars.calendar(scope).workingDayFrom(scope.asOf().on().plusDays(7))).with("from", from);
        var filled = origins.of(scope, from);
        var offered = kinds.of(scope, scope.post().unit(), organisations.asOf(scope));
        var chosen = offered.stream().filter(choice -> filled.filter(one -> choice.offered().kind().kind().equals(one.kind())
                && (one.body().isEmpty() || choice.value().endsWith("~" + one.body()))).isPresent()).findFirst()
                .or(() -> offered.stream().findFirst());
        form = form.with("title", filled.map(one -> one.about()).orElse("")).with("about", filled.map(one -> one.about()).orElse(""))
                .with("kind", chosen.map(MeetingKinds.Choice::value).orElse("")).with("marks", filled.map(Origins.Filled::marks).orElse(List.of()));
        return page(scope, null, form, ids.next(), null, List.of(), false, model);
    }

    @PostMapping("/posts/{post}/meetings")
    String plan(Scope scope, @RequestParam UUID key, @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        var form = new PlanForm(typed);
        var origin = origins.of(scope, form.get("from")).map(Origins.Filled::origin).orElse(null);
        return switch (form.plan(organisations.asOf(scope), null, origin, LocalDate.now(clock))) {
            case Outcome.Refused<MeetingPlan>(var reasons) -> refused(scope, null, form, key, null, reasons, model, response);
            case Outcome.Done<MeetingPlan>(var plan) -> switch (meetings.plan(scope, key, plan)) {
                case Performed.Done done -> shown(scope, done, form, plan);
                case Performed.Refused(var reasons) -> refused(scope, null, form, key, null, reasons, model, response);
                case Performed.Overtaken _ -> throw new IllegalStateException("a new meeting overtakes nothing");
            };
        };
    }

    @GetMapping("/posts/{post}/meetings/{meeting}/plan")
    String plan(Scope scope, @PathVariable UUID meeting, Model model) {
        var found = own(scope, meeting);
        return page(scope, found, PlanForm.of(found.plan()), ids.next(), meetings.latestAct(scope, meeting).orElse(null), List.of(), false, model);
    }

    @PostMapping("/posts/{post}/meetings/{meeting}/plan")
    String change(Scope scope, @PathVariable UUID meeting, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        var found = own(scope, meeting);
        var form = new PlanForm(typed);
        return switch (form.plan(organisations.asOf(scope), found, null, LocalDate.now(clock))) {
            case Outcome.Refused<MeetingPlan>(var reasons) -> refused(scope, found, form, key, base, reasons, model, response);
            case Outcome.Done<MeetingPlan>(var plan) -> switch (meetings.change(scope, key, found, base, plan, form.get("reason"))) {
                case Performed.Done done -> shown(scope, done, form, plan);
                case Performed.Refused(var reasons) -> refused(scope, found, form, key, base, reasons, model, response);
                case Performed.Overtaken(var latest) -> page(scope, found, form, ids.next(), latest, List.of(), true, model);
            };
        };
    }

    /** The meeting, with a word about whoever was to be asked and got no seat. */
    private String shown(Scope scope, Performed.Done done, PlanForm form, MeetingPlan plan) {
        var unseated = form.unseated(organisations.asOf(scope), plan);
        return "redirect:" + done.result() + (unseated.isEmpty() ? "" : "?unseated=" + URLEncoder.encode(String.join("、", unseated), StandardCharsets.UTF_8));
    }

    private String refused(Scope scope, @Nullable Meeting meeting, PlanForm form, UUID key, @Nullable UUID base, List<Reason> reasons, Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        return page(scope, meeting, form, key, base, reasons, false, model);
    }

    private String page(Scope scope, @Nullable Meeting meeting, PlanForm form, UUID key, @Nullable UUID base, List<Reason> reasons, boolean overtaken,
            Model model) {
        var organisation = organisations.asOf(scope);
        var offered = kinds.of(scope, scope.post().unit(), organisation);
        var marks = offered.stream().filter(choice -> choice.value().equals(form.get("kind"))).findFirst()
                .map(choice -> kinds.topics(scope, choice.offered())).orElse(List.of());
        var base1 = "/posts/" + scope.post().post() + "/meetings";
        model.addAttribute("sheet", new Sheet(meeting == null ? base1 : base1 + "/" + meeting.id() + "/plan", meeting, form,
                offered.stream().map(choice -> new Offered(choice.value(), choice.label())).toList(), marks, choices(organisation),
                meeting == null ? List.of() : chairs(meeting.plan(), organisation),
                meeting == null ? origins.of(scope, form.get("from")).map(Origins.Filled::origin).orElse(null) : meeting.plan().origin(), key, base, reasons, overtaken));
        return "meeting/plan";
    }

    private static Choices choices(Organisation organisation) {
        var townships = organisation.units().stream().filter(unit -> unit.kind() == UnitKind.TOWNSHIP).toList();
        var villages = new LinkedHashMap<Unit, List<Unit>>();
        townships.forEach(township -> villages.put(township, organisation.children(township.id()).stream()
                .filter(unit -> unit.kind() == UnitKind.VILLAGE || unit.kind() == UnitKind.COMMUNITY).toList()));
        return new Choices(organisation.units().stream().filter(unit -> unit.kind() == UnitKind.DEPARTMENT || unit.kind() == UnitKind.PUBLIC_INSTITUTION).toList(),
                townships, villages);
    }

    private static List<Chair> chairs(MeetingPlan plan, Organisation organisation) {
        var names = new Invitation(plan.seats(), organisation);
        var attendees = new Attendees(organisation);
        return Seating.ordered(plan.seats(), organisation).stream().map(seat -> {
            var posts = new ArrayList<Offered>();
            if (seat.bearer() instanceof Bearer.OfPost) {
                organisation.unit(seat.unit()).ifPresent(unit -> attendees.candidates(unit).forEach(post ->
                        posts.add(new Offered(new Bearer.OfPost(post.id()).key(), post.title() + " " + holder(post, organisation)))));
            }
            return new Chair(seat, MeetingPapers.unit(seat, organisation), names.name(seat), names.holder(seat), posts, seat.heads(organisation));
        }).toList();
    }

    private static String holder(Post post, Organisation organisation) {
        return organisation.holders(post.id()).stream().flatMap(held -> organisation.person(held.person()).stream()).map(Person::name).collect(Collectors.joining("、"));
    }

    private Meeting own(Scope scope, UUID meeting) {
        return meetings.find(scope, meeting).filter(found -> found.host().equals(scope.post().unit()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
