package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervised matter about to be opened and handed to its lead (立项并交办).
 *
 * @param number  master number; null to be given the next one
 * @param title   at most 16 characters where possible
 * @param wording the words it rests on, unchanged
 * @param source  the document and its place, as printed; null where a person raised it without one
 * @param paper   document number, or null
 * @param origin  identity of the row it came from, so that a later adjustment finds it; null otherwise
 * @param parent  the matter it is a sub-task of, or null
 * @param lead    the one lead
 * @param support those who support
 * @param due     the last day
 */
public record NewMatter(@Nullable String number, String title, String wording, @Nullable String source, @Nullable String paper,
        @Nullable UUID origin, @Nullable MatterId parent, UnitId lead, Set<UnitId> support, LocalDate due) {

    public NewMatter {
        support = Set.copyOf(support);
    }
}
