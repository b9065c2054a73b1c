package cn.yizhen.app.overview.summary;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * 序时判断: what a named officer of the supervising office judges of one matter in one period, with the ground. It is
 * entered, never computed, and nothing is computed from it.
 *
 * @param ground why, in a line
 */
public record Judgement(Kind kind, String ground, String byName, LocalDate notedOn) {

    /** What can be judged. */
    public enum Kind {
        DONE("已完成"),
        ON_SCHEDULE("达序时"),
        BEHIND("未达序时"),
        NOT_BEGUN("未到启动期"),
        OTHER("其他");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        public static Optional<Kind> named(String name) {
            return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
        }
    }

    /** 未达序时：灌渠还有两个村没有动工。 */
    public String words() {
        return kind.chinese() + "：" + ground;
    }
}
