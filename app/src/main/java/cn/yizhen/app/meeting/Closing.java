package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.meeting.Meeting.Kind;
import cn.yizhen.app.meeting.Meeting.Mark;
import cn.yizhen.app.meeting.MeetingPlan.Agreed;
import cn.yizhen.app.meeting.MeetingPlan.Minutes;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.paper.DocumentNumber;
import cn.yizhen.app.paper.IssuedPaper;
import cn.yizhen.app.paper.Papers;
import cn.yizhen.app.record.Checks;
import cn.yizhen.app.record.Noting;
import cn.yizhen.app.record.Records;
import cn.yizhen.app.record.model.Decision;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.app.record.model.Headcount;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.app.record.model.Roll;
import cn.yizhen.app.record.model.Soundness;
import cn.yizhen.directives.DocumentReader;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.meeting.Attended;
import cn.yizhen.rules.meeting.Capacity;
import cn.yizhen.rules.meeting.Invitation;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Substitution;
import cn.yizhen.rules.meeting.Turnout;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes a meeting by its minutes: who came as confirmed, one record, one formal document, and nothing left of who was
 * seen in the room. Minutes that were wrong are corrected by a further version with its reason.
 */
@Component
public class Closing {

    private final Acts acts;
    private final MeetingRows rows;
    private final Organisations organisations;
    private final Institutions institutions;
    private final Checks checks;
    private final Noting noting;
    private final Records records;
    private final Papers papers;
    private final MeetingPapers forms;
    private final ConnectedSeats connected;
    private final Ids ids;
    private final Clock clock;
    private final DocumentReader reader = new DocumentReader();

    Closing(Acts acts, MeetingRows rows, Organisations organisations, Institutions institutions, Checks checks, Noting noting, Records records,
            Papers papers, MeetingPapers forms, ConnectedSeats connected, Ids ids, Clock clock) {
        this.acts = acts;
        this.rows = rows;
        this.organisations = organisations;
        this.institutions = institutions;
        this.checks = checks;
        this.noting = noting;
        this.records = records;
        this.papers = papers;
        this.forms = forms;
        this.connected = connected;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Minutes as they were filled in.
     *
     * @param marks  who came, by seat
     * @param heeded what is unusual, such as a quorum that was missed, is said to be so
     * @param reason of a correction, empty otherwise
     */
    public record Filled(Minutes said, Map<String, Mark> marks, boolean heeded, String reason) {

        public Filled {
            marks = Map.copyOf(marks);
        }
    }

    /** Closes the meeting under the one post of the scope. */
    public Performed close(Scope scope, UUID key, Meeting meeting, @Nullable UUID basedOn, Filled filled) {
        var performed = acts.perform(scope, Act.change(key, "meeting.closed", scope.post().post(), meeting.id(), basedOn, Meetings.audited(meeting.plan())),
                writing -> {
                    var faults = open(meeting);
                    if (meeting.closed()) {
                        faults.add(Reason.of("minutes-already-closed", "纪要已经成稿，不能再成稿一次。", "有错的，更正纪要并写明原因。"));
                    }
                    return faults.isEmpty() ? write(writing, meeting, filled, content -> noting.note(writing, content)) : Outcome.refused(faults);
                });
        if (performed instanceof Performed.Done) {
            connected.forget(meeting.id());
        }
        return performed;
    }

    /** Puts another version of the minutes in the place of the one before. */
    public Performed correct(Scope scope, UUID key, Meeting meeting, @Nullable UUID basedOn, Filled filled) {
        return acts.perform(scope, Act.change(key, "meeting.corrected", scope.post().post(), meeting.id(), basedOn, Meetings.audited(meeting.plan())), writing -> {
            var faults = open(meeting);
            if (!meeting.closed()) {
                faults.add(Reason.of("minutes-not-closed", "纪要还没有成稿。", "先成稿。"));
            }
            if (filled.reason().isBlank()) {
                faults.add(Reason.of("correction-reason-missing", "没有写更正的原因。", "写一句话，如“人数填错”。"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            var subject = meeting.minutes().getLast().record();
            return write(writing, meeting, filled, content -> {
                records.find(scope, subject).ifPresent(before -> noting.correct(writing, before, content, filled.reason()));
                return subject;
            });
        });
    }

    /** The record the minutes would leave behind. */
    RecordContent content(Scope scope, Meeting meeting, Filled filled) {
        var plan = meeting.plan();
        var organisation = organisation(scope, plan.day());
        var chair = plan.seat(plan.chair()).stream().flatMap(seat -> chairing(seat, filled.marks(), organisation).stream()).findFirst().orElse(null);
        var posts = chair == null ? List.<Post>of() : organisation.postsOf(chair).stream().flatMap(held -> organisation.post(held.post()).stream())
                .filter(post -> post.unit().equals(plan.unit())).toList();
        return new RecordContent(plan.kind(), plan.unit(), plan.body(), plan.day(), plan.place(), chair, posts.stream().map(Post::id).toList(),
                posts.stream().flatMap(post -> post.functions().stream()).collect(Collectors.toSet()), scope.person(), headcount(plan, filled, organisation),
                plan.about(), marks(plan, filled.said()), filled.said().agreed().stream().map(Closing::decision).toList(), Set.of(), null);
    }

    private Outcome<String> write(Writing writing, Meeting meeting, Filled filled, Function<RecordContent, UUID> record) {
        var scope = writing.scope();
        var organisation = organisation(scope, meeting.plan().day());
        var content = content(scope, meeting, filled);
        var faults = new ArrayList<>(Soundness.reasons(content, kind(scope, content.kind()), organisation, today()));
        faults.addAll(represented(scope, meeting, filled.marks(), organisation));
        var count = content.headcount();
        // an opinion is asked of everybody there, not only of who may vote in the body that meets
        var turnout = turnout(meeting.plan(), filled);
        int handedPapers = Math.max(count == null ? 0 : count.present(), turnout.came() + turnout.sittingIn());
        filled.said().ballots().forEach(ballot -> faults.addAll(ballot.faults(handedPapers)));
        if (faults.isEmpty() && !filled.heeded()) {
            faults.addAll(checks.warnings(scope, content));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        return reader.pasted(filled.said().text() + content.decisions().stream().map(Decision::about).collect(Collectors.joining("\n", "\n", "")))
                .then(_ -> paper(writing, meeting, filled, organisation)).map(paper -> {
                    var subject = record.apply(content);
                    rows.minutes(writing, meeting, filled.said(), filled.reason().strip(), subject);
                    rows.attendance(writing, meeting, filled.marks());
                    rows.step(writing, meeting, meeting.closed() ? Kind.CORRECTED : Kind.CLOSED, meeting.number(), paper.isEmpty() ? null : paper.getFirst(),
                            filled.reason().strip());
                    return Meetings.address(meeting.id());
                });
    }

    /** @return the paper's identity; nothing for a unit that issues none */
    private Outcome<List<UUID>> paper(Writing writing, Meeting meeting, Filled filled, Organisation organisation) {
        var host = organisation.unit(meeting.host()).orElseThrow();
        if (!DocumentNumber.givenBy(host.kind())) {
            return Outcome.done(List.of());
        }
        var document = forms.minutes(meeting, filled.said(), filled.marks(), organisation);
        return papers.issue(writing, new IssuedPaper.Issue(ids.next(), host.id(), document.kind(), filled.said().number(), document.title(),
                filled.said().date(), document.text().characters(), "", writing.scope().asOf().on(), forms.bytes(document), null)).map(List::of);
    }

    private static Headcount headcount(MeetingPlan plan, Filled filled, Organisation organisation) {
        var said = filled.said();
        var roll = Roll.of(plan.body(), organisation);
        if (said.present() != null) {
            int due = said.due() == null ? roll.due() : said.due();
            int voting = roll.known() ? Math.min(roll.votingDue(), due) : due;
            return new Headcount(Math.max(roll.due(), due), due, said.present(), voting, null, due == roll.due() ? roll.notCounted() : "");
        }
        var turnout = turnout(plan, filled);
        boolean body = plan.seats().stream().anyMatch(seat -> seat.capacity() == Capacity.MEMBER);
        int due = Math.max(turnout.due(), body ? roll.due() : 0);
        int present = body ? turnout.present() : turnout.came();
        int voting = body && roll.known() ? Math.min(roll.votingDue(), due) : due;
        return new Headcount(due, due, present, voting, null, body ? roll.notCounted() : "");
    }

    /** Who came of those who had a seat. */
    private static Turnout turnout(MeetingPlan plan, Filled filled) {
        return Turnout.of(plan.seats(), filled.marks().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, mark -> mark.getValue().attended())));
    }

    /** Whoever presided: the seat's holder, or who stood in. */
    private static List<PersonId> chairing(Seat seat, Map<String, Mark> marks, Organisation organisation) {
        var mark = marks.get(seat.key());
        return mark != null && mark.substitute() != null ? organisation.holders(mark.substitute()).stream().map(held -> held.person()).toList()
                : seat.holders(organisation);
    }

    private static Set<String> marks(MeetingPlan plan, Minutes said) {
        var marks = new HashSet<>(plan.marks());
        if (said.agreed().stream().map(Closing::decision).anyMatch(Decision::personnel)) {
            marks.add(DecisionCategory.PERSONNEL_TOPIC);
        }
        return marks;
    }

    private static Decision decision(Agreed agreed) {
        return new Decision(agreed.item(), agreed.category(), agreed.about(), null,
                new Decision.Votes(agreed.inFavour(), agreed.against(), agreed.abstained()), null, agreed.recused(), null, "");
    }

    /** Who came instead of whom, by the same rules as before the meeting. */
    private List<Reason> represented(Scope scope, Meeting meeting, Map<String, Mark> marks, Organisation organisation) {
        var standing = new HashMap<String, PostId>();
        marks.forEach((seat, mark) -> {
            if (mark.substitute() != null) {
                standing.put(seat, mark.substitute());
            }
        });
        var substitution = new Substitution(meeting.plan().seats(), standing, organisation);
        var names = new Invitation(meeting.plan().seats(), organisation);
        var faults = new ArrayList<Reason>();
        meeting.plan().seats().stream().filter(seat -> marks.containsKey(seat.key()) && marks.get(seat.key()).attended() == Attended.REPRESENTED)
                .forEach(seat -> substitution.faults(seat, standing.containsKey(seat.key()) ? List.of(standing.get(seat.key())) : List.of(), scope.post().post())
                        .forEach(fault -> faults.add(new Reason(fault.code(), names.name(seat) + "代会：" + fault.text(), fault.clause(), fault.nextStep()))));
        return faults;
    }

    private List<Reason> open(Meeting meeting) {
        var faults = new ArrayList<Reason>();
        if (!meeting.told()) {
            faults.add(Reason.of("minutes-before-notice", "会议通知还没有发出。", "先发通知；没有发通知就开了的会，在“记录”里登记。"));
        }
        meeting.cancelled().ifPresent(step -> faults.add(Reason.of("meeting-cancelled", "会议已经取消（" + step.words() + "），没有纪要。", "不用再办。")));
        return faults;
    }

    private RecordKind kind(Scope scope, String kind) {
        return institutions.rulebook(scope).catalogue().recordKinds().filter(one -> one.kind().equals(kind)).findFirst()
                .orElseGet(() -> new RecordKind(kind, kind, RecordKind.Shape.MEETING));
    }

    Organisation organisation(Scope scope, LocalDate day) {
        return organisations.asOf(scope, AsOf.on(day.isAfter(today()) ? today() : day));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
