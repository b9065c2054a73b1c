package cn.yizhen.rules.institution;

/** What somebody above wants from those below (布置事项的种类). */
public enum DemandKind {
    DOCUMENT("document", "文件"),
    MEETING("meeting", "会议"),
    INSPECTION("inspection", "督查检查考核"),
    FORM("form", "报表"),
    TASK("task", "任务");

    private final String word;
    private final String chinese;

    DemandKind(String word, String chinese) {
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
