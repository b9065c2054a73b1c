package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something promised to a unit below (对下承诺), until it is answered.
 *
 * @param by      the unit that answers for it
 * @param title   the post of whoever said it, as 县长; empty where the unit itself did
 * @param until   by when it was promised, null for no day
 * @param notedBy who wrote it down here
 * @param answer  what became of it, null while it is open
 */
public record Promise(UUID id, UnitId by, String title, UnitId to, String words, LocalDate madeOn, @Nullable LocalDate until, String notedBy,
        @Nullable Answer answer) {

    /** @param kept whether it was done as promised; otherwise the words say why not */
    public record Answer(boolean kept, String words, LocalDate day, String notedBy) {}
}
