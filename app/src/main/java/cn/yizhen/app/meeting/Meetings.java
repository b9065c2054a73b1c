package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.meeting.Meeting.Kind;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.paper.DocumentNumber;
import cn.yizhen.app.paper.IssuedPaper;
import cn.yizhen.app.paper.Papers;
import cn.yizhen.app.room.Rooms;
import cn.yizhen.directives.DocumentReader;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.meeting.Invitation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Meetings as the organiser plans, announces, changes and cancels them. */
@Component
public class Meetings {

    private static final int ROOM_TITLE = 60;

    private final Acts acts;
    private final Transactions transactions;
    private final MeetingRows rows;
    private final Organisations organisations;
    private final Papers papers;
    private final MeetingPapers forms;
    private final Rooms rooms;
    private final Ids ids;
    private final Clock clock;
    private final DocumentReader reader = new DocumentReader();

    Meetings(Acts acts, Transactions transactions, MeetingRows rows, Organisations organisations, Papers papers, MeetingPapers forms, Rooms rooms, Ids ids, Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.rows = rows;
        this.organisations = organisations;
        this.papers = papers;
        this.forms = forms;
        this.rooms = rooms;
        this.ids = ids;
        this.clock = clock;
    }

    /** The meeting as it stands; empty for one that does not exist or that the asker was not asked to. */
    public Optional<Meeting> find(Scope scope, UUID meeting) {
        return transactions.reading(scope, sql -> rows.find(sql, meeting));
    }

    /** Meetings from a day on that the asker's units call or were asked to, the earliest first. */
    public List<Meeting> since(Scope scope, LocalDate first) {
        return transactions.reading(scope, sql -> rows.since(sql, first));
    }

    /** How many other system-wide meetings a unit called in a year. */
    int systemWide(Scope scope, UnitId host, int year, UUID except) {
        return transactions.reading(scope, sql -> rows.heldInYear(sql, host, year, except));
    }

    Optional<UUID> latestAct(Scope scope, UUID meeting) {
        return acts.latestOn(scope, meeting);
    }

    /** Plans a meeting under the one post of the scope. */
    public Performed plan(Scope scope, UUID key, MeetingPlan plan) {
        var meeting = ids.next();
        return acts.perform(scope, Act.create(key, "meeting.planned", scope.post().post(), meeting, audited(plan)),
                writing -> save(writing, meeting, null, plan));
    }

    /**
     * Changes a plan. Once the notice is out, everything asked must hold and a reason is told to those asked.
     *
     * @param reason empty before the notice
     */
    public Performed change(Scope scope, UUID key, Meeting before, @Nullable UUID basedOn, MeetingPlan plan, String reason) {
        return acts.perform(scope, Act.change(key, "meeting.changed", scope.post().post(), before.id(), basedOn, audited(plan)), writing -> {
            var faults = stands(before);
            if (before.told()) {
                faults.addAll(new Invitation(plan.seats(), organisations.asOf(scope)).faults());
                if (reason.isBlank()) {
                    faults.add(Reason.of("change-without-reason", "通知已经发出，没有写为什么变更。", "写一句话，参会单位看得到。"));
                }
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            return save(writing, before.id(), before, plan).map(address -> {
                if (before.told()) {
                    openRoom(writing, before.id(), before.host(), plan);
                    rows.invite(writing, before.id(), before.host(), plan.seats());
                    rows.step(writing, before, Kind.CHANGED, before.number() + 1, null, words(before.plan(), plan, reason));
                }
                return address;
            });
        });
    }

    /**
     * Sends the notice to everybody asked, and enters it into the register of issued documents where the unit issues any.
     *
     * @param number of the document; ignored for a unit that issues none
     */
    public Performed tell(Scope scope, UUID key, Meeting meeting, @Nullable UUID basedOn, String number) {
        return acts.perform(scope, Act.change(key, "meeting.told", scope.post().post(), meeting.id(), basedOn, audited(meeting.plan())), writing -> {
            var faults = stands(meeting);
            if (meeting.told()) {
                faults.add(Reason.of("meeting-already-told", "通知已经发出。", "要改的，改了计划写明原因，参会单位会看到。"));
            }
            faults.addAll(announcing(scope, meeting.plan()));
            return faults.isEmpty() ? notice(writing, meeting, number.strip()) : Outcome.refused(faults);
        });
    }

    /** Cancels a meeting; those asked see it and why. */
    public Performed cancel(Scope scope, UUID key, Meeting meeting, @Nullable UUID basedOn, String reason) {
        return acts.perform(scope, Act.change(key, "meeting.cancelled", scope.post().post(), meeting.id(), basedOn, audited(meeting.plan())), writing -> {
            var faults = stands(meeting);
            if (reason.isBlank()) {
                faults.add(Reason.of("cancellation-without-reason", "没有写为什么取消。", "写一句话，参会单位看得到。"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            rows.step(writing, meeting, Kind.CANCELLED, meeting.number(), null, reason.strip());
            return Outcome.done(address(meeting.id()));
        });
    }

    /** What must be mended before the notice of a plan can go out. */
    List<Reason> announcing(Scope scope, MeetingPlan plan) {
        var faults = new ArrayList<Reason>();
        if (plan.day().isBefore(today())) {
            faults.add(past(plan.day()));
        }
        faults.addAll(new Invitation(plan.seats(), organisations.asOf(scope)).faults());
        return faults;
    }

    private Outcome<String> notice(Writing writing, Meeting meeting, String number) {
        var scope = writing.scope();
        var organisation = organisations.asOf(scope);
        var host = organisation.unit(meeting.host()).orElseThrow();
        if (!DocumentNumber.givenBy(host.kind())) {
            return told(writing, meeting, null);
        }
        var document = forms.notice(meeting, organisation, number, today());
        var word = forms.bytes(document);
        return papers.issue(writing, new IssuedPaper.Issue(ids.next(), host.id(), document.kind(), number, document.title(), today(),
                document.text().characters(), "", scope.asOf().on(), word, null)).then(paper -> told(writing, meeting, paper));
    }

    private Outcome<String> told(Writing writing, Meeting meeting, @Nullable UUID paper) {
        rows.invite(writing, meeting.id(), meeting.host(), meeting.plan().seats());
        rows.step(writing, meeting, Kind.TOLD, meeting.number(), paper, "");
        openRoom(writing, meeting.id(), meeting.host(), meeting.plan());
        return Outcome.done(address(meeting.id()));
    }

    /** The room of a meeting by video has the meeting's identity; it is opened once, and whoever calls the meeting presides over it. */
    private void openRoom(Writing writing, UUID meeting, UnitId host, MeetingPlan plan) {
        if (!plan.video()) {
            return;
        }
        var title = plan.title().codePointCount(0, plan.title().length()) <= ROOM_TITLE ? plan.title() : plan.title().substring(0, plan.title().offsetByCodePoints(0, ROOM_TITLE));
        if (rooms.find(writing.scope(), meeting).isEmpty()) {
            rooms.open(writing, meeting, title, plan.phone(), writing.scope().account());
        }
        rooms.plan(writing, meeting, host.value(), title, plan.phone(), plan.agenda().stream().map(MeetingPlan.Item::title).toList());
    }

    /**
     * What keeps a plan from being saved.
     *
     * @param before  the meeting it changes, or null; one that was announced keeps its day also after it
     * @param day     and
     * @param minutes are null where they could not be read, which is said elsewhere
     */
    static List<Reason> unsound(@Nullable Meeting before, String title, String about, @Nullable LocalDate day, @Nullable Integer minutes, LocalDate today) {
        var faults = new ArrayList<Reason>();
        if (title.isBlank()) {
            faults.add(Reason.of("meeting-without-title", "没有写会议名称。", "写上名称再存。"));
        }
        if (about.isBlank()) {
            faults.add(Reason.of("meeting-without-topic", "没有写议题。", "写一句话；参会人员按它从分工表里找。"));
        }
        if (day != null && day.isBefore(today) && !(before != null && before.told() && before.plan().day().equals(day))) {
            faults.add(past(day));
        }
        if (minutes != null && (minutes < 1 || minutes > 3 * 24 * 60)) {
            faults.add(Reason.of("meeting-length-unreadable", "会议时长" + minutes + "分钟，不像一次会。", "填预计开多少分钟。"));
        }
        return faults;
    }

    private static Reason past(LocalDate day) {
        return Reason.of("meeting-day-past", "会议日期" + Days.full(day) + "已经过了。", "改成今天或者以后的一天；没有发通知就开过的会，在“记录”里登记。");
    }

    private Outcome<String> save(Writing writing, UUID meeting, @Nullable Meeting before, MeetingPlan plan) {
        var faults = unsound(before, plan.title(), plan.about(), plan.day(), plan.minutes(), today());
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        return reader.pasted(String.join("\n", plan.title(), plan.about(), plan.place())).map(_ -> {
            rows.save(writing, meeting, writing.scope().post().unit(), plan);
            return address(meeting);
        });
    }

    private static List<Reason> stands(Meeting meeting) {
        var faults = new ArrayList<Reason>();
        meeting.cancelled().ifPresent(step -> faults.add(Reason.of("meeting-cancelled", "会议已经取消（" + step.words() + "）。", "要开的，另外召集一次。")));
        if (meeting.closed()) {
            faults.add(Reason.of("meeting-closed", "纪要已经成稿，会议不能再改。", "纪要有错的，更正纪要并写明原因。"));
        }
        return faults;
    }

    /** 改期 is told apart: replies have to be given anew. */
    private static String words(MeetingPlan before, MeetingPlan after, String reason) {
        return before.sameHour(after) ? reason.strip()
                : reason.strip() + "（原定" + Days.inYear(before.day()) + MeetingPapers.hour(before.start()) + "，改为" + Days.inYear(after.day()) + MeetingPapers.hour(after.start()) + "，请重新回执）";
    }

    static String address(UUID meeting) {
        return "/meetings/" + meeting;
    }

    static Map<String, ?> audited(MeetingPlan plan) {
        return Map.of("title", plan.title(), "day", plan.day().toString(), "seats", plan.seats().size());
    }

    String hostName(Scope scope, Meeting meeting) {
        return organisations.asOf(scope).unit(meeting.host()).map(Unit::name).orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
