package cn.yizhen.rules.meeting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many came, counted from the seats (到会情况).
 *
 * @param due         应到: members where a body meets, else everybody asked who does not merely sit in
 * @param present     实到 in person
 * @param represented by a substitute; for the quorum of a body nobody is
 * @param sittingIn   列席 who came
 */
public record Turnout(int due, int present, int represented, int sittingIn) {

    /** Counts seats; a seat nobody marked was not there. */
    public static Turnout of(List<Seat> seats, Map<String, Attended> marks) {
        boolean body = seats.stream().anyMatch(seat -> seat.capacity() == Capacity.MEMBER);
        var counted = seats.stream().filter(seat -> seat.capacity() == (body ? Capacity.MEMBER : Capacity.ATTENDS)).toList();
        long others = seats.stream().filter(seat -> !counted.contains(seat)).filter(seat -> marked(marks, seat) != Attended.ABSENT).count();
        return new Turnout(counted.size(), count(counted, marks, Attended.PRESENT), count(counted, marks, Attended.REPRESENTED), (int) others);
    }

    /**
     * What is proposed for a seat before somebody confirms it: who is seen in the room came, whoever the answer names;
     * where nobody is seen, the answer stands.
     *
     * @param seen seats seen at a meeting by video, as long as it is remembered
     * @param site whether the screen of the room they sit in was reached: who sits before it is not seen, so whoever
     *             asked for leave stays away, and whoever said nothing came
     */
    public static Attended proposed(Seat seat, @Nullable Answer answer, Set<String> seen, boolean site) {
        if (answer == Answer.DELEGATES) {
            return Attended.REPRESENTED;
        }
        boolean there = answer == Answer.IN_PERSON || answer == null && site || seen.contains(seat.key());
        return there ? Attended.PRESENT : Attended.ABSENT;
    }

    /** How many bodies were in the room of those due: a substitute is one. */
    public int came() {
        return present + represented;
    }

    private static int count(List<Seat> seats, Map<String, Attended> marks, Attended what) {
        return (int) seats.stream().filter(seat -> marked(marks, seat) == what).count();
    }

    private static Attended marked(Map<String, Attended> marks, Seat seat) {
        return marks.getOrDefault(seat.key(), Attended.ABSENT);
    }
}
