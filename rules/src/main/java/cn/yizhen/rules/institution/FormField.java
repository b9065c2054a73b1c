package cn.yizhen.rules.institution;

import java.util.Optional;

/**
 * One thing a form may ask (指标).
 *
 * @param id    unique in its form
 * @param title as shown to people
 * @param shape what is filled in
 * @param unit  what is counted, for numbers: 户, 亩
 * @param known the variable that already holds it, such as {@code unit.members}: it is shown and not asked
 */
public record FormField(String id, String title, Shape shape, Optional<String> unit, Optional<String> known) {

    /** What is filled in. */
    public enum Shape {
        TEXT("text", "文字"),
        NUMBER("number", "数字"),
        DAY("day", "日期"),
        YES_NO("yes-no", "是或否");

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
