package cn.yizhen.directives;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Text in, directives with their evidence out. Without state; safe for use by many at once. */
public final class Extractor {

    /** Reads a text whose date nobody has confirmed yet; the year is guessed from its words. */
    public Extraction extract(String text) {
        return extract(text, null);
    }

    /**
     * @param text the document as one string; every offset of the result counts its code points
     * @param date the document's confirmed date, or null while nobody has confirmed one
     */
    public Extraction extract(String text, @Nullable LocalDate date) {
        var page = new Page(text);
        var year = date == null ? DocumentYear.guess(page) : Integer.valueOf(date.getYear());
        return new Assembly(text, page, year).extraction();
    }
}
