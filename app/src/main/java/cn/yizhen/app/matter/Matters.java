package cn.yizhen.app.matter;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Case;
import cn.yizhen.rules.procedure.Entry;
import cn.yizhen.rules.procedure.Opening;
import cn.yizhen.rules.procedure.Particulars;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens matters and takes steps on them. Every write happens in an act, the caller's own or one made here;
 * every read takes a {@link Scope}.
 */
@Component
public class Matters {

    private final Transactions transactions;
    private final Acts acts;
    private final MatterStore store;
    private final Beginnings beginnings;
    private final Steps steps;
    private final Actors actors;
    private final Ids ids;
    private final Clock clock;

    Matters(Transactions transactions, Acts acts, MatterStore store, Beginnings beginnings, Steps steps, Actors actors, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.acts = acts;
        this.store = store;
        this.beginnings = beginnings;
        this.steps = steps;
        this.actors = actors;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a supervised matter and hands it to its lead, within the caller's act. The scope must be under one
     * post; its unit is the raiser and reviews the matter in the end.
     */
    public Outcome<MatterId> open(Writing writing, NewMatter asked) {
        var by = actors.of(writing.scope());
        var opening = Opening.by(by.unit(), now());
        var said = Particulars.NONE.and("lead", asked.lead()).and("due", asked.due());
        var handedOver = asked.support().isEmpty() ? said : said.and("support", asked.support().toArray(UnitId[]::new));
        return beginnings.supervised(writing, asked, opening)
                .then(matter -> steps.take(writing, matter, new Entry("assign", opening.at(), by, handedOver)))
                .map(Matter::id);
    }

    /**
     * Carries a later adjustment of an issued row into its matter, within the caller's act.
     *
     * @return the matter, or empty where the row has none or nothing in it changes; refused with every reason
     *     where the matter has gone too far for it
     */
    public Outcome<Optional<MatterId>> adjust(Writing writing, UUID origin, Adjustment change) {
        var matter = store.from(writing.sql(), origin).flatMap(found -> store.held(writing.sql(), found.id()));
        var asked = matter.flatMap(m -> new Adjusting(m.here(), now(), Calendars.calendar(writing.sql())).step(change));
        return asked.map(step -> steps.take(writing, matter.orElseThrow(), new Entry(step.step(), now(), actors.of(writing.scope()), step.said()))
                .map(m -> Optional.of(m.id()))).orElse(Outcome.done(Optional.empty()));
    }

    /** Takes over a matter with the steps taken so far, each checked as of its moment, within the caller's act. */
    public Outcome<MatterId> bring(Writing writing, PastMatter past) {
        Outcome<Matter> so = Outcome.done(beginnings.past(writing, past));
        for (var entry : past.journal()) {
            so = so.then(matter -> steps.take(writing, matter, entry));
        }
        return so.map(Matter::id);
    }

    /** Opens a request from below to the asked unit, as an act of its own. */
    public Performed ask(Scope scope, UUID key, NewRequest request) {
        var id = ids.next();
        return acts.perform(scope, Act.create(key, "request.made", scope.post().post(), id, Map.of("kind", request.kind().name())), writing -> {
            var opening = Opening.by(scope.post().unit(), now()).with("asked", request.asked());
            return beginnings.request(writing, new MatterId(id), request, opening).map(matter -> address(scope, matter.id()));
        });
    }

    /** Opens a case of a procedure that units open themselves, as an act of its own. */
    public Performed begin(Scope scope, UUID key, NewCase asked) {
        var act = new Act(key, "case.opened", scope.post().post(), null, null, Map.of("kind", asked.kind().name(), "title", asked.title()));
        return acts.perform(scope, act, writing -> {
            var opening = Opening.by(scope.post().unit(), now());
            for (var party : asked.parties().entrySet()) {
                opening = opening.with(party.getKey(), party.getValue());
            }
            return beginnings.own(writing, asked, opening).map(matter -> address(scope, matter.id()));
        });
    }

    /** Takes a step as an act of its own; {@code basedOn} is the newest act the asker had seen on the matter, or null. */
    public Performed take(Scope scope, MatterId id, String step, Particulars said, UUID key, @Nullable UUID basedOn) {
        var act = Act.change(key, "matter." + step, scope.post().post(), id.value(), basedOn, Map.of("step", step, "said", Said.values(said)));
        return acts.perform(scope, act, writing -> {
            var matter = store.held(writing.sql(), id);
            return matter.isEmpty()
                    ? Outcome.refused(notThere())
                    : steps.take(writing, matter.get(), new Entry(step, now(), actors.of(scope), said)).map(_ -> address(scope, id));
        });
    }

    /** What stands against a step with what could be read of it; nothing is taken. */
    List<Reason> against(Scope scope, Matter matter, String step, Particulars said) {
        return transactions.reading(scope, sql -> {
            boolean below = store.subtasks(sql, matter.id()).stream().anyMatch(task -> !task.here().over());
            return matter.here().take(new Entry(step, now(), actors.of(scope), said), Calendars.calendar(sql), below) instanceof Outcome.Refused<Case>(var reasons)
                    ? reasons : List.of();
        });
    }

    /** Opens a sub-task of a matter its asker leads, or a matter of its own, as an act of its own. */
    public Performed open(Scope scope, UUID key, NewMatter asked) {
        return acts.perform(scope, new Act(key, "matter.opened", scope.post().post(), null, null, Map.of("title", asked.title())), writing -> mayOpen(scope, asked)
                ? open(writing, asked).map(id -> address(scope, id))
                : Outcome.refused(notAllowed()));
    }

    public Optional<Matter> find(Scope scope, MatterId id) {
        return transactions.reading(scope, sql -> store.find(sql, id));
    }

    /** The matters opened for what bears this identity: a row of an issued table, a decision. */
    public List<Matter> from(Scope scope, UUID origin) {
        return transactions.reading(scope, sql -> store.allFrom(sql, origin));
    }

    /** The post under which the asker looks at a matter. */
    public PostId seat(Scope scope, Matter matter) {
        return actors.seat(scope, matter.here());
    }

    public List<Matter> subtasks(Scope scope, MatterId parent) {
        return transactions.reading(scope, sql -> store.subtasks(sql, parent));
    }

    /** Every matter in which a unit of the asker's posts has or had a role; with 督查督办 every matter of the county. */
    public List<Matter> inReach(Scope scope) {
        return transactions.reading(scope, sql -> scope.has(Permission.SUPERVISE) ? store.all(sql) : store.with(sql, actors.units(scope)));
    }

    /** Every matter the row policies show: those with a party in one of the asker's units or below them. */
    public List<Matter> visible(Scope scope) {
        return transactions.reading(scope, store::all);
    }

    /** The first of the asker's posts under which a step can be taken now. */
    public Optional<PostId> postFor(Scope scope, Matter matter, String step, WorkCalendar calendar) {
        return scope.posts().stream().map(HeldPost::post)
                .filter(post -> offers(scope.under(post), matter, calendar).stream()
                        .anyMatch(offer -> offer.step().id().equals(step) && offer.open()))
                .findFirst();
    }

    /** Where the asker sees the matter: under the first post with a role in it, else the first of all. */
    public String addressFor(Scope scope, Matter matter) {
        return address(actors.seat(scope, matter.here()), matter.id());
    }

    /** How many steps others took since the act the asker had seen. */
    int stepsSince(Scope scope, MatterId id, @Nullable UUID basedOn) {
        return transactions.reading(scope, sql -> store.stepsSince(sql, id, basedOn));
    }

    List<MatterStore.Note> notes(Scope scope, MatterId id) {
        return transactions.reading(scope, sql -> store.notes(sql, id));
    }

    /** The newest act on the matter, to be sent back with the next step. */
    public Optional<UUID> latestAct(Scope scope, MatterId id) {
        return acts.latestOn(scope, id.value());
    }

    /** Every step as it stands for the asker under the one post of the scope. */
    public List<Case.Offer> offers(Scope scope, Matter matter, WorkCalendar calendar) {
        return matter.here().offers(actors.of(scope), now(), calendar, subtasksOpen(scope, matter));
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    static String address(Scope scope, MatterId id) {
        return address(scope.post().post(), id);
    }

    static String address(PostId post, MatterId id) {
        return "/posts/" + post + "/matters/" + id;
    }

    private boolean subtasksOpen(Scope scope, Matter matter) {
        return subtasks(scope, matter.id()).stream().anyMatch(task -> !task.here().over());
    }

    /** A sub-task may be opened by its matter's lead, which {@link Beginnings} checks. */
    private static boolean mayOpen(Scope scope, NewMatter asked) {
        return asked.parent() != null || scope.has(Permission.SUPERVISE);
    }

    private static Reason notAllowed() {
        return Reason.of("matter-not-yours-to-open", "督办事项由督查部门立项。", "有事要上面办的，用请示、求助或者反映问题。");
    }

    private static Reason notThere() {
        return Reason.of("matter-not-there", "没有这件事项，或者它不在您的查看范围内。", "请从“我的应办”重新进入。");
    }
}
