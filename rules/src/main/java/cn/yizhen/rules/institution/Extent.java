package cn.yizhen.rules.institution;

/** What a limit counts of a demand (计量口径); programs that know an amount find the limits on it by this. */
public enum Extent {
    /** Characters of the body of a document. */
    CHARACTERS("characters", "字数", "字"),
    PAGES("pages", "页数", "页"),
    /** Sentences that ask those below to report on how they carry a document out. */
    REPORT_CLAUSES("report-clauses", "要求报送情况的条款", "处"),
    /** Minutes of the main speech of a meeting. */
    SPEECH_MINUTES("speech-minutes", "主要讲话时长", "分钟"),
    /** Length of a meeting in half days. */
    HALF_DAYS("half-days", "会期", "个半天"),
    /** People or units asked to come. */
    PARTICIPANTS("participants", "人数", "人"),
    /** How many of the kind one unit makes in a calendar year. */
    TIMES_A_YEAR("times-a-year", "一年的次数", "次"),
    /** How many of the kind reach one village or community in a week. */
    TIMES_A_WEEK("times-a-week", "一周的次数", "次");

    private final String word;
    private final String chinese;
    private final String unit;

    Extent(String word, String chinese, String unit) {
        this.word = word;
        this.chinese = chinese;
        this.unit = unit;
    }

    /** The word used in the files. */
    public String word() {
        return word;
    }

    /** The words shown to people. */
    public String chinese() {
        return chinese;
    }

    /** What one of it is called: 字, 分钟. */
    public String unit() {
        return unit;
    }
}
