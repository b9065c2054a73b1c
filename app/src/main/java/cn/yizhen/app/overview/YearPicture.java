package cn.yizhen.app.overview;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * A year month by month beside the year before (全年图), of one part of the tree and its own past; never two places.
 * An instance stands in the month in which its period ends.
 */
public record YearPicture(List<Month> now, List<Month> before) {

    public record Month(Period month, Tally tally) {

        public int seen() {
            return tally.met() + tally.metLate();
        }

        /** Whether anything was to be done; before a duty was in use here nothing was, which is not the same as none seen. */
        public boolean counts() {
            return tally.expected() > 0;
        }
    }

    /** Whether the year before has anything to compare with. */
    public boolean comparable() {
        return before.stream().anyMatch(Month::counts);
    }

    /** What the picture is drawn from, as JSON; a month of the year before in which nothing counted is null. */
    public String json() {
        return "{\"months\":" + list(now, month -> month.month().from().getMonthValue())
                + ",\"year\":" + now.getFirst().month().from().getYear()
                + ",\"seen\":" + list(now, Month::seen)
                + ",\"seenBefore\":" + before.stream().map(month -> month.counts() ? String.valueOf(month.seen()) : "null").collect(Collectors.joining(",", "[", "]"))
                + ",\"met\":" + list(now, month -> month.tally().met())
                + ",\"late\":" + list(now, month -> month.tally().metLate())
                + ",\"exempt\":" + list(now, month -> month.tally().exempt())
                + ",\"open\":" + list(now, month -> month.tally().open())
                + ",\"notSeen\":" + list(now, month -> month.tally().notSeen()) + "}";
    }

    private static String list(List<Month> months, ToIntFunction<Month> value) {
        return months.stream().map(month -> String.valueOf(value.applyAsInt(month))).collect(Collectors.joining(",", "[", "]"));
    }
}
