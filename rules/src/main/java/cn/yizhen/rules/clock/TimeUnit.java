package cn.yizhen.rules.clock;

import java.util.Arrays;
import java.util.Optional;

/** The four units a time limit may be set in (期限单位); one regulation may mix them. */
public enum TimeUnit {
    HOUR("hour", "小时", 10 * 366 * 24),
    CALENDAR_DAY("calendar-day", "日", 10 * 366),
    WORKING_DAY("working-day", "个工作日", 10 * 260),
    MONTH("month", "个月", 120);

    private final String word;
    private final String chinese;
    private final int most;

    TimeUnit(String word, String chinese, int most) {
        this.word = word;
        this.chinese = chinese;
        this.most = most;
    }

    /** The English word of institution files and commands; its plural is accepted too. */
    public static Optional<TimeUnit> named(String text) {
        return Arrays.stream(values()).filter(unit -> text.equals(unit.word) || text.equals(unit.word + "s")).findFirst();
    }

    public String word() {
        return word;
    }

    public String chinese() {
        return chinese;
    }

    /** The largest budget taken from outside: about ten years. */
    int most() {
        return most;
    }
}
