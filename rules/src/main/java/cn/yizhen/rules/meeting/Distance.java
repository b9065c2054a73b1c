package cn.yizhen.rules.meeting;

import cn.yizhen.rules.Reason;
import java.util.Optional;

/**
 * How far it is one way, by road (里程表的一行).
 *
 * @param metres  kilometres × 1000, so that 12.5 km stays exact
 * @param minutes one way
 */
public record Distance(int metres, int minutes) {

    public static final Distance NONE = new Distance(0, 0);
    private static final double FURTHEST = 500;
    private static final int LONGEST = 1_440;

    /** What was typed, or why it cannot be. */
    public static Optional<Reason> fault(String place, double kilometres, int minutes) {
        if (kilometres < 0 || kilometres > FURTHEST || minutes < 0 || minutes > LONGEST) {
            return Optional.of(Reason.of("distance-implausible", place + "：" + kilometres + " 公里、" + minutes + " 分钟，不像单程的路。", "核对公里数和分钟数；填单程。"));
        }
        return Optional.empty();
    }

    public Distance plus(Distance other) {
        return new Distance(metres + other.metres, minutes + other.minutes);
    }

    /** What is left when one need only go as far as the other; never less than nothing. */
    public Distance less(Distance other) {
        return new Distance(Math.max(0, metres - other.metres), Math.max(0, minutes - other.minutes));
    }

    public Distance twice() {
        return new Distance(metres * 2, minutes * 2);
    }

    public double kilometres() {
        return metres / 1000.0;
    }
}
