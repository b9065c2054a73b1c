package cn.yizhen.app.overview;

import cn.yizhen.app.duty.Duties;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import java.util.List;

/**
 * One duty in one part of the tree (一项应办的履行情况): by period, by place, and the instances for those who may see them.
 *
 * @param places in the order of the administrative division; no other order exists
 * @param seen   the instances one by one; empty where the asker sees totals only
 * @param more   how many instances are left out of the list
 */
public record DutyOverview(Institution institution, Duty duty, List<ByPeriod> periods, List<ByPlace> places, List<Duties.Listed> seen,
                           int more) {

    public record ByPeriod(Period period, Overview.Counts counts) {}

    /** @param unit address of the place's own page, "" where there is none to see */
    public record ByPlace(String name, String unit, Tally tally) {}
}
