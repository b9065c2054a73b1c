package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Substitution;
import cn.yizhen.rules.organisation.PostId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers to an invitation: by whoever sits there, by the unit's office, or by the organiser as told by telephone. */
@Component
public class Replies {

    private final Acts acts;
    private final MeetingRows rows;
    private final Organisations organisations;
    private final Clock clock;

    Replies(Acts acts, MeetingRows rows, Organisations organisations, Clock clock) {
        this.acts = acts;
        this.rows = rows;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Answers for a seat; a later answer replaces an earlier one.
     *
     * @param named who is delegated; looked at for {@link Answer#DELEGATES} only
     */
    public Performed reply(Scope scope, UUID key, Meeting meeting, Seat seat, @Nullable UUID basedOn, Answer answer, List<PostId> named) {
        var act = Act.change(key, "meeting.answered", scope.post().post(), subject(meeting, seat), basedOn,
                Map.of("meeting", meeting.id().toString(), "seat", seat.key(), "answer", answer.name()));
        return acts.perform(scope, act, writing -> {
            // as it stands within the act: two seats may be delegating to one post at this moment
            var now = rows.find(writing.sql(), meeting.id()).orElse(meeting);
            var faults = faults(scope, now, seat, answer, named);
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            rows.reply(writing, now, seat, answer, answer == Answer.DELEGATES ? named.getFirst() : null);
            return Outcome.done(Meetings.address(meeting.id()));
        });
    }

    /** The newest act on a seat's answer, what the next one is based on. */
    Optional<UUID> latestAct(Scope scope, Meeting meeting, Seat seat) {
        return acts.latestOn(scope, subject(meeting, seat));
    }

    private List<Reason> faults(Scope scope, Meeting meeting, Seat seat, Answer answer, List<PostId> named) {
        var faults = new ArrayList<Reason>();
        var organisation = organisations.asOf(scope);
        var by = scope.post().post();
        meeting.cancelled().ifPresent(step -> faults.add(Reason.of("meeting-cancelled", "会议已经取消（" + step.words() + "），不用回执。", "不用再办。")));
        if (!meeting.told() || meeting.closed() || meeting.plan().day().isBefore(LocalDate.now(clock))) {
            faults.add(Reason.of("reply-not-now", meeting.told() ? "会议已经开过，不再收回执。" : "会议通知还没有发出。", "有变化的，告诉召集单位。"));
        }
        if (meeting.plan().seat(seat.key()).isEmpty()) {
            faults.add(Reason.of("seat-gone", "参会人员已经调整，这一席不在了。", "刷新看现在的安排。"));
        }
        boolean standsIn = by.equals(meeting.standingIn().get(seat.key()));
        if (new Seats(scope, organisation).answering(meeting, seat).isEmpty() && !standsIn) {
            faults.add(Reason.of("reply-not-yours", "这一席的回执不由您的岗位办理。", "由参会人、本单位办公室或者召集单位登记。"));
        } else if (standsIn && answer != Answer.DELEGATES) {
            faults.add(Reason.of("substitute-answers", "您是受委派参会的。", "不能去的，请原参会人重新回执。"));
        }
        if (answer == Answer.DELEGATES) {
            faults.addAll(new Substitution(meeting.plan().seats(), meeting.standingIn(), organisation).faults(seat, named, by));
        }
        return faults;
    }

    private static UUID subject(Meeting meeting, Seat seat) {
        return UUID.nameUUIDFromBytes((meeting.id() + "#" + seat.key()).getBytes(StandardCharsets.UTF_8));
    }
}
