package cn.yizhen.app.deployment.storage;

import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.rules.organisation.UnitId;
import java.util.UUID;

/**
 * A deployment as found.
 *
 * @param office the unit that drafts it
 */
public record Stored(Deployment deployment, UnitId office) {

    public UUID id() {
        return deployment.source().id();
    }
}
