package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Cadence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table: something a unit can be asked to answer for, with its place in the text.
 *
 * @param number       master number, empty until the table first leaves the office; never changes after
 * @param spans        its places in the text, in order; empty for a row added without one
 * @param wording      exactly those words, joined by ；, unless they were changed by hand
 * @param title        what people call it, at most 16 characters
 * @param section      number of the top-level heading it stands under, 0 before the first
 * @param cadence      how often, or null
 * @param numbers      numeric targets copied exactly
 * @param placeholders X, XX and the like still to be filled in
 * @param outside      why the platform does not carry it (平台不承接), or null
 * @param link         the row of an earlier document that asks the same, or null
 * @param suspended    why it stands still for now by an adjustment (中止), or null
 */
public record Row(
        RowId id,
        String number,
        List<Span> spans,
        String wording,
        String title,
        int section,
        Handling handling,
        @Nullable Cadence cadence,
        Due due,
        Assignment assignment,
        List<String> numbers,
        List<String> placeholders,
        @Nullable String outside,
        @Nullable Link link,
        @Nullable String suspended) {

    public static final int LONGEST_TITLE = 16;

    public Row {
        spans = List.copyOf(spans);
        numbers = List.copyOf(numbers);
        placeholders = List.copyOf(placeholders);
    }

    public boolean carried() {
        return outside == null && handling != Handling.NOTED;
    }

    /** Opens a matter of its own when the table is issued. */
    public boolean opensMatter() {
        return handling == Handling.PROJECT && outside == null && link == null;
    }

    public boolean lacksLead() {
        return handling.needsLead() && assignment.open();
    }

    public boolean suggestedDue() {
        return handling == Handling.PROJECT && outside == null && !due.confirmed();
    }

    public Row with(Handling other) {
        return copy(number, spans, wording, title, other, due, assignment, link);
    }

    public Row with(Due other) {
        return copy(number, spans, wording, title, handling, other, assignment, link);
    }

    public Row with(Assignment other) {
        return copy(number, spans, wording, title, handling, due, other, link);
    }

    public Row worded(String other) {
        return new Row(id, number, spans, other, title, section, handling, cadence, due, assignment, numbers, placeholders, outside, link, suspended);
    }

    public Row under(int otherSection) {
        return new Row(id, number, spans, wording, title, otherSection, handling, cadence, due, assignment, numbers, placeholders, outside, link, suspended);
    }

    /** Standing still, or going on with null. */
    public Row standing(@Nullable String still) {
        return new Row(id, number, spans, wording, title, section, handling, cadence, due, assignment, numbers, placeholders, outside, link, still);
    }

    public Row titled(String other) {
        return copy(number, spans, wording, other, handling, due, assignment, link);
    }

    public Row numbered(String other) {
        return copy(other, spans, wording, title, handling, due, assignment, link);
    }

    public Row linked(@Nullable Link other) {
        return copy(number, spans, wording, title, handling, due, assignment, other);
    }

    private Row copy(
            String newNumber, List<Span> newSpans, String newWording, String newTitle,
            Handling newHandling, Due newDue, Assignment newAssignment, @Nullable Link newLink) {
        return new Row(id, newNumber, newSpans, newWording, newTitle, section, newHandling, cadence,
                newDue, newAssignment, numbers, placeholders, outside, newLink, suspended);
    }
}
