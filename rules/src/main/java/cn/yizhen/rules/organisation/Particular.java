package cn.yizhen.rules.organisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * One thing noted about a unit that rules turn on and nothing else tells (单位情况).
 *
 * @param value as typed: a day, a number or a code, see {@link Sort}
 */
public record Particular(UnitId unit, Sort sort, String value) {

    /** What can be noted about a unit. */
    public enum Sort {
        /** The day the present term of office began: the day of the election. */
        TERM_BEGAN("term-began", "本届起始日"),
        /** 正式 Party members working there, where no branch of its own counts them. */
        PARTY_MEMBERS("party-members", "正式党员数"),
        /** Code of the joint branch its members belong to. */
        JOINT_BRANCH("joint-branch", "加入的联合党支部");

        private final String word;
        private final String chinese;

        Sort(String word, String chinese) {
            this.word = word;
            this.chinese = chinese;
        }

        public String word() {
            return word;
        }

        public String chinese() {
            return chinese;
        }

        /** The sort spelt so. */
        public static Optional<Sort> of(String spelling) {
            return Arrays.stream(values()).filter(sort -> sort.word.equals(spelling)).findFirst();
        }
    }

    /** The value as a day; empty for anything else. */
    public Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** The value as a number; 0 for anything else. */
    public int number() {
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    }
}
