package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Cadence;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The published minutes a feedback takes and how often one is given; data with a source, never measured by
 * timing anyone.
 *
 * @param minutes  one feedback of one unit, in minutes
 * @param perYear  feedbacks a year for each rhythm
 * @param once     feedbacks of a row without a rhythm: one, when it is done
 * @param source   who published the figures
 * @param confirmed a named person confirmed them; otherwise they are shown as 待核
 */
public record EffortTable(int minutes, Map<Cadence, Integer> perYear, int once, String source, boolean confirmed) {

    public EffortTable {
        perYear = Map.copyOf(perYear);
    }

    int feedbacks(@Nullable Cadence cadence) {
        return cadence == null ? once : perYear.getOrDefault(cadence, once);
    }
}
