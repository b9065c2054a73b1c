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
 * @param single whether the total of this place is one instance, which the asker may not see: then nothing of it is here
 * @param places in the order of the administrative division; no other order exists
 * @param seen   every instance in reach, one by one; empty where the asker sees totals only
 */
public record DutyOverview(Institution institution, Duty duty, boolean single, List<ByPeriod> periods, List<ByPlace> places, List<Duties.Listed> seen) {

    /** So many instances a page lists; a workbook has all of them. */
    private static final int ON_A_PAGE = 300;

    /** One whose total the asker may not see. */
    static DutyOverview withheld(Institution institution, Duty duty) {
        return new DutyOverview(institution, duty, true, List.of(), List.of(), List.of());
    }

    public record ByPeriod(Period period, Overview.Counts counts) {}

    public List<Duties.Listed> shown() {
        return seen.subList(0, Math.min(ON_A_PAGE, seen.size()));
    }

    /** How many instances the page leaves out. */
    public int more() {
        return seen.size() - shown().size();
    }

    /** @param unit address of the place's own page, "" where there is none to see */
    public record ByPlace(String name, String unit, Tally tally) {}
}
