package cn.yizhen.rules.organisation;

import java.util.List;

/**
 * What the responsibility table of a day leaves open (空白) or says twice (交叉), for whoever can settle it. Nobody
 * is at fault; it is a question to be answered by a paper.
 *
 * @param subject what it is about: a subject in a few words, or the name of a unit
 * @param place   the unit in which it is to be settled: the county, or the township for what lies in it
 * @param bearers whom the table names for it, in the order of the organisation; empty where nobody is
 */
public record ChargeQuestion(Kind kind, String subject, UnitId place, List<Bearer> bearers) {

    /** What is missing or doubled. */
    public enum Kind {
        NOBODY_IN_CHARGE("没有分管领导"),
        NOBODY_LOOKS_AFTER("没有联系领导"),
        NOBODY_LEADS("有配合单位，没有牵头单位"),
        POST_VACANT("岗位空缺，分工没有人承担"),
        SUBSTITUTE_VACANT("B角岗位空缺"),
        SUBSTITUTE_SAME("AB角是同一个人"),
        TWO_IN_CHARGE("分管领导不止一人"),
        TWO_LEAD("牵头单位不止一家");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        /** Whether the table says it twice; otherwise it leaves it open. */
        public boolean overlap() {
            return this == TWO_IN_CHARGE || this == TWO_LEAD || this == SUBSTITUTE_SAME;
        }
    }

    public ChargeQuestion {
        bearers = List.copyOf(bearers);
    }

    /** Every question the table of a day leaves, by kind, each kind in the order of the organisation. */
    public static List<ChargeQuestion> of(Organisation organisation) {
        return new ChargeReview(organisation).questions();
    }
}
