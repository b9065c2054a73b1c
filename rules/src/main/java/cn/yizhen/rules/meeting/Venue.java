package cn.yizhen.rules.meeting;

import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import org.jspecify.annotations.Nullable;

/** Where those below the county take part (参会方式). */
public enum Venue {
    MAIN("都到主会场"),
    TOWNSHIP("乡镇和村在乡镇分会场"),
    OWN("各在本单位看视频");

    private final String chinese;

    Venue(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The unit in whose room people of a unit take part; null for the main venue. */
    public @Nullable UnitId siteOf(UnitId unit, Organisation organisation) {
        var township = organisation.nearest(unit, UnitKind.TOWNSHIP);
        return switch (this) {
            case MAIN -> null;
            case TOWNSHIP -> township.map(found -> found.id()).orElse(null);
            case OWN -> township.isEmpty() ? null : organisation.nearest(unit, UnitKind.VILLAGE).or(() -> organisation.nearest(unit, UnitKind.COMMUNITY))
                    .or(() -> township).map(found -> found.id()).orElse(null);
        };
    }
}
