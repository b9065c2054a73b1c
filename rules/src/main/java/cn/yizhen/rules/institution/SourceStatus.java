package cn.yizhen.rules.institution;

/** How well the wording and the number of a clause were checked. */
public enum SourceStatus {
    /** Checked against the full text of the national rule. */
    VERIFIED("V", "已核原文"),
    /** Checked against a page that quotes or closely reports the rule. */
    SECOND_HAND("S", "已据转载核对"),
    /** A real rule, but of another place: only a default. */
    ELSEWHERE("L", "参照外地，待核"),
    /** Believed right, text not seen. */
    UNVERIFIED("U", "待核"),
    /** The county sets this value itself. */
    LOCAL("local", "本县参数，待核"),
    /** The county set it by a paper of its own; never in a shipped file. */
    ADOPTED("adopted", "本县已定"),
    /** A named person of the county compared it with the text; never in a shipped file. */
    CONFIRMED("confirmed", "本县已核");

    private final String mark;
    private final String chinese;

    SourceStatus(String mark, String chinese) {
        this.mark = mark;
        this.chinese = chinese;
    }

    /** The mark used in the files. */
    public String mark() {
        return mark;
    }

    /** The words shown to people. */
    public String chinese() {
        return chinese;
    }

    /** Whether it is a rule of the law or of above, not one the county made for itself: only that may be called 法定. */
    public boolean statutory() {
        return this == VERIFIED || this == SECOND_HAND || this == UNVERIFIED || this == CONFIRMED;
    }

    /** Whether the value is a county parameter, to be shown as 待核 until a person confirms it. */
    public boolean toBeConfirmed() {
        return this == ELSEWHERE || this == UNVERIFIED || this == LOCAL;
    }
}
