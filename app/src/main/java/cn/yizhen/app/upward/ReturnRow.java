package cn.yizhen.app.upward;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import java.time.LocalDate;

/**
 * One row of a return (上报行): how a duty stood in one of its periods in one area.
 *
 * @param place       of the row in the return, from 0: pillars and institutions as in the catalogue, areas as in the division
 * @param institution title of the institution
 * @param duty        identifier of the duty
 * @param title       of the duty
 */
public record ReturnRow(int place, Area area, String pillar, String institution, String duty, String title, Period period, Tally tally) {

    /** What makes it the same row in another issue. */
    record Identity(String duty, LocalDate from, Area.Kind kind, String code) {}

    Identity identity() {
        return new Identity(duty, period.from(), area.kind(), area.code());
    }
}
