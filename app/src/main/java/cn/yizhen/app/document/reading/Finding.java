package cn.yizhen.app.document.reading;

import cn.yizhen.rules.Reason;

/**
 * Something to be said about a place of a workbook.
 *
 * @param fault true where the row cannot be taken; false where it was taken and its owner should know how
 */
public record Finding(Place place, Reason reason, boolean fault) {

    public static Finding fault(Place place, Reason reason) {
        return new Finding(place, reason, true);
    }

    public static Finding notice(Place place, Reason reason) {
        return new Finding(place, reason, false);
    }
}
