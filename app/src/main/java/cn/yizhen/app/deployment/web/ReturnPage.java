package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.returning.Comparison;
import cn.yizhen.app.deployment.returning.Difference;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft that came back, beside the draft as it stands.
 *
 * @param comparison null before a file was read
 * @param file       its name
 * @param table      what was read, to be sent back with the choice
 * @param chosen     keys of what is ticked; null for what is proposed
 */
public record ReturnPage(
        Deployment deployment, String post, UUID key, @Nullable Comparison comparison, String file, String table, @Nullable Set<String> chosen,
        List<Reason> reasons) {

    public String action(String name) {
        return "/posts/" + post + "/deployments/" + deployment.source().id() + "/" + name;
    }

    public boolean ticked(Difference difference) {
        return chosen == null ? difference.proposed() : chosen.contains(difference.key());
    }
}
