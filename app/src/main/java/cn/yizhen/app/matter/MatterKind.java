package cn.yizhen.app.matter;

/** What kind of matter it is (事项种类), and the procedure it runs on. */
public enum MatterKind {
    SUPERVISED("督办事项", "督", "4-conduct/supervised-matter.yaml"),
    INSTRUCTION("请示", "请", "4-conduct/grassroots-request.yaml"),
    HELP("求助", "请", "4-conduct/grassroots-request.yaml"),
    PROBLEM("反映问题", "请", "4-conduct/grassroots-request.yaml"),
    DIFFICULTY("有困难", "请", "4-conduct/grassroots-request.yaml"),
    NOT_OURS("不归我", "请", "4-conduct/grassroots-request.yaml");

    private final String chinese;
    private final String mark;
    private final String file;

    MatterKind(String chinese, String mark, String file) {
        this.chinese = chinese;
        this.mark = mark;
        this.file = file;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether it is a request from below with the asked office's clock. */
    public boolean request() {
        return this != SUPERVISED;
    }

    /** First character of its number. */
    String mark() {
        return mark;
    }

    /** The institution file, below {@code institutions/}. */
    String file() {
        return file;
    }
}
