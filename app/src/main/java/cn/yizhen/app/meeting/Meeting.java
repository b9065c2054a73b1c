package cn.yizhen.app.meeting;

import cn.yizhen.app.meeting.MeetingPlan.Minutes;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Attended;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it stands for whoever asks: row policies leave out what others answered.
 *
 * @param host    the unit that calls it
 * @param number  of the plan's version
 * @param steps   what happened to it, in order
 * @param replies the newest answer of each seat
 * @param minutes their versions, in order
 * @param marks   who came, by seat, as the newest minutes say
 */
public record Meeting(UUID id, UnitId host, MeetingPlan plan, int number, List<Step> steps, Map<String, Reply> replies, List<Version> minutes,
        Map<String, Mark> marks) {

    /** What happened to it. */
    public enum Kind {
        TOLD("发出通知"),
        CHANGED("变更"),
        CANCELLED("取消"),
        CLOSED("纪要成稿"),
        CORRECTED("更正纪要");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * @param paper in the register of issued documents, or null
     * @param words why, for a change, a cancellation and a correction
     */
    public record Step(Kind kind, int plan, @Nullable UUID paper, String words, String byName, LocalDate day) {}

    /**
     * @param day        and
     * @param start      the hour it was given for
     * @param substitute who was delegated, or null
     */
    public record Reply(String seat, LocalDate day, LocalTime start, Answer answer, @Nullable PostId substitute, String byName, LocalDate notedOn) {}

    /** @param record subject of the record it left behind */
    public record Version(int number, Minutes said, String reason, UUID record, String byName, LocalDate notedOn) {}

    /** @param substitute who came instead, or null */
    public record Mark(Attended attended, @Nullable PostId substitute) {}

    public Meeting {
        steps = List.copyOf(steps);
        replies = Map.copyOf(replies);
        minutes = List.copyOf(minutes);
        marks = Map.copyOf(marks);
    }

    public boolean told() {
        return steps.stream().anyMatch(step -> step.kind() == Kind.TOLD);
    }

    public Optional<Step> cancelled() {
        return steps.stream().filter(step -> step.kind() == Kind.CANCELLED).findFirst();
    }

    public boolean closed() {
        return !minutes.isEmpty();
    }

    /** Whether it can be entered by video: told, not cancelled, no minutes yet. */
    public boolean roomOpen() {
        return plan.video() && awaitsReplies();
    }

    /** Where its room is entered. */
    public String room() {
        return "/rooms/" + id;
    }

    /** Whether replies still mean something: told, not cancelled, no minutes yet. */
    public boolean awaitsReplies() {
        return told() && cancelled().isEmpty() && !closed();
    }

    /** The answer of a seat for the day and hour as they are now; empty for none, or one given before the meeting was moved. */
    public Optional<Reply> reply(Seat seat) {
        return Optional.ofNullable(replies.get(seat.key())).filter(this::stillMeant);
    }

    /** What a seat answered before the meeting was moved. */
    public Optional<Reply> formerly(Seat seat) {
        return Optional.ofNullable(replies.get(seat.key())).filter(reply -> !stillMeant(reply));
    }

    public List<Seat> unanswered() {
        return plan.seats().stream().filter(seat -> reply(seat).isEmpty()).toList();
    }

    /** By seat, who stands in for it as answered so far. */
    public Map<String, PostId> standingIn() {
        return plan.seats().stream().flatMap(seat -> reply(seat).stream()).filter(reply -> reply.substitute() != null)
                .collect(Collectors.toMap(Reply::seat, Reply::substitute));
    }

    public Optional<Version> latest() {
        return closed() ? Optional.of(minutes.getLast()) : Optional.empty();
    }

    /** 起草, 已通知, 已取消, 已结束 */
    public String stage() {
        return cancelled().isPresent() ? "已取消" : closed() ? "纪要已成稿" : told() ? "已通知" : "起草";
    }

    private boolean stillMeant(Reply reply) {
        return reply.day().equals(plan.day()) && reply.start().equals(plan.start());
    }
}
