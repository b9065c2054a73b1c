package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Deadline;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By when a row is due and where that comes from.
 *
 * @param day       last day, or null where the words give none (限期、近期)
 * @param wording   words of the text, or the reason a person gave
 * @param origin    where it comes from
 * @param confirmed a person confirmed or decided it; what the text says needs no confirming
 */
public record Due(@Nullable LocalDate day, String wording, Origin origin, boolean confirmed) {

    /** Where a day comes from. */
    public enum Origin {
        STATED("明示"),
        RECURRING("周期"),
        INHERITED("承接"),
        SUGGESTED("系统建议"),
        DECIDED("另定"),
        NONE("未定");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static final Due NONE = new Due(null, "", Origin.NONE, false);

    /** What the document itself says, or the platform's suggestion where it is silent. */
    public static Due of(Deadline read) {
        var origin = Origin.valueOf(read.origin().name());
        return new Due(read.day(), read.wording(), origin, read.fromText() && read.day() != null);
    }

    public static Due decided(LocalDate day, String reason) {
        return new Due(day, reason, Origin.DECIDED, true);
    }

    public Due confirm() {
        return new Due(day, wording, origin, day != null);
    }

    public boolean past(LocalDate today) {
        return day != null && day.isBefore(today);
    }

    /** 明示, 系统建议（未确认）. */
    public String label() {
        return origin == Origin.SUGGESTED ? origin.label() + (confirmed ? "（已确认）" : "（未确认）") : origin.label();
    }
}
