package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Timeline;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The organisation through the days, kept for as long as no act changes it, for the points of knowledge asked last. */
@Component
class Timelines {

    private static final int KEPT = 6;

    private final Organisations organisations;
    private final Map<Long, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Kept> eldest) {
            return size() > KEPT;
        }
    };

    private record Kept(OrganisationHistory history, Timeline timeline) {}

    Timelines(Organisations organisations) {
        this.organisations = organisations;
    }

    Timeline of(Scope scope) {
        OrganisationHistory history = organisations.history(scope);
        long known = scope.asOf().known();
        synchronized (kept) {
            Kept found = kept.get(known);
            if (found == null || found.history() != history) {
                found = new Kept(history, new Timeline(history, known));
                kept.put(known, found);
            }
            return found.timeline();
        }
    }
}
