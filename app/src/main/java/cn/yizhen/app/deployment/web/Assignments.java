package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.ChargeTable;
import cn.yizhen.app.deployment.model.Party;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** Units as a clerk types them: 县委党校、各乡镇. Every name that means nothing is said. */
final class Assignments {

    private Assignments() {}

    static Outcome<Assignment> typed(ChargeTable table, String lead, String supporting) {
        var reasons = new ArrayList<Reason>();
        var parties = new LinkedHashSet<Party>();
        for (var name : names(supporting)) {
            table.unit(name).<Party>map(unit -> unit).or(() -> table.group(name).map(group -> group))
                    .ifPresentOrElse(parties::add, () -> reasons.add(unknown("配合单位", name)));
        }
        var first = lead.strip();
        var leads = first.isEmpty() ? null : table.unit(first).orElse(null);
        if (!first.isEmpty() && leads == null) {
            reasons.add(table.group(first).isPresent()
                    ? Reason.of("lead-is-group", "“" + first + "”不能牵头。", "请选一个单位牵头汇总，“" + first + "”写在配合单位里。")
                    : unknown("牵头单位", first));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        var leader = leads == null ? null : table.leaders().get(leads.unit());
        return Outcome.done(new Assignment(leads, List.copyOf(parties), leader, leads == null ? "待定。" : "人工选定。", true));
    }

    private static List<String> names(String typed) {
        return Arrays.stream(typed.split("[、，,；;\\s]+")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static Reason unknown(String field, String name) {
        return Reason.of("unit-unknown", field + "“" + name + "”在机构表中没有。", "请写机构表中的简称，如“县委党校”；各乡镇、各部门、各村可直接写。");
    }
}
