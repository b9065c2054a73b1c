package cn.yizhen.rules.meeting;

/** What is kept of one seat when a meeting is over; no hour, no length. */
public enum Attended {
    PRESENT("到会"),
    REPRESENTED("代会"),
    ABSENT("未到");

    private final String chinese;

    Attended(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
