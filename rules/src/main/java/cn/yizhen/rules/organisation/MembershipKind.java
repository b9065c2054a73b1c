package cn.yizhen.rules.organisation;


/** Full (正式) or probationary (预备): a probationary member belongs but has no vote. */
public enum MembershipKind {
    FULL("正式"),
    PROBATIONARY("预备");

    private final String chinese;

    MembershipKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
