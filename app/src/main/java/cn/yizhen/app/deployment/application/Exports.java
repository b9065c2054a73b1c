package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Taking a list out of the platform is an act: what was taken, under which post, stands in the audit. */
@Component
public class Exports {

    private final Acts acts;

    Exports(Acts acts) {
        this.acts = acts;
    }

    /** @param what the list as its file is called; the same key again notes nothing new */
    public Performed note(Scope scope, UUID key, String what) {
        var act = new Act(key, "deployment.exported", scope.post().post(), null, null, Map.of("what", what));
        return acts.perform(scope, act, _ -> Outcome.done(what));
    }
}
