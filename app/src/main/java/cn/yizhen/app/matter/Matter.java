package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Case;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it was opened, with the case its journal makes of it.
 *
 * @param number   as printed: 督〔2026〕12号, or the master number of an issued table
 * @param wording  the words it rests on
 * @param source   the document it comes from, as printed, or null
 * @param paper    document number, or null
 * @param parent   the matter it is a sub-task of, or null
 * @param openedBy name of who opened it
 */
public record Matter(MatterId id, String number, MatterKind kind, String title, String wording, @Nullable String source, @Nullable String paper,
        @Nullable MatterId parent, UnitId raiser, LocalDateTime openedAt, String openedBy, PostId openedPost, Case here) {

    /** As it stood at a moment, by the steps taken until then; empty where it had not been opened. */
    public Optional<Matter> asOf(LocalDateTime moment) {
        if (openedAt.isAfter(moment)) {
            return Optional.empty();
        }
        var until = here.journal().stream().filter(entry -> !entry.at().isAfter(moment)).toList();
        return Optional.of(until.size() == here.journal().size() ? this : with(Case.replayed(here.procedure(), here.opening(), until)));
    }

    Matter with(Case next) {
        return new Matter(id, number, kind, title, wording, source, paper, parent, raiser, openedAt, openedBy, openedPost, next);
    }
}
