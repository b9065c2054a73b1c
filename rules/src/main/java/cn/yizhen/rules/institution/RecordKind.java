package cn.yizhen.rules.institution;

/**
 * A kind of record an institution asks for; conditions may only name kinds that some file declares.
 *
 * @param kind  identifier, unique in the catalogue, such as {@code branch-assembly}
 * @param title as shown to people: 支部党员大会
 * @param shape what a record of this kind is
 */
public record RecordKind(String kind, String title, Shape shape) {

    /** What has to be typed at most: a meeting asks for the day, those present and one line. */
    public enum Shape {
        /** Someone met: day, number present, one line. */
        MEETING("meeting", "会议"),
        /** Something was done: day, one line. */
        ACTIVITY("activity", "活动"),
        /** Only that it was done and when; nothing of what was said. */
        OCCURRENCE("occurrence", "只记日期"),
        /** A paper was made, posted or sent: day, title. */
        PAPER("paper", "材料"),
        /** Somebody learnt: day, one line, hours. */
        TRAINING("training", "学习培训");

        private final String word;
        private final String chinese;

        Shape(String word, String chinese) {
            this.word = word;
            this.chinese = chinese;
        }

        /** The word used in the files. */
        public String word() {
            return word;
        }

        /** The word shown to people. */
        public String chinese() {
            return chinese;
        }
    }
}
