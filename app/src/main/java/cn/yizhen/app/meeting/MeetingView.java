package cn.yizhen.app.meeting;

import cn.yizhen.app.meeting.Meeting.Reply;
import cn.yizhen.app.meeting.Meeting.Step;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Price;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.organisation.PostId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a meeting for one reader.
 *
 * @param host      who calls it, by name
 * @param kind      what it counts as
 * @param runs      the reader's post in the unit that calls it, or null
 * @param issues    whether that unit gives its documents numbers
 * @param seats     in seating order; of others' seats only who is asked
 * @param calls     whom the organiser has yet to call, one line a unit
 * @param price     what it takes of people's time
 * @param notes     where it is beyond a limit
 * @param missing   what must be mended before the notice can go out
 * @param others    how many were before the venues' screens without a seat, in words, or empty
 * @param decisions where each thing agreed became a decision: words and address
 * @param key       of the forms on the page
 * @param base      the newest act on the meeting
 */
public record MeetingView(Meeting meeting, String host, String kind, @Nullable PostId runs, boolean issues, List<Line> seats, List<Call> calls, Price price,
        List<Reason> notes, List<Reason> missing, String others, List<Link> decisions, List<Told> journal, Answers answers, UUID key, UUID second, UUID third, @Nullable UUID base) {

    public String when() {
        return MeetingPapers.when(meeting.plan());
    }

    public String where() {
        return MeetingPapers.where(meeting.plan());
    }

    /**
     * A seat as it stands.
     *
     * @param reply    in words, empty for none or where the reader may not see it
     * @param before   what was answered before the meeting was moved, in words
     * @param mark     who came as the minutes say, in words
     * @param mine     how the reader answers for it, or null
     */
    public record Line(Seat seat, int number, String unit, String title, String holder, String site, String reply, String before, String mark, @Nullable Mine mine) {}

    /**
     * A reader's way to answer.
     *
     * @param offered  who can be sent, B角 first
     * @param current  the answer given, or null
     * @param base     the newest act on the answer
     */
    public record Mine(PostId post, boolean own, boolean host, List<Substitute> offered, @Nullable Reply current, UUID key, @Nullable UUID base) {}

    /** @param preferred the B of an AB角 */
    public record Substitute(PostId post, String label, boolean preferred) {}

    /**
     * A unit that has not answered.
     *
     * @param whom whom to call there: title and name
     * @param number of the telephone, empty where none is noted
     */
    public record Call(String unit, String whom, String number, String seats) {}

    public record Link(String words, String href) {}

    /** A step with its paper's address, or none. */
    public record Told(Step step, @Nullable String href) {}

    /** How many answered what. */
    public record Answers(int inPerson, int delegated, int excused, int none) {

        public String chinese() {
            return "本人参加 " + inPerson + "，委派 " + delegated + "，请假 " + excused + "，未回执 " + none;
        }
    }
}
