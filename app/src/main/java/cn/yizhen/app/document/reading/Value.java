package cn.yizhen.app.document.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds.
 *
 * @param text    what it reads as, trimmed, without control characters; never null
 * @param number  the number of a numeric cell
 * @param date    the day of a cell formatted as a date
 * @param formula the formula the cached value came from
 * @param error   the spreadsheet's own error value (#REF!), or null
 * @param merged  how many columns the cell is merged over
 */
public record Value(
        Place place,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        @Nullable String formula,
        @Nullable String error,
        int merged) {

    public boolean blank() {
        return text.isEmpty() && error == null;
    }
}
