package cn.yizhen.rules.institution;

/** What a duty falls to; personal duties go with the person when the post changes hands. */
public enum BearerKind {
    UNIT("unit", "单位"),
    POST("post", "岗位"),
    BODY("body", "班子"),
    PERSON("person", "个人");

    private final String word;
    private final String chinese;

    BearerKind(String word, String chinese) {
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
