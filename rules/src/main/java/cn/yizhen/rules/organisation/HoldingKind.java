package cn.yizhen.rules.organisation;


/** How a person holds a post. */
public enum HoldingKind {
    HOLDS("任职"),
    SECONDED("挂职"),
    IN_CHARGE("主持工作"),
    CONCURRENT("兼任"),
    ACTING("代理");

    private final String chinese;

    HoldingKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
