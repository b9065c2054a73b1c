package cn.yizhen.app.document.layout;

/** The column layouts in use for a 任务分解表. */
public enum TaskLayout {
    /** 序号·重点工作任务·牵头领导·牵头单位·配合单位·完成时限，按板块分节 */
    NUMBERED("分节序号式"),
    /** 类别·任务内容·牵头领导·责任单位，类别合并；责任单位首位为牵头 */
    BY_CATEGORY("类别合并式"),
    /** 序号·目标与任务·分管县领导·牵头责任单位·责任单位 */
    GOALS("目标任务式");

    private final String label;

    TaskLayout(String label) {
        this.label = label;
    }

    /** What the layout is called where one is chosen. */
    public String label() {
        return label;
    }
}
