package cn.yizhen.rules.institution;

/** The whole that a quorum or a majority is a part of. The law uses all of these; they are not the same. */
public enum Basis {
    /** Everyone who belongs to the body, present or not. */
    MEMBERS("members", "全体组成人员"),
    /** Those who should have come. */
    DUE("due", "应到会人员"),
    /** Those who came. */
    PRESENT("present", "实到会人员"),
    /** Those with a vote who should have come. */
    VOTING_MEMBERS_DUE("voting_members_due", "应到会有表决权的人员"),
    /** Those with a vote who came. */
    VOTING_MEMBERS_PRESENT("voting_members_present", "实到会有表决权的人员");

    private final String word;
    private final String chinese;

    Basis(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    /** The word used in the files. */
    public String word() {
        return word;
    }

    /** The words shown to people. */
    public String chinese() {
        return chinese;
    }

    /** The ask of a step that holds this number: {@code members}, {@code due}, {@code present}, {@code voting-due}, {@code voting-present}. */
    public String ask() {
        return switch (this) {
            case MEMBERS -> "members";
            case DUE -> "due";
            case PRESENT -> "present";
            case VOTING_MEMBERS_DUE -> "voting-due";
            case VOTING_MEMBERS_PRESENT -> "voting-present";
        };
    }

    /** The ask that holds how many of them came. */
    public String came() {
        return votingOnly() ? "voting-present" : "present";
    }

    /** Whether only those with a vote are counted, on both sides. */
    public boolean votingOnly() {
        return this == VOTING_MEMBERS_DUE || this == VOTING_MEMBERS_PRESENT;
    }
}
