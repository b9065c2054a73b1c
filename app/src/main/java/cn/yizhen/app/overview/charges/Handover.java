package cn.yizhen.app.overview.charges;

import java.time.LocalDate;
import java.util.List;

/**
 * What there is to do on the day somebody takes a post (当日要办的清单).
 *
 * @param waiting  raised by the unit, to be answered by others
 * @param duties   of the unit, its bodies and posts, not done yet in periods that run on the day
 * @param full     whether the asker may see which; otherwise {@code unseen} says how many duties there are
 * @param unseen   duties the asker only gets the number of
 */
public record Handover(
        ResponsibilityTable table, List<ResponsibilityTable.OpenLine> waiting, List<Due> duties, boolean full, int unseen) {

    static final String STAYS = "这些都属于岗位，由接任的人接着办。学时、请假等个人的事随人走，不在清单里。";

    /** @param lastDay of the period */
    public record Due(String what, String who, String period, LocalDate lastDay) {}

    public Handover {
        waiting = List.copyOf(waiting);
        duties = List.copyOf(duties);
    }

    public String stays() {
        return STAYS;
    }
}
