package cn.yizhen.app.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the desk (应办行), in words.
 *
 * @param what       at most 16 characters
 * @param due        last day, or null where no clock runs
 * @param when       「12月31日前·还有38天」
 * @param late       set by the law or a named person, and passed
 * @param post       the post it is there for
 * @param about      institution or kind of matter
 * @param strength   一般 or 必须
 * @param office     who asks; who answers, for what is waited for
 * @param contact    whom to call there
 * @param note       what else to know, such as 已有1次，要2次; or empty
 * @param enter      where it is entered, or null
 * @param why        where the clause or the sentence behind it stands
 * @param difficulty where to say 有困难／不归我, or null
 * @param elsewhere  the one tap for what another system keeps, or null
 */
public record DeskRow(
        String what,
        @Nullable LocalDate due,
        String when,
        boolean late,
        String post,
        String about,
        String strength,
        String office,
        String contact,
        String note,
        @Nullable Link enter,
        String why,
        @Nullable String difficulty,
        @Nullable Tap elsewhere) {

    /** The nearest first, what has no day last. */
    static final Comparator<DeskRow> BY_DAY = Comparator.comparing(DeskRow::due, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Where an action leads and what it is called. */
    public record Link(String label, String href) {}

    /**
     * One tap that settles a row.
     *
     * @param label 已在××登记
     * @param key   of the act, made with the page
     */
    public record Tap(String label, String action, UUID key) {}

    /** The same row on the wall: whose it is there does not depend on who printed it. */
    DeskRow of(String unit) {
        return new DeskRow(what, due, when, late, unit, about, strength, office, contact, note, enter, why, difficulty, elsewhere);
    }

    public boolean must() {
        return strength.equals("必须");
    }
}
