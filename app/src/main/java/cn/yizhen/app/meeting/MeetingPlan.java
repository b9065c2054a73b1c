package cn.yizhen.app.meeting;

import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.rules.meeting.Ballot;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Venue;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it is planned.
 *
 * @param title      what it is called
 * @param about      what it deals with, in a line (议题); by these words attendees are proposed
 * @param kind       the record kind it will leave behind
 * @param unit       whose record that will be
 * @param body       the body that meets, or null
 * @param marks      topics of the catalogue it deals with
 * @param minutes    how long it is planned, all in all
 * @param speech     minutes of the main speech, 0 for none
 * @param discussion 安排分组讨论
 * @param systemWide 全系统的综合性工作会议
 * @param video      some take part by video
 * @param phone      whom to ring up when the room cannot be entered; empty without video
 * @param chair      key of the seat that presides, or empty
 * @param origin     what it was called for, or null
 */
public record MeetingPlan(String title, String about, String kind, UnitId unit, @Nullable BodyId body, Set<String> marks, LocalDate day, LocalTime start, int minutes,
        int speech, boolean discussion, boolean systemWide, String place, boolean video, String phone, Venue venue, String chair, List<Item> agenda, List<Seat> seats,
        @Nullable Origin origin) {

    private static final int HALF_DAY = 240;

    /** @param minutes planned for it, 0 where nobody said */
    public record Item(String title, int minutes) {}

    /**
     * What a meeting was called for: a duty, a directive or a matter.
     *
     * @param href where that stands
     */
    public record Origin(String title, String href) {}

    public MeetingPlan {
        phone = phone == null ? "" : phone.strip();
        marks = Set.copyOf(marks);
        agenda = List.copyOf(agenda);
        seats = List.copyOf(seats);
    }

    /** Where those below take part: nobody travels elsewhere without video. */
    public Venue takingPart() {
        return video ? venue : Venue.MAIN;
    }

    /** Begun half days count. */
    public int halfDays() {
        return Math.max(1, (minutes + HALF_DAY - 1) / HALF_DAY);
    }

    public Optional<Seat> seat(String key) {
        return seats.stream().filter(seat -> seat.key().equals(key)).findFirst();
    }

    public boolean sameHour(MeetingPlan other) {
        return day.equals(other.day) && start.equals(other.start);
    }

    public MeetingPlan seating(List<Seat> others, String presiding) {
        return new MeetingPlan(title, about, kind, unit, body, marks, day, start, minutes, speech, discussion, systemWide, place, video, phone, venue, presiding, agenda,
                others, origin);
    }

    /**
     * What the minutes say.
     *
     * @param text     正文 as it is printed
     * @param due      应到, members of a body of which the county keeps only a count; null where seats are counted
     * @param present  实到 of those; null where seats are counted
     * @param others   people at each site besides those with a seat, by unit: a head count
     * @param agreed   what was decided, in order
     * @param number   document number, empty for a unit that issues none
     * @param date     成文日期
     * @param handed   送督查部门: the supervising office reads what was agreed and turns it into matters
     */
    public record Minutes(String text, @Nullable Integer due, @Nullable Integer present, List<Others> others, List<Agreed> agreed, List<Ballot> ballots,
            String number, LocalDate date, boolean handed) {

        public Minutes {
            others = List.copyOf(others);
            agreed = List.copyOf(agreed);
            ballots = List.copyOf(ballots);
        }
    }

    /** Many people at one screen: how many, not who. */
    public record Others(UnitId site, int people) {}

    /**
     * Something agreed, by open vote or without one.
     *
     * @param voted false where nobody voted: the counts are 0
     */
    public record Agreed(int item, DecisionCategory category, String about, boolean voted, int inFavour, int against, int abstained, int recused) {}
}
