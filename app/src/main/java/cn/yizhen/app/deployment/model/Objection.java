package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has against one row while it is consulted (修改意见).
 *
 * @param unit       whose objection it is
 * @param words      what it says, and what it proposes instead
 * @param by         who entered it; an office entering it for the unit is named here beside it
 * @param settlement how it was settled, or null while it is open
 */
public record Objection(
        UUID id, RowId row, UnitId unit, String unitName, Matter about, String words, String by, LocalDate on,
        @Nullable Settlement settlement) {

    /** What an objection is about. */
    public enum Matter {
        LEAD("牵头单位不当"),
        SUPPORT("配合单位不当"),
        DUE("时限不当"),
        WORDING("内容表述"),
        OTHER("其他");

        private final String label;

        Matter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean open() {
        return settlement == null;
    }

    public Objection settled(Settlement how) {
        return new Objection(id, row, unit, unitName, about, words, by, on, how);
    }
}
