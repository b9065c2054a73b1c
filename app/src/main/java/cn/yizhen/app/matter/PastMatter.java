package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.procedure.Entry;
import cn.yizhen.rules.procedure.Opening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter that was already being handled when the platform began, with the steps taken so far (在办事项转入).
 *
 * @param number   its old number, or null to be given one
 * @param openedBy name of who opened it
 * @param opened   the post it was opened under
 * @param journal  the steps in order, each at the moment it was taken
 */
public record PastMatter(MatterKind kind, @Nullable String number, String title, String wording, @Nullable String source, @Nullable String paper,
        Opening opening, String openedBy, PostId opened, List<Entry> journal) {

    public PastMatter {
        journal = List.copyOf(journal);
    }
}
