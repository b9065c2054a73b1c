package cn.yizhen.app.demo;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.organisation.OrganisationJournal;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings 云岭县 into a database created as a demo, before the first page is served. The county is made for
 * the day the database was created; a start that was cut short goes on where it stopped.
 */
@Component
class DemoLoading implements SmartInitializingSingleton {

    private final HostSettings settings;
    private final DemoDatabase database;
    private final Acts acts;
    private final Organisations organisations;
    private final OrganisationJournal journal;
    private final List<DemoPart> parts;
    private final DemoDeployments deployments;
    private final DemoMeetings meetings;
    private final Clock clock;

    DemoLoading(HostSettings settings, DemoDatabase database, Acts acts, Organisations organisations,
            OrganisationJournal journal, List<DemoPart> parts, DemoDeployments deployments, DemoMeetings meetings, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.acts = acts;
        this.organisations = organisations;
        this.journal = journal;
        this.parts = parts;
        this.deployments = deployments;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.demo()) {
            return;
        }
        var scope = Scope.system(settings.county(), "建立演示县", AsOf.on(LocalDate.now(clock)));
        var demo = DemoCounty.of(database.createdOn(scope));
        if (organisations.version(scope).changes() < demo.chapters().size()) {
            load(scope, demo);
        }
        parts.forEach(part -> once(scope, part.name(), writing -> part.add(writing, organisations.asOf(scope), demo.today())));
        deployments.tell(settings.county(), demo.today());
        meetings.tell(settings.county(), demo.today());
    }

    private void load(Scope scope, DemoCounty demo) {
        for (int i = 0; i < demo.chapters().size(); i++) {
            var chapter = demo.chapters().get(i);
            var facts = demo.factsOf(i + 1);
            once(scope, "organisation-" + i, writing -> journal.note(writing, OrganisationJournal.Entry.of(chapter.title(), chapter.day(), chapter.paper()), facts));
        }
    }

    /** Under the same key again nothing happens, so that a cut-short start does nothing twice. */
    private void once(Scope scope, String what, Consumer<Writing> work) {
        var key = UUID.nameUUIDFromBytes(("demo:" + what).getBytes(StandardCharsets.UTF_8));
        var performed = acts.perform(scope, new Act(key, "demo.loaded", null, null, null, Map.of("what", what)), writing -> {
            work.accept(writing);
            return Outcome.done("/");
        });
        if (!(performed instanceof Performed.Done)) {
            throw new IllegalStateException("the demo county could not be loaded: " + performed);
        }
    }
}
