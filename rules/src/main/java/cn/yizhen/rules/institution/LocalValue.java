package cn.yizhen.rules.institution;

import java.time.LocalDate;

/**
 * A value the county sets in place of a shipped one that is still to be confirmed (本县参数).
 *
 * @param duty      whose value
 * @param parameter which of its values
 * @param from      first day on which it holds
 * @param value     as a file would spell it: {@code 2}, {@code quarter}
 * @param paper     title and number of the paper it rests on
 * @param adoptedBy name and post of the person who adopted it
 * @param adoptedOn the day it was adopted
 */
public record LocalValue(DutyId duty, Parameter parameter, LocalDate from, String value, String paper,
                         String adoptedBy, LocalDate adoptedOn) {

    /** The values of a duty a county may set. */
    public enum Parameter {
        EVERY("every", "多久一次"),
        AT_LEAST("at-least", "每期至少几次");

        private final String word;
        private final String chinese;

        Parameter(String word, String chinese) {
            this.word = word;
            this.chinese = chinese;
        }

        /** The name of the field in the files. */
        public String word() {
            return word;
        }

        /** The words shown to people. */
        public String chinese() {
            return chinese;
        }
    }

    /** Where the value comes from, as the page shows it. */
    Source source() {
        return new Source(paper, adoptedOn.getYear(), null, SourceStatus.ADOPTED, adoptedOn, "由" + adoptedBy + "采用");
    }
}
