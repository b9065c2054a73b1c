package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.Deployments.IssuedLine;
import cn.yizhen.app.deployment.Proposals;
import cn.yizhen.app.deployment.Proposals.Proposal;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the tables of a year propose, and what runs all year.
 *
 * @param standing 常态推进 lines
 * @param post     the post lists are taken out under, empty for none
 * @param keeper   the post proposals are answered under, empty where the asker keeps no institutions
 */
public record ProposalPage(
        int year, List<Proposal> limits, List<Proposal> duties, List<IssuedLine> standing, String post, String keeper, UUID key, List<Reason> reasons) {

    private static final int LONGEST = 120;

    public String export(String what) {
        return "/posts/" + post + "/deployments/exports/" + what;
    }

    /** Where the keeper goes on with a proposal as a draft of the county's own institution. */
    public String draft(Proposal proposal) {
        var line = proposal.line();
        var words = line.wording().length() > LONGEST ? line.wording().substring(0, LONGEST) : line.wording();
        return UriComponentsBuilder.fromPath("/posts/" + keeper + "/local-institutions/new")
                .queryParam("kind", "{kind}").queryParam("summary", "{summary}").queryParam("paper", "{paper}").encode()
                .buildAndExpand(proposal.kind() == Proposals.Kind.LIMIT ? "limit" : "duty", words, line.document() + line.paper()).toUriString();
    }
}
