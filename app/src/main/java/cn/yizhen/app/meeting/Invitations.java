package cn.yizhen.app.meeting;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What meetings put on a desk: an answer to give, a meeting to go to, minutes to write. Nothing of it chases anybody. */
@Component
public class Invitations {

    /** How long minutes that were never written stand on a desk. */
    private static final int DAYS_BACK = 30;
    private static final Set<String> KEEPS_PAPERS = Set.of("office", "contact", "recorder");

    private final Meetings meetings;
    private final Organisations organisations;

    Invitations(Meetings meetings, Organisations organisations) {
        this.meetings = meetings;
        this.organisations = organisations;
    }

    /** What is to be done about a meeting. */
    public enum Errand {
        ANSWER("回执"),
        GO("参会"),
        VENUE("分会场"),
        MINUTES("写纪要");

        private final String chinese;

        Errand(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * A row.
     *
     * @param due   the day of the meeting; null for minutes, which no rule gives a day
     * @param host  who calls the meeting
     * @param note  when and where
     * @param room  where its room is entered, or null
     */
    public record Item(Errand errand, String title, @Nullable LocalDate due, HeldPost post, UnitId host, String note, String href, @Nullable String room) {}

    public List<Item> of(Scope scope) {
        if (scope.posts().isEmpty()) {
            return List.of();
        }
        var today = scope.asOf().on();
        var organisation = organisations.asOf(scope);
        return meetings.since(scope, today.minusDays(DAYS_BACK)).stream().filter(meeting -> meeting.told() && meeting.cancelled().isEmpty() && !meeting.closed())
                .flatMap(meeting -> items(scope, meeting, organisation, today)).toList();
    }

    private static Stream<Item> items(Scope scope, Meeting meeting, Organisation organisation, LocalDate today) {
        var items = new ArrayList<Item>();
        var seats = new Seats(scope, organisation);
        if (!meeting.plan().day().isBefore(today)) {
            meeting.plan().seats().forEach(seat -> seat(scope, meeting, seat, seats, today).ifPresent(items::add));
        }
        if (!meeting.plan().day().isAfter(today)) {
            seats.host(meeting).filter(post -> organisation.post(post).filter(found -> KEEPS_PAPERS.stream().anyMatch(found::serves)).isPresent()).ifPresent(post -> {
                if (isOn(meeting, today) && items.stream().noneMatch(item -> item.errand() == Errand.GO)) {
                    items.add(item(Errand.GO, scope, meeting, today, post));
                }
                items.add(item(Errand.MINUTES, scope, meeting, null, post));
            });
        }
        if (isOn(meeting, today)) {
            seats.venue(meeting).ifPresent(post -> {
                // whoever sits there too switches the venue's screen on, and is seen by it
                items.removeIf(item -> item.errand() == Errand.GO);
                items.add(item(Errand.VENUE, scope, meeting, today, post));
            });
        }
        return items.stream();
    }

    /** Whether its room is entered today: whoever sits there or keeps the meeting's papers goes straight in, without a reply first. */
    private static boolean isOn(Meeting meeting, LocalDate today) {
        return meeting.roomOpen() && meeting.plan().day().equals(today);
    }

    private static Optional<Item> seat(Scope scope, Meeting meeting, Seat seat, Seats seats, LocalDate today) {
        var reply = meeting.reply(seat);
        if (reply.isEmpty() && isOn(meeting, today) && seats.own(seat).isPresent()) {
            return seats.own(seat).map(post -> item(Errand.GO, scope, meeting, today, post));
        }
        if (reply.isEmpty()) {
            return seats.answering(meeting, seat).filter(answering -> answering.right() != Seats.Right.HOST)
                    .map(answering -> item(Errand.ANSWER, scope, meeting, meeting.plan().day(), answering.post()));
        }
        var goes = reply.get().answer() == Answer.IN_PERSON ? seats.own(seat)
                : Optional.ofNullable(reply.get().substitute()).filter(post -> scope.posts().stream().anyMatch(held -> held.post().equals(post)));
        return goes.map(post -> item(Errand.GO, scope, meeting, meeting.plan().day(), post));
    }

    private static Item item(Errand errand, Scope scope, Meeting meeting, @Nullable LocalDate due, PostId post) {
        var plan = meeting.plan();
        boolean enters = (errand == Errand.GO || errand == Errand.VENUE) && meeting.roomOpen();
        return new Item(errand, plan.title(), due, scope.posts().stream().filter(held -> held.post().equals(post)).findFirst().orElseThrow(), meeting.host(),
                Days.inYear(plan.day()) + Days.weekday(plan.day()) + MeetingPapers.hour(plan.start()) + "　" + plan.place(), Meetings.address(meeting.id()), enters ? meeting.room() + (errand == Errand.VENUE ? "/screen" : "") : null);
    }
}
