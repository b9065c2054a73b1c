package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.UnitId;
import java.util.Map;

/**
 * A case of a procedure about to be opened by the unit it concerns.
 *
 * @param kind    decides the procedure
 * @param title   at most 60 characters; for a message its number, never who wrote what
 * @param parties the units with a role from the beginning, besides the one that opens it
 */
public record NewCase(MatterKind kind, String title, Map<String, UnitId> parties) {

    public NewCase {
        parties = Map.copyOf(parties);
    }
}
