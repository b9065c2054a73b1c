package cn.yizhen.rules.organisation;


/** How units came out of units. */
public enum SuccessionKind {
    MERGER("合并"),
    SPLIT("拆分");

    private final String chinese;

    SuccessionKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
