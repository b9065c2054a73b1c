package cn.yizhen.app.record.model;

import java.util.Arrays;
import java.util.Optional;

/** What a decision is about (三重一大); anything else is 一般事项. */
public enum DecisionCategory {
    GENERAL("一般事项"),
    MAJOR("重大决策"),
    PERSONNEL("重要人事任免或处分"),
    PROJECT("重大项目安排"),
    FUNDS("大额度资金使用");

    /** The mark of the catalogue by which a meeting is told to have dealt with such items: its quorum is higher. */
    public static final String PERSONNEL_TOPIC = "appointment-or-discipline";

    private final String chinese;

    DecisionCategory(String chinese) {
        this.chinese = chinese;
    }

    public static Optional<DecisionCategory> of(String name) {
        return Arrays.stream(values()).filter(category -> category.name().equals(name)).findFirst();
    }

    public String chinese() {
        return chinese;
    }

    /** Whether a county sets an amount from which a matter belongs here. */
    public boolean hasAmount() {
        return this == PROJECT || this == FUNDS;
    }

    /** Whether it has to be decided by all together. */
    public boolean major() {
        return this != GENERAL;
    }
}
