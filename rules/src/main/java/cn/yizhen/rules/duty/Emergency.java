package cn.yizhen.rules.duty;

import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.util.Set;

/**
 * An emergency (应急期): duties due in it in its area count out, and nothing is asked afterwards.
 *
 * @param paper title and number of the paper that declared it
 * @param area  the units it covers, each with everything below it
 */
public record Emergency(String paper, Set<UnitId> area, Valid days) {

    public Emergency {
        area = Set.copyOf(area);
    }

    boolean covers(Organisation organisation, UnitId unit) {
        return area.stream().anyMatch(above -> organisation.reaches(above, unit));
    }
}
