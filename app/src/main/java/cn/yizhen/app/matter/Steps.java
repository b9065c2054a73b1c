package cn.yizhen.app.matter;

import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.procedure.Entry;
import org.springframework.stereotype.Component;

/**
 * Takes steps within an open act, and with a step what follows from it in the sub-tasks. Whoever changes a
 * matter holds it first, so that two people's steps on one journal take turns.
 */
@Component
class Steps {

    private final MatterStore store;

    Steps(MatterStore store) {
        this.store = store;
    }

    /** The matter after a step, or every reason why the step cannot be taken; then nothing at all was changed. */
    Outcome<Matter> take(Writing writing, Matter matter, Entry entry) {
        var below = store.subtasks(writing.sql(), matter.id()).stream().filter(task -> !task.here().over()).toList();
        return matter.here().take(entry, Calendars.calendar(writing.sql()), !below.isEmpty()).then(next -> {
            store.add(writing, matter.id(), matter.here(), next);
            Outcome<Matter> so = Outcome.done(matter.with(next));
            for (var task : below) {
                so = so.then(above -> follow(writing, above, task));
            }
            return so;
        });
    }

    private Outcome<Matter> follow(Writing writing, Matter above, Matter below) {
        var task = store.held(writing.sql(), below.id()).orElseThrow();
        return above.here().following(task.here()).map(entry -> take(writing, task, entry).map(_ -> above)).orElse(Outcome.done(above));
    }
}
