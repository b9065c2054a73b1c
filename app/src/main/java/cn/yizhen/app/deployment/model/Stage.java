package cn.yizhen.app.deployment.model;

/** Where a table stands; read off its steps, never stored. */
public enum Stage {
    RECEIVED("待确认日期"),
    DRAFTING("起草"),
    CONSULTING("征求意见"),
    REVISING("退回修改"),
    SUBMITTED("送审"),
    APPROVED("已审定，待印发"),
    ISSUED("已印发");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Rows may still be changed without a paper. */
    public boolean editable() {
        return this == DRAFTING || this == CONSULTING || this == REVISING;
    }
}
