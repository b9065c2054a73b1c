package cn.yizhen.rules.institution;

/** In what a duty counts: how often something happened, or how many hours of training it made (学时). */
public enum Measure {
    TIMES("times", "次"),
    HOURS("hours", "学时");

    private final String word;
    private final String chinese;

    Measure(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    /** The word used in the files. */
    public String word() {
        return word;
    }

    /** The word shown after a number. */
    public String chinese() {
        return chinese;
    }

    /** What one record makes. */
    public int of(RecordView record) {
        return this == TIMES ? 1 : record.hours();
    }
}
