package cn.yizhen.app.upward;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a row of a return is a total of (范围): the whole county, its own offices together, a township with everything
 * below it, or all units of one kind. There is no smaller one.
 *
 * @param code of the division, or the word of the kind of unit
 */
public record Area(Kind kind, String code, String name) {

    /** The word in storage and packages, and how a table calls such rows. */
    public enum Kind {
        COUNTY("county", "全县"),
        COUNTY_LEVEL("county-level", "县级"),
        TOWNSHIP("township", "乡镇"),
        UNIT_KIND("unit-kind", "单位类别");

        private final String word;
        private final String chinese;

        Kind(String word, String chinese) {
            this.word = word;
            this.chinese = chinese;
        }

        String word() {
            return word;
        }

        public String chinese() {
            return chinese;
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
        }
    }
}
