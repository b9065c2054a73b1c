package cn.yizhen.app.deployment.storage;

import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What left the office about a deployment.
 *
 * @param day      the day it bears
 * @param paper    文号 where it has one
 * @param office   the unit that drafts it, or null where it was not kept
 * @param answerBy last day for objections where units are asked
 */
public record Notice(UUID deployment, Kind kind, String title, LocalDate day, @Nullable String paper, @Nullable LocalDate answerBy, @Nullable UnitId office) {

    /** What a notice says. */
    public enum Kind { ASKED, CLOSED, ISSUED, ADJUSTED }

    /** The table stands under its paper, adjusted or not. */
    public boolean published() {
        return kind == Kind.ISSUED || kind == Kind.ADJUSTED;
    }

    /** Units may still enter objections themselves. */
    public boolean asksOn(LocalDate today) {
        return kind == Kind.ASKED && answerBy != null && !today.isAfter(answerBy);
    }
}
