package cn.yizhen.app.document.layout;

import java.util.List;
import java.util.Set;

/**
 * A row of a 任务分解表, everything in the words to be printed.
 *
 * @param id       travels in a hidden column of the workbook, so that it can be read back; empty for none
 * @param number   the master number; a slice keeps it
 * @param heading  the pillar or heading it stands under
 * @param category a finer grouping for layouts that merge it; empty for none
 * @param wording  the sentence as issued
 * @param leaders  牵头领导
 * @param leads    牵头单位, the first named first
 * @param supports 配合单位
 * @param deadline 完成时限, as printed
 * @param remark   备注, as 平台不承接 with its reason; empty for none
 */
public record Task(
        String id,
        String number,
        String heading,
        String category,
        String wording,
        List<String> leaders,
        List<String> leads,
        List<String> supports,
        String deadline,
        String remark) {

    public Task {
        leaders = List.copyOf(leaders);
        leads = List.copyOf(leads);
        supports = List.copyOf(supports);
    }

    public Task numbered(String other) {
        return new Task(id, other, heading, category, wording, leaders, leads, supports, deadline, remark);
    }

    /** @param groups what the unit is also asked as: 各乡镇 */
    boolean concerns(String unit, Set<String> groups) {
        return leads.contains(unit) || supports.contains(unit) || supports.stream().anyMatch(groups::contains);
    }

    /** 牵头, 配合, or 配合（各乡镇） where a group is named and not the unit. */
    String part(String unit, Set<String> groups) {
        if (leads.contains(unit)) {
            return "牵头";
        }
        return supports.contains(unit) ? "配合"
                : supports.stream().filter(groups::contains).findFirst().map(group -> "配合（" + group + "）").orElse("");
    }
}
