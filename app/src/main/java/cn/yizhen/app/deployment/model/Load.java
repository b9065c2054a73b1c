package cn.yizhen.app.deployment.model;

import java.util.Collection;

/**
 * What a table asks of those below: rows × units × feedback, in times and hours a year. Only 立项督办 is asked
 * to report; 常态推进, 总量控制 and 阅知 are asked nothing.
 *
 * @param rows  rows that are reported on
 * @param units units asked, a unit counted once for every row
 * @param times feedbacks a year
 * @param hours of all units together, rounded up
 */
public record Load(int rows, int units, int times, int hours) {

    private static final int MINUTES_PER_HOUR = 60;

    public static Load of(Collection<Row> table, EffortTable effort) {
        var asked = table.stream().filter(Row::opensMatter).toList();
        int units = asked.stream().mapToInt(row -> row.assignment().units()).sum();
        int times = asked.stream().mapToInt(row -> row.assignment().units() * effort.feedbacks(row.cadence())).sum();
        return new Load(asked.size(), units, times, Math.ceilDiv(times * effort.minutes(), MINUTES_PER_HOUR));
    }
}
