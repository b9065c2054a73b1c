package cn.yizhen.rules.institution;

/** How strictly a clause binds. Only {@link #MUST} can ever stand as 已逾期. */
public enum Binding {
    /** The clause says 一般: a reminder; never 逾期, never red. */
    USUAL("usual", "一般"),
    /** The clause says 应当 or 必须, or a named person of this county set it. */
    MUST("must", "必须");

    private final String word;
    private final String chinese;

    Binding(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    /** The word used in the files. */
    public String word() {
        return word;
    }

    /** The word shown to people. */
    public String chinese() {
        return chinese;
    }
}
