package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Case;
import java.time.LocalDateTime;
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

    Matter with(Case next) {
        return new Matter(id, number, kind, title, wording, source, paper, parent, raiser, openedAt, openedBy, openedPost, next);
    }
}
