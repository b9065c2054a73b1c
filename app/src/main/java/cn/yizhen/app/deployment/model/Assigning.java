package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;

/** What an assignment has to satisfy. */
final class Assigning {

    private Assigning() {}

    static Outcome<Assignment> check(Assignment to) {
        var lead = to.lead();
        if (lead == null && to.byPerson() && !to.supporting().isEmpty()) {
            return Outcome.refused(Reason.of("lead-missing", "只选了配合单位，没有牵头单位。", "请选定一个牵头单位。"));
        }
        if (lead != null && to.supporting().contains(lead)) {
            return Outcome.refused(Reason.of("lead-also-supports",
                    lead.name() + "既是牵头又是配合。", "请从配合单位中去掉" + lead.name() + "。"));
        }
        return Outcome.done(to);
    }
}
