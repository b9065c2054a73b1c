package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.meeting.Meeting.Reply;
import cn.yizhen.app.meeting.MeetingView.Answers;
import cn.yizhen.app.meeting.MeetingView.Call;
import cn.yizhen.app.meeting.MeetingView.Line;
import cn.yizhen.app.meeting.MeetingView.Link;
import cn.yizhen.app.meeting.MeetingView.Mine;
import cn.yizhen.app.meeting.MeetingView.Substitute;
import cn.yizhen.app.meeting.MeetingView.Told;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.paper.DocumentNumber;
import cn.yizhen.app.record.Decisions;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Attendees;
import cn.yizhen.rules.meeting.Capacity;
import cn.yizhen.rules.meeting.Contacts;
import cn.yizhen.rules.meeting.Invitation;
import cn.yizhen.rules.meeting.Price;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Seating;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a meeting together for one reader. */
@Component
class MeetingViews {

    private static final int MOST_SUBSTITUTES = 12;

    private final Meetings meetings;
    private final Replies replies;
    private final MeetingKinds kinds;
    private final Distances distances;
    private final Decisions decisions;
    private final Organisations organisations;
    private final Ids ids;

    MeetingViews(Meetings meetings, Replies replies, MeetingKinds kinds, Distances distances, Decisions decisions, Organisations organisations, Ids ids) {
        this.meetings = meetings;
        this.replies = replies;
        this.kinds = kinds;
        this.distances = distances;
        this.decisions = decisions;
        this.organisations = organisations;
        this.ids = ids;
    }

    MeetingView of(Scope scope, Meeting meeting) {
        var organisation = organisations.asOf(scope);
        var plan = meeting.plan();
        var rights = new Seats(scope, organisation);
        var runs = rights.host(meeting).orElse(null);
        var host = organisation.unit(meeting.host());
        var ordered = Seating.ordered(plan.seats(), organisation);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < ordered.size(); i++) {
            lines.add(line(scope, meeting, ordered.get(i), i + 1, rights, organisation));
        }
        return new MeetingView(meeting, host.map(Unit::name).orElse(""), kinds.title(scope, plan.kind()), runs,
                host.filter(unit -> DocumentNumber.givenBy(unit.kind())).isPresent(), lines, runs == null || over(scope, meeting) ? List.of() : calls(meeting, organisation),
                price(scope, meeting, organisation), notes(scope, meeting), runs == null || meeting.told() ? List.of() : meetings.announcing(scope, plan),
                meeting.latest().map(version -> MeetingPapers.others(version.said(), organisation)).orElse(""), decided(scope, meeting), meeting.steps().stream().map(step -> new Told(step, step.paper() == null ? null : "/papers/" + step.paper() + "/issued.docx")).toList(),
                answers(meeting), ids.next(), ids.next(), ids.next(), meetings.latestAct(scope, meeting.id()).orElse(null));
    }

    /** Whether its day is past: nobody is asked any more. */
    private static boolean over(Scope scope, Meeting meeting) {
        return meeting.plan().day().isBefore(scope.asOf().on());
    }

    Price price(Scope scope, Meeting meeting, Organisation organisation) {
        return Price.of(meeting.plan().seats(), meeting.plan().minutes(), meeting.plan().takingPart(), distances.table(scope), organisation);
    }

    private List<Reason> notes(Scope scope, Meeting meeting) {
        var plan = meeting.plan();
        int before = plan.systemWide() ? meetings.systemWide(scope, meeting.host(), plan.day().getYear(), meeting.id()) : 0;
        return new MeetingLimits(kinds.catalogue(scope)).notes(plan, before);
    }

    private Line line(Scope scope, Meeting meeting, Seat seat, int number, Seats rights, Organisation organisation) {
        var names = new Invitation(meeting.plan().seats(), organisation);
        var answering = meeting.awaitsReplies() && !over(scope, meeting) ? rights.answering(meeting, seat).orElse(null) : null;
        var mark = meeting.marks().get(seat.key());
        return new Line(seat, number, MeetingPapers.unit(seat, organisation), MeetingPapers.title(seat, organisation), names.holder(seat),
                MeetingPapers.siteOf(meeting.plan(), seat, organisation), meeting.reply(seat).map(reply -> words(reply, organisation)).orElse(""),
                meeting.formerly(seat).map(reply -> words(reply, organisation)).orElse(""),
                mark == null ? "" : mark.attended().chinese() + (mark.substitute() == null ? "" : "（" + MeetingPapers.person(mark.substitute(), organisation) + "）"),
                answering == null ? null : mine(scope, meeting, seat, answering, organisation));
    }

    private Mine mine(Scope scope, Meeting meeting, Seat seat, Seats.Answering answering, Organisation organisation) {
        return new Mine(answering.post(), answering.right() == Seats.Right.OWN, answering.right() == Seats.Right.HOST, substitutes(meeting, seat, organisation),
                meeting.reply(seat).orElse(null), ids.next(), replies.latestAct(scope, meeting, seat).orElse(null));
    }

    /** Who can be sent: the B of the AB角 first; no head, nobody with a seat of their own or already sent for another. */
    List<Substitute> substitutes(Meeting meeting, Seat seat, Organisation organisation) {
        var unit = organisation.unit(seat.unit());
        if (seat.capacity() == Capacity.MEMBER || unit.isEmpty()) {
            return List.of();
        }
        var attendees = new Attendees(organisation);
        PostId preferred = attendees.substituteFor(seat, meeting.plan().about()).orElse(null);
        var taken = Stream.concat(meeting.plan().seats().stream().flatMap(other -> other.holders(organisation).stream()),
                meeting.standingIn().entrySet().stream().filter(other -> !other.getKey().equals(seat.key()))
                        .flatMap(other -> organisation.holders(other.getValue()).stream()).map(held -> held.person())).collect(Collectors.toSet());
        // whoever holds two posts is offered once, under the B of the AB角 if that is one of them
        var offered = new HashSet<PersonId>();
        return attendees.candidates(unit.get()).stream()
                .sorted((one, other) -> Boolean.compare(other.id().equals(preferred), one.id().equals(preferred)))
                .filter(post -> !Seat.heads(post, organisation))
                .filter(post -> organisation.holders(post.id()).stream().noneMatch(held -> taken.contains(held.person())))
                .filter(post -> organisation.holders(post.id()).stream().map(held -> held.person()).filter(offered::add).count() > 0)
                .map(post -> new Substitute(post.id(), post.title() + " " + MeetingPapers.person(post.id(), organisation), post.id().equals(preferred)))
                .limit(MOST_SUBSTITUTES).toList();
    }

    static String words(Reply reply, Organisation organisation) {
        return reply.answer().chinese() + (reply.substitute() == null ? ""
                : organisation.post(reply.substitute()).map(post -> post.title()).orElse("") + MeetingPapers.person(reply.substitute(), organisation));
    }

    private static List<Call> calls(Meeting meeting, Organisation organisation) {
        if (!meeting.awaitsReplies()) {
            return List.of();
        }
        var names = new Invitation(meeting.plan().seats(), organisation);
        var contacts = new Contacts(organisation);
        Map<UnitId, List<Seat>> byUnit = Seating.ordered(meeting.unanswered(), organisation).stream()
                // nobody rings up their own office
                .filter(seat -> !seat.unit().equals(meeting.host()))
                .collect(Collectors.groupingBy(Seat::unit, LinkedHashMap::new, Collectors.toList()));
        return byUnit.entrySet().stream().flatMap(entry -> organisation.unit(entry.getKey()).stream().map(unit -> {
            var contact = contacts.of(unit);
            return new Call(unit.shortName(), contact.map(found -> whom(found, unit, meeting.host(), organisation)).orElse(""),
                    contact.map(found -> found.unit().phone()).orElse(""),
                    entry.getValue().stream().map(names::holder).collect(Collectors.joining("、")));
        })).toList();
    }

    private static String whom(Contacts.Contact contact, Unit asked, UnitId host, Organisation organisation) {
        return contact.unit().id().equals(host) ? "由本单位直接问"
                : (contact.unit().equals(asked) ? "" : contact.unit().shortName()) + contact.post().title() + MeetingPapers.person(contact.post().id(), organisation);
    }

    private List<Link> decided(Scope scope, Meeting meeting) {
        return meeting.latest().stream().flatMap(version -> version.said().agreed().stream()
                .map(agreed -> decisions.find(scope, version.record(), agreed.item())
                        .map(decided -> new Link(agreed.item() + ". " + decided.decision().title() + "（" + decided.decision().votes().chinese() + "）", decided.href()))
                        .orElseGet(() -> new Link(agreed.item() + ". " + agreed.about(), "")))).toList();
    }

    private static Answers answers(Meeting meeting) {
        return new Answers(count(meeting, Answer.IN_PERSON), count(meeting, Answer.DELEGATES), count(meeting, Answer.EXCUSED), meeting.unanswered().size());
    }

    private static int count(Meeting meeting, @Nullable Answer answer) {
        return (int) meeting.plan().seats().stream().flatMap(seat -> meeting.reply(seat).stream()).filter(reply -> reply.answer() == answer).count();
    }
}
