package cn.yizhen.rules;

import java.time.LocalDate;

/**
 * The two points every question is asked at.
 *
 * @param on    the civil day (Asia/Shanghai) the answer is about
 * @param known the number of the last act taken into account; {@link #LATEST} for today's knowledge
 */
public record AsOf(LocalDate on, long known) {

    public static final long LATEST = Long.MAX_VALUE;

    public AsOf {
        if (known < 0) {
            throw new IllegalArgumentException("acts are numbered from 1, 0 is before the first: " + known);
        }
    }

    /** That day, with everything known by now (截至). */
    public static AsOf on(LocalDate day) {
        return new AsOf(day, LATEST);
    }
}
