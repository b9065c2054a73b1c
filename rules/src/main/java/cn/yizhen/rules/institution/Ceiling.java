package cn.yizhen.rules.institution;

import java.util.Optional;

/** How much a limit allows (上限): a number, or not more than last year (只减不增). */
public sealed interface Ceiling {

    /** Spelling of {@link LastYear} in the files. */
    String LAST_YEAR = "last-year";

    /** As a file spells it. */
    String spelt();

    /** The number that may not be exceeded; empty where it is last year's and that is not known. */
    Optional<Integer> given(Optional<Integer> lastYear);

    /** @param most at least 0 */
    record Number(int most) implements Ceiling {

        @Override
        public String spelt() {
            return String.valueOf(most);
        }

        @Override
        public Optional<Integer> given(Optional<Integer> lastYear) {
            return Optional.of(most);
        }

        @Override
        public String toString() {
            return spelt();
        }
    }

    /** As many as there were in the year before. */
    record LastYear() implements Ceiling {

        @Override
        public String spelt() {
            return LAST_YEAR;
        }

        @Override
        public Optional<Integer> given(Optional<Integer> lastYear) {
            return lastYear;
        }

        @Override
        public String toString() {
            return spelt();
        }
    }

    /** As shown to people: 最多 5000 字, 不超过上年. */
    default String chinese(String unit) {
        return this instanceof Number(int most) ? most == 0 ? "不应有" : "最多 " + most + " " + unit : "不超过上年";
    }
}
