package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
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

    /** @param what the list as its file is called; the same form sent again for the same file notes nothing new */
    public Performed note(Scope scope, UUID key, String what) {
        var act = new Act(ofFile(key, what), "deployment.exported", scope.post().post(), null, null, Map.of("what", what));
        return acts.perform(scope, act, _ -> Outcome.done(what));
    }

    /** One page offers several files; each is an act of its own. */
    private static UUID ofFile(UUID key, String what) {
        return UUID.nameUUIDFromBytes((key + what).getBytes(StandardCharsets.UTF_8));
    }
}
