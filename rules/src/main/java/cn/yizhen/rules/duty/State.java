package cn.yizhen.rules.duty;


/** How an expected instance stands. These five are all, and each instance is in exactly one. */
public enum State {
    MET("已记录"),
    MET_LATE("已记录（期后补办）"),
    EXEMPT("已同意免办"),
    OPEN("期内"),
    NOT_SEEN("未见记录");

    private final String chinese;

    State(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
