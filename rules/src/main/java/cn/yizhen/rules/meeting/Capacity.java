package cn.yizhen.rules.meeting;

/** In what capacity a seat is held. */
public enum Capacity {
    /** A member of the body that meets: counts for the quorum, votes, and cannot be represented. */
    MEMBER("成员"),
    /** Asked by the responsibility table: may send one substitute. */
    ATTENDS("参会"),
    /** 列席: counts for nothing. */
    SITS_IN("列席");

    private final String chinese;

    Capacity(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
