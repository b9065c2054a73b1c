package cn.yizhen.rules.organisation;


/** What a line of the responsibility table (分工) says of its bearer. */
public enum ResponsibilityKind {
    IN_CHARGE("分管"),
    ASSISTS("协管"),
    LIAISES("联系"),
    LOOKS_AFTER("包联"),
    LEADS("牵头"),
    SUPPORTS("配合");

    private final String chinese;

    ResponsibilityKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
