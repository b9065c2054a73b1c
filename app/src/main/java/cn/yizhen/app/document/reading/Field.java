package cn.yizhen.app.document.reading;

import java.util.List;

/**
 * A column that is looked for, found by its header text wherever it stands.
 *
 * @param key      the name the program reads it by
 * @param heading  its header
 * @param also     other headers it goes by
 * @param required whether a row without it is faulty; a sheet without the column is refused then
 * @param choices  the only values allowed; empty for any
 */
public record Field(String key, String heading, List<String> also, Kind kind, boolean required, List<String> choices) {

    /** What a cell of the column holds. */
    public enum Kind { TEXT, DATE, WHOLE }

    public Field {
        also = List.copyOf(also);
        choices = List.copyOf(choices);
    }

    public static Field text(String key, String heading) {
        return new Field(key, heading, List.of(), Kind.TEXT, false, List.of());
    }

    /** A civil day, as a date cell or as text (2026-3-1, 2026.3.1, 2026年3月1日, 20260301). */
    public static Field date(String key, String heading) {
        return new Field(key, heading, List.of(), Kind.DATE, false, List.of());
    }

    /** A number without fraction, 0 or more. */
    public static Field whole(String key, String heading) {
        return new Field(key, heading, List.of(), Kind.WHOLE, false, List.of());
    }

    public Field asRequired() {
        return new Field(key, heading, also, kind, true, choices);
    }

    public Field aka(String... headings) {
        return new Field(key, heading, List.of(headings), kind, required, choices);
    }

    public Field oneOf(List<String> values) {
        return new Field(key, heading, also, kind, required, values);
    }
}
