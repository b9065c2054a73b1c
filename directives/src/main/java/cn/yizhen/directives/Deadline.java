package cn.yizhen.directives;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By when, and where that comes from.
 *
 * @param day     last day, or null where the text gives no day that can be computed (限期, 近期, 汛期前)
 * @param wording the words of the text it was read from; for a suggestion, why it is suggested
 * @param origin  where it comes from
 */
public record Deadline(@Nullable LocalDate day, String wording, Origin origin) {

    /** Where a deadline comes from, strongest first. */
    public enum Origin {
        /** The directive's own words name it. */
        STATED("明示"),
        /** It recurs; the day is the end of the first period. */
        RECURRING("周期"),
        /** Its sentence, item or annotation names it. */
        INHERITED("承接"),
        /** The text is silent; the platform suggests the end of the document's year. */
        SUGGESTED("系统建议");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Said by the text, not suggested by the platform. */
    public boolean fromText() {
        return origin != Origin.SUGGESTED;
    }
}
