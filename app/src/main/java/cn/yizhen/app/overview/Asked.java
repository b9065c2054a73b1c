package cn.yizhen.app.overview;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.organisation.Unit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of 履行情况 is about (查看条件): two points in time, a part of the tree and a span.
 *
 * @param known as the asker wrote it, "" for everything known by now
 * @param units the units that can be chosen, in order of the tree
 * @param spans the spans that can be chosen
 * @param moved the span chosen that does not lie in the year of the day, or begins after it: the one of its kind with the day in it
 *              stands in its place; null where none was moved
 */
public record Asked(AsOf asOf, LocalDate today, String known, Unit unit, List<Unit> units, Period span, List<Period> spans, @Nullable Period moved) {

    /** The same point in time and unit, for addresses. */
    public String query() {
        return "on=" + asOf.on() + "&unit=" + unit.id() + "&span=" + Spans.text(span)
                + (known.isBlank() ? "" : "&known=" + URLEncoder.encode(known, StandardCharsets.UTF_8));
    }

    public String spanText(Period other) {
        return Spans.text(other);
    }

    /** Whether this is not simply how it stands today. */
    public boolean elsewhen() {
        return !asOf.on().equals(today) || asOf.known() != AsOf.LATEST;
    }
}
