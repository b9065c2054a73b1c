package cn.yizhen.rules.institution;

/** What distinguishes demands of one kind where the rules do (布置事项的性质). */
public enum DemandTrait {
    COMPREHENSIVE("comprehensive", "综合性"),
    SPECIFIC("specific", "专项或具体任务"),
    POLICY("policy", "政策性"),
    SYSTEM_WIDE("system-wide", "系统综合性工作"),
    CALLED_BY_DEPUTY("called-by-deputy", "分管负责同志召集"),
    GROUP_DISCUSSION("group-discussion", "安排分组讨论"),
    ON_SITE("on-site", "到实地"),
    /** Security and emergencies; the rules on burdens leave them out. */
    EMERGENCY("emergency", "安全保卫或应急");

    private final String word;
    private final String chinese;

    DemandTrait(String word, String chinese) {
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
}
