package cn.yizhen.rules.duty;

import java.util.Collection;

/**
 * How many instances there are and how they stand. Enumerated = counted out + expected; expected = exempt
 * + met + met late + open + not seen.
 */
public record Tally(int countedOut, int exempt, int met, int metLate, int open, int notSeen) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    public static Tally of(Collection<Instance> instances, Collection<Standing> standings) {
        int out = (int) instances.stream().filter(Instance.CountedOut.class::isInstance).count();
        return new Tally(
                out,
                count(standings, State.EXEMPT),
                count(standings, State.MET),
                count(standings, State.MET_LATE),
                count(standings, State.OPEN),
                count(standings, State.NOT_SEEN));
    }

    public int expected() {
        return exempt + met + metLate + open + notSeen;
    }

    public int enumerated() {
        return countedOut + expected();
    }

    public Tally plus(Tally other) {
        return new Tally(
                countedOut + other.countedOut,
                exempt + other.exempt,
                met + other.met,
                metLate + other.metLate,
                open + other.open,
                notSeen + other.notSeen);
    }

    /** What is left of a whole without one of its parts. */
    public Tally minus(Tally part) {
        return new Tally(
                countedOut - part.countedOut,
                exempt - part.exempt,
                met - part.met,
                metLate - part.metLate,
                open - part.open,
                notSeen - part.notSeen);
    }

    private static int count(Collection<Standing> standings, State state) {
        return (int) standings.stream().filter(standing -> standing.state() == state).count();
    }
}
