package cn.yizhen.app.document.layout;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a 任务分解表, under the headings counties give them. */
public enum TaskColumn {
    ID("平台编号"),
    NUMBER("序号", "总号", "编号", "任务号", "总序号", "任务序号", "条目"),
    HEADING("类别", "板块", "方面", "分类", "工作类别", "任务类别", "领域", "工作板块", "重点领域"),
    WORDING("重点工作任务", "任务内容", "目标与任务", "工作任务", "重点任务", "主要任务", "任务原文", "工作内容", "重点工作", "任务", "目标任务",
            "主要工作任务", "任务分解", "工作事项", "事项", "事项内容", "具体任务", "具体内容", "重点工作内容", "工作任务及目标", "任务事项"),
    PART("承担方式"),
    LEADERS("牵头领导", "分管县领导", "分管领导", "责任领导", "县级牵头领导", "县领导", "牵头县领导", "县级领导", "包抓领导", "负责领导"),
    LEADS("牵头单位", "牵头责任单位", "主要责任单位", "主责单位", "牵头部门", "牵头负责单位", "主办单位"),
    SUPPORTS("配合单位", "协同配合单位", "协同单位", "配合部门", "协办单位", "参与单位", "配合责任单位", "责任配合单位"),
    /** With a column of leads beside it, those who support; alone, lead and supporting in one, the lead first. */
    RESPONSIBLE("责任单位", "承办单位", "落实单位", "负责单位", "责任部门"),
    DEADLINE("完成时限", "时限", "完成时间", "办结时限", "时间节点", "完成期限", "时限要求", "时间要求", "推进时限"),
    REMARK("备注", "说明");

    private final List<String> headings;

    TaskColumn(String... headings) {
        this.headings = Arrays.asList(headings);
    }

    /** What the column is called here. */
    public String heading() {
        return headings.getFirst();
    }

    /** The column a heading names; blanks, marks and remarks in brackets aside. */
    static Optional<TaskColumn> of(String heading) {
        var plain = Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("\\(.*?\\)", "").replaceAll("[\\s*:、·及和与]", "");
        return Arrays.stream(values()).filter(column -> column.headings.stream().anyMatch(h -> h.replaceAll("[及和与]", "").equals(plain))).findFirst();
    }
}
