package cn.yizhen.app.matter;

import cn.yizhen.rules.institution.InstitutionId;

/** What kind of matter it is (事项种类), and the procedure it runs on. */
public enum MatterKind {
    SUPERVISED("督办事项", "督", "supervised-matter"),
    INSTRUCTION("请示", "请", "grassroots-request"),
    HELP("求助", "请", "grassroots-request"),
    PROBLEM("反映问题", "请", "grassroots-request"),
    DIFFICULTY("有困难", "请", "grassroots-request"),
    NOT_OURS("不归我", "请", "grassroots-request"),
    VILLAGE_DECISION("四议两公开", "议", "village-decision"),
    MAJOR_DECISION("重大行政决策", "决", "major-decision"),
    MESSAGE("留言答复", "留", "message-reply");

    private final String chinese;
    private final String mark;
    private final String institution;

    MatterKind(String chinese, String mark, String institution) {
        this.chinese = chinese;
        this.mark = mark;
        this.institution = institution;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether it is a request from below with the asked office's clock. */
    public boolean request() {
        return institution.equals("grassroots-request");
    }

    /** How a unit that opens one itself is offered it; empty for a kind that nobody opens so. */
    public String offer() {
        return switch (this) {
            case VILLAGE_DECISION -> "提议四议两公开";
            case MAJOR_DECISION -> "提出重大行政决策";
            case MESSAGE -> "登记留言转办";
            default -> "";
        };
    }

    /** First character of its number. */
    String mark() {
        return mark;
    }

    /** The institution whose procedure it runs on. */
    InstitutionId institution() {
        return new InstitutionId(institution);
    }
}
