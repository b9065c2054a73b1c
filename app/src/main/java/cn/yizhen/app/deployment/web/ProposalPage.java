package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.Deployments.IssuedLine;
import cn.yizhen.app.deployment.Proposals.Proposal;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.UUID;

/**
 * What the tables of a year propose, and what runs all year.
 *
 * @param standing 常态推进 lines
 * @param post     the post lists are taken out under, empty for none
 * @param keeper   the post proposals are answered under, empty where the asker keeps no institutions
 */
public record ProposalPage(
        int year, List<Proposal> limits, List<Proposal> duties, List<IssuedLine> standing, String post, String keeper, UUID key, List<Reason> reasons) {

    public String export(String what) {
        return "/posts/" + post + "/deployments/exports/" + what;
    }
}
