package cn.yizhen.rules.meeting;

/** What a seat answered to the invitation (回执). */
public enum Answer {
    IN_PERSON("本人参加"),
    DELEGATES("委派"),
    EXCUSED("请假");

    private final String chinese;

    Answer(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
