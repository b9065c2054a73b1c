package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organisation through the days, kept for as long as no act changes it. */
@Component
class Timelines {

    private record Kept(OrganisationHistory history, Timeline timeline) {}

    private final Organisations organisations;
    private volatile @Nullable Kept latest;

    Timelines(Organisations organisations) {
        this.organisations = organisations;
    }

    Timeline of(Scope scope) {
        OrganisationHistory history = organisations.history(scope);
        long known = scope.asOf().known();
        Kept kept = latest;
        if (kept != null && kept.history() == history && kept.timeline().known() == known) {
            return kept.timeline();
        }
        Kept fresh = new Kept(history, new Timeline(history, known));
        latest = fresh;
        return fresh.timeline();
    }
}
