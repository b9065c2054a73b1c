package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.meeting.Closing.Filled;
import cn.yizhen.app.meeting.Meeting.Mark;
import cn.yizhen.app.meeting.MeetingView.Link;
import cn.yizhen.app.meeting.MeetingView.Substitute;
import cn.yizhen.app.paper.DocumentNumber;
import cn.yizhen.app.record.model.Roll;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Attended;
import cn.yizhen.rules.meeting.Capacity;
import cn.yizhen.rules.meeting.Invitation;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Seating;
import cn.yizhen.rules.meeting.Turnout;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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

/** Writing the minutes: who came, what was agreed, and their correction. */
@Controller
public class MinutesPages {

    /** Lines for what was agreed; more than most meetings agree on. */
    public static final int LINES = 8;
    /** Of those, as many as stand open. */
    public static final int OPEN_LINES = 3;

    private final Meetings meetings;
    private final Closing closing;
    private final MeetingViews views;
    private final ConnectedSeats connected;
    private final Ids ids;

    MinutesPages(Meetings meetings, Closing closing, MeetingViews views, ConnectedSeats connected, Ids ids) {
        this.meetings = meetings;
        this.closing = closing;
        this.views = views;
        this.connected = connected;
        this.ids = ids;
    }

    /**
     * One page of minutes.
     *
     * @param counted true where seats tell how many came; false for a body of which only a count is kept
     * @param roll    the roll of the body that met, in words
     * @param seen    whether the room told who was there
     * @param heed    what is unusual is to be confirmed
     */
    public record Sheet(String address, Meeting meeting, MinutesForm form, List<Row> seats, List<Link> sites, boolean counted, String roll, boolean issues,
            boolean seen, UUID key, @Nullable UUID base, List<Reason> reasons, boolean heed, boolean overtaken) {}

    /**
     * A seat with who might have come instead.
     *
     * @param seen what the room saw of it, in words, or empty
     */
    public record Row(Seat seat, String unit, String title, String holder, String reply, String seen, List<Substitute> substitutes) {}

    @GetMapping("/posts/{post}/meetings/{meeting}/minutes")
    String form(Scope scope, @PathVariable UUID meeting, @RequestParam(defaultValue = "") String unanswered, Model model) {
        var found = own(scope, meeting);
        return page(scope, found, MinutesForm.of(found, found.closed() ? found.marks() : proposed(scope, found, unanswered.equals("present")), scope.asOf().on()), ids.next(),
                meetings.latestAct(scope, meeting).orElse(null), List.of(), false, model);
    }

    @PostMapping("/posts/{post}/meetings/{meeting}/minutes")
    String close(Scope scope, @PathVariable UUID meeting, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        return send(scope, own(scope, meeting), new MinutesForm(typed), key, base, false, model, response);
    }

    @PostMapping("/posts/{post}/meetings/{meeting}/correction")
    String correct(Scope scope, @PathVariable UUID meeting, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        return send(scope, own(scope, meeting), new MinutesForm(typed), key, base, true, model, response);
    }

    private String send(Scope scope, Meeting meeting, MinutesForm form, UUID key, @Nullable UUID base, boolean correcting, Model model, HttpServletResponse response) {
        return switch (form.filled()) {
            case Outcome.Refused<Filled>(var reasons) -> refused(scope, meeting, form, key, base, reasons, model, response);
            case Outcome.Done<Filled>(var filled) -> switch (correcting ? closing.correct(scope, key, meeting, base, filled) : closing.close(scope, key, meeting, base, filled)) {
                case Performed.Done done -> "redirect:" + done.result();
                case Performed.Refused(var reasons) -> refused(scope, meeting, form, key, base, reasons, model, response);
                case Performed.Overtaken(var latest) -> page(scope, own(scope, meeting.id()), form, ids.next(), latest, List.of(), true, model);
            };
        };
    }

    private String refused(Scope scope, Meeting meeting, MinutesForm form, UUID key, @Nullable UUID base, List<Reason> reasons, Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        return page(scope, meeting, form, key, base, reasons, false, model);
    }

    private String page(Scope scope, Meeting meeting, MinutesForm form, UUID key, @Nullable UUID base, List<Reason> reasons, boolean overtaken, Model model) {
        var organisation = closing.organisation(scope, meeting.plan().day());
        var address = "/posts/" + scope.post().post() + "/meetings/" + meeting.id() + (meeting.closed() ? "/correction" : "/minutes");
        var roll = Roll.of(meeting.plan().body(), organisation);
        boolean counted = meeting.plan().body() == null || meeting.plan().seats().stream().anyMatch(seat -> seat.capacity() == Capacity.MEMBER);
        boolean heed = !reasons.isEmpty() && reasons.stream().allMatch(reason -> UNUSUAL.contains(reason.code()));
        model.addAttribute("sheet", new Sheet(address, meeting, form, rows(meeting, organisation), sites(meeting, organisation), counted,
                roll.known() ? roll.words() : "", organisation.unit(meeting.host()).filter(unit -> DocumentNumber.givenBy(unit.kind())).isPresent(),
                connected.remembers(meeting.id()), key, base, reasons, heed, overtaken));
        return "meeting/minutes";
    }

    /** What stands all the same once it is confirmed. */
    private static final List<String> UNUSUAL = List.of("quorum-not-reached", "majority-not-reached", "amount-makes-it-major");

    /** @param unansweredCame whoever did not answer is first taken to have come, as at a meeting without video */
    private Map<String, Mark> proposed(Scope scope, Meeting meeting, boolean unansweredCame) {
        var organisation = closing.organisation(scope, meeting.plan().day());
        var seen = connected.seen(meeting.id());
        var marks = new HashMap<String, Mark>();
        meeting.plan().seats().forEach(seat -> {
            var reply = meeting.reply(seat).orElse(null);
            marks.put(seat.key(), new Mark(Turnout.proposed(seat, reply == null ? unansweredCame ? Answer.IN_PERSON : null : reply.answer(), seen, screen(meeting, seat, organisation)), reply == null ? null : reply.substitute()));
        });
        return marks;
    }

    /** Whether the screen of the venue a seat takes part at was seen. */
    private boolean screen(Meeting meeting, Seat seat, Organisation organisation) {
        var screens = connected.screens(meeting.id());
        return screens.contains(seat.unit()) || meeting.plan().takingPart().siteOf(seat.unit(), organisation) instanceof UnitId site && screens.contains(site);
    }

    /** What the room saw of a seat, in words; empty where nothing is remembered, for the main venue, and once the minutes stand. */
    private String seen(Meeting meeting, Seat seat, Organisation organisation) {
        if (meeting.closed() || !connected.remembers(meeting.id()) || meeting.plan().takingPart().siteOf(seat.unit(), organisation) == null) {
            return "";
        }
        return connected.seen(meeting.id()).contains(seat.key()) ? "会议室里接通过" : screen(meeting, seat, organisation) ? "分会场接通过" : "会议室里没有接通";
    }

    private List<Row> rows(Meeting meeting, Organisation organisation) {
        var names = new Invitation(meeting.plan().seats(), organisation);
        return Seating.ordered(meeting.plan().seats(), organisation).stream().map(seat -> new Row(seat, MeetingPapers.unit(seat, organisation),
                MeetingPapers.title(seat, organisation), names.holder(seat), meeting.reply(seat).map(reply -> MeetingViews.words(reply, organisation)).orElse("未回执"), seen(meeting, seat, organisation),
                standIns(meeting, seat, organisation))).toList();
    }

    /** Those who could have come instead, and whoever was sent even if no longer to be offered. */
    private List<Substitute> standIns(Meeting meeting, Seat seat, Organisation organisation) {
        var offered = views.substitutes(meeting, seat, organisation);
        var sent = Stream.of(meeting.standingIn().get(seat.key()), meeting.marks().containsKey(seat.key()) ? meeting.marks().get(seat.key()).substitute() : null)
                .filter(Objects::nonNull).distinct().filter(post -> offered.stream().noneMatch(one -> one.post().equals(post)))
                .map(post -> new Substitute(post, organisation.post(post).map(found -> found.title()).orElse("") + " " + MeetingPapers.person(post, organisation), true));
        return Stream.concat(sent, offered.stream()).toList();
    }

    /** Where people sit together besides the main venue: name, and the unit as the form carries it. */
    private static List<Link> sites(Meeting meeting, Organisation organisation) {
        return meeting.plan().seats().stream().map(seat -> meeting.plan().takingPart().siteOf(seat.unit(), organisation)).filter(Objects::nonNull).distinct()
                .sorted((one, other) -> Integer.compare(organisation.place(one), organisation.place(other)))
                .map(site -> new Link(MeetingPapers.siteName(site, organisation), site.toString())).toList();
    }

    private Meeting own(Scope scope, UUID meeting) {
        return meetings.find(scope, meeting).filter(found -> found.host().equals(scope.post().unit()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
