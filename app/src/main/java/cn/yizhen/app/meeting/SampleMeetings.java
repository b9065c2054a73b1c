package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.meeting.Closing.Filled;
import cn.yizhen.app.meeting.Meeting.Kind;
import cn.yizhen.app.meeting.Meeting.Mark;
import cn.yizhen.app.meeting.MeetingPlan.Agreed;
import cn.yizhen.app.meeting.MeetingPlan.Item;
import cn.yizhen.app.meeting.MeetingPlan.Minutes;
import cn.yizhen.app.meeting.MeetingPlan.Others;
import cn.yizhen.app.matter.Calendars;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.paper.IssuedPaper;
import cn.yizhen.app.paper.Papers;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Attended;
import cn.yizhen.rules.meeting.Attendees;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Substitution;
import cn.yizhen.rules.meeting.Turnout;
import cn.yizhen.rules.meeting.Venue;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One invented meeting to come and one that is over, told through the program as the office of a department would. */
@Component
public class SampleMeetings {

    private static final Set<UnitKind> DEPARTMENTS = Set.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION);

    private final Acts acts;
    private final Meetings meetings;
    private final Replies replies;
    private final Closing closing;
    private final MeetingRows rows;
    private final MeetingPapers forms;
    private final Papers papers;
    private final Organisations organisations;
    private final Calendars calendars;
    private final Ids ids;

    SampleMeetings(Acts acts, Meetings meetings, Replies replies, Closing closing, MeetingRows rows, MeetingPapers forms, Papers papers,
            Organisations organisations, Calendars calendars, Ids ids) {
        this.acts = acts;
        this.meetings = meetings;
        this.replies = replies;
        this.closing = closing;
        this.rows = rows;
        this.forms = forms;
        this.papers = papers;
        this.organisations = organisations;
        this.calendars = calendars;
        this.ids = ids;
    }

    /** Tells both; does nothing the second time. */
    public void tell(Scope clerk, LocalDate today) {
        coming(clerk, today);
        finished(clerk, today);
    }

    private void coming(Scope clerk, LocalDate today) {
        var organisation = organisations.asOf(clerk);
        var host = clerk.post().unit();
        var body = organisation.bodies(host, BodyKind.IDEOLOGY_GROUP).stream().findFirst().map(found -> found.id()).orElse(null);
        var about = "研究县属账号、阵地和意识形态工作安排";
        var seats = asked(organisation, about, Set.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION, UnitKind.TOWNSHIP), host);
        var plan = new MeetingPlan("全县意识形态阵地管理工作视频会", about, body == null ? MeetingKinds.WORKING : "ideology-analysis", host, body, Set.of(), calendars.calendar(clerk).workingDayFrom(today.plusDays(8)),
                LocalTime.of(9, 0), 90, 40, false, false, "县委三楼会议室", true, "0000-5550121", Venue.TOWNSHIP, seats.isEmpty() ? "" : seats.getFirst().key(),
                List.of(new Item("两个乡镇、一个部门介绍做法", 24), new Item("通报县属账号清理情况", 10)), seats, null);
        var meeting = done(meetings.plan(clerk, key("coming"), plan));
        var told = meetings.find(clerk, meeting).orElseThrow();
        if (told.told()) {
            return;
        }
        done(meetings.tell(clerk, key("coming-told"), told, meetings.latestAct(clerk, meeting).orElse(null), "云宣发〔" + today.getYear() + "〕21号"));
        answer(clerk, meeting, organisation, about);
    }

    /** A few have answered by telephone; one sends the B of the AB角. */
    private void answer(Scope clerk, UUID meeting, Organisation organisation, String about) {
        var told = meetings.find(clerk, meeting).orElseThrow();
        var departments = told.plan().seats().stream().filter(seat -> kind(organisation, seat).filter(DEPARTMENTS::contains).isPresent()).toList();
        for (int i = 0; i < Math.min(5, departments.size()); i++) {
            reply(clerk, meeting, departments.get(i), i == 4 ? Answer.EXCUSED : Answer.IN_PERSON, null);
        }
        var now = meetings.find(clerk, meeting).orElseThrow();
        departments.stream().skip(5).flatMap(seat -> new Attendees(organisation).substituteFor(seat, about).stream()
                        .filter(post -> new Substitution(now.plan().seats(), now.standingIn(), organisation).faults(seat, List.of(post), clerk.post().post()).isEmpty())
                        .map(post -> Map.entry(seat, post)))
                .findFirst().ifPresent(entry -> reply(clerk, meeting, entry.getKey(), Answer.DELEGATES, entry.getValue()));
    }

    private void reply(Scope clerk, UUID meeting, Seat seat, Answer answer, @Nullable PostId substitute) {
        done(replies.reply(clerk, key("reply-" + seat.key()), meetings.find(clerk, meeting).orElseThrow(), seat, null, answer,
                substitute == null ? List.of() : List.of(substitute)));
    }

    private void finished(Scope clerk, LocalDate today) {
        var organisation = organisations.asOf(clerk);
        var about = "调度秋季文明实践活动";
        var seats = asked(organisation, about, Set.of(UnitKind.TOWNSHIP), clerk.post().unit());
        var plan = new MeetingPlan("秋季文明实践活动调度会", about, MeetingKinds.WORKING, clerk.post().unit(), null, Set.of(), today.minusDays(6), LocalTime.of(15, 0), 60, 20,
                false, false, "宣传部会议室", true, "0000-5550121", Venue.TOWNSHIP, "", List.of(new Item("各乡镇说说还缺什么", 30)), seats, null);
        var held = ids.next();
        var performed = acts.perform(clerk, Act.create(key("finished"), "meeting.planned", clerk.post().post(), held, Meetings.audited(plan)), writing -> {
            rows.save(writing, held, clerk.post().unit(), plan);
            var meeting = rows.find(writing.sql(), held).orElseThrow();
            var told = today.minusDays(13);
            var document = forms.notice(meeting, organisation, "云宣发〔" + told.getYear() + "〕19号", told);
            return papers.issue(writing, new IssuedPaper.Issue(ids.next(), meeting.host(), document.kind(), document.head().number(), document.title(), told,
                    document.text().characters(), "", told, forms.bytes(document), null)).map(paper -> {
                        rows.invite(writing, held, meeting.host(), seats);
                        rows.step(writing, meeting, Kind.TOLD, 1, paper, "", told);
                        return Meetings.address(held);
                    });
        });
        var meeting = meetings.find(clerk, done(performed)).orElseThrow();
        if (!meeting.closed()) {
            done(closing.close(clerk, key("finished-closed"), meeting, meetings.latestAct(clerk, meeting.id()).orElse(null), minutes(meeting, organisation, today)));
        }
    }

    private static Filled minutes(Meeting meeting, Organisation organisation, LocalDate today) {
        var marks = new HashMap<String, Mark>();
        meeting.plan().seats().forEach(seat -> marks.put(seat.key(), new Mark(Turnout.proposed(seat, Answer.IN_PERSON, Set.of(), false), null)));
        var standing = new HashMap<String, PostId>();
        meeting.plan().seats().stream().limit(2).forEach(seat -> standIn(meeting, seat, standing, organisation).ifPresent(post -> {
            standing.put(seat.key(), post);
            marks.put(seat.key(), new Mark(Attended.REPRESENTED, post));
        }));
        var sites = meeting.plan().seats().stream().map(Seat::unit).limit(2).map(unit -> new Others(unit, 6)).toList();
        return new Filled(new Minutes("会议听取了各乡镇秋季活动的安排和困难。", null, null, sites, List.of(
                agreed(1, "十一月底前把缺桌椅的活动室列出清单，分两批配齐"), agreed(2, "理论宣讲进村由宣讲员到村，不再把群众集中到镇上")), List.of(),
                "〔" + today.getYear() + "〕第4次", today, true), marks, false, "");
    }

    private static Optional<PostId> standIn(Meeting meeting, Seat seat, Map<String, PostId> standing, Organisation organisation) {
        return organisation.unit(seat.unit()).stream().flatMap(unit -> new Attendees(organisation).candidates(unit).stream()).map(post -> post.id())
                .filter(post -> new Substitution(meeting.plan().seats(), standing, organisation).faults(seat, List.of(post), post).isEmpty())
                .reduce((_, last) -> last);
    }

    private static Agreed agreed(int item, String about) {
        return new Agreed(item, DecisionCategory.GENERAL, about, false, 0, 0, 0, 0);
    }

    /** The county leader in charge first, then one of every unit of these kinds but the host. */
    private static List<Seat> asked(Organisation organisation, String about, Set<UnitKind> kinds, UnitId host) {
        var attendees = new Attendees(organisation);
        var seats = new ArrayList<Seat>();
        if (kinds.contains(UnitKind.DEPARTMENT)) {
            attendees.leader(about).ifPresent(seats::add);
        }
        var sitting = seats.stream().flatMap(seat -> seat.holders(organisation).stream()).toList();
        attendees.propose(about, organisation.units().stream().filter(unit -> kinds.contains(unit.kind()) && !unit.id().equals(host)).map(Unit::id).toList()).seats().stream()
                .filter(seat -> seat.holders(organisation).stream().noneMatch(sitting::contains)).forEach(seats::add);
        return List.copyOf(seats);
    }

    private static Optional<UnitKind> kind(Organisation organisation, Seat seat) {
        return organisation.unit(seat.unit()).map(Unit::kind);
    }

    /** The meeting an act was about, by the address it answered with. */
    private static UUID done(Performed performed) {
        if (performed instanceof Performed.Done done) {
            return UUID.fromString(done.result().replaceAll(".*/", ""));
        }
        throw new IllegalStateException("an invented meeting does not hold: " + performed);
    }

    private static UUID key(String what) {
        return UUID.nameUUIDFromBytes(("sample-meeting:" + what).getBytes(StandardCharsets.UTF_8));
    }
}
