package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.organisation.roster.Appointment;
import cn.yizhen.app.organisation.roster.ChargeChanges;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes who holds a post and who is in charge of what, each by its paper and as one act; the yearly 有变化／无变化. */
@Component
public class ChargeKeeping {

    private final Organisations organisations;
    private final OrganisationJournal journal;
    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;

    ChargeKeeping(Organisations organisations, OrganisationJournal journal, Transactions transactions, Acts acts, Ids ids) {
        this.organisations = organisations;
        this.journal = journal;
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
    }

    /** What a unit said of its table in a year. */
    public record Check(UUID id, UnitId unit, boolean changed, LocalDate day) {}

    /** Somebody leaves a post and somebody takes it; answers where to see what there is to do on that day. */
    public Performed appoint(Scope scope, UUID key, @Nullable UUID basedOn, Appointment appointment) {
        var content = Map.of("post", appointment.post().toString(), "day", appointment.day().toString(), "paper", appointment.paper(),
                "leaving", appointment.leaving().stream().map(Object::toString).sorted().toList());
        return acts.perform(scope, OrganisationKeeping.act(scope, key, "post.appointed", basedOn, content), writing ->
                appointment.plan(organisations.named(scope), ids::next).map((OrganisationHistory facts) -> {
                    journal.note(writing, OrganisationJournal.Entry.of(label(scope, appointment.post(), appointment.day()) + "任免", appointment.day(), appointment.paper()), facts);
                    return "/responsibilities/posts/" + appointment.post() + "/handover?on=" + appointment.day();
                }));
    }

    /** Lines of the responsibility table begin and end by one paper. */
    public Performed change(Scope scope, UUID key, @Nullable UUID basedOn, ChargeChanges changes) {
        var content = Map.of("day", changes.day().toString(), "paper", changes.paper(), "lines", changes.lines().size(), "ending", changes.ending().size());
        return acts.perform(scope, OrganisationKeeping.act(scope, key, "charges.changed", basedOn, content), writing ->
                changes.plan(organisations.named(scope), ids::next).map((OrganisationHistory facts) -> {
                    journal.note(writing, OrganisationJournal.Entry.of(titled(organisations.history(scope), scope, changes), changes.day(), changes.paper()), facts);
                    return changed(organisations.history(scope), changes);
                }));
    }

    /** Where to see what was written: the table of the one it is about, else all of them. */
    private static String changed(OrganisationHistory history, ChargeChanges changes) {
        var table = switch (only(history, changes)) {
            case Bearer.OfPost(var post) -> "/posts/" + post;
            case Bearer.OfUnit(var unit) -> "/units/" + unit;
            case null, default -> "";
        };
        return "/responsibilities" + table + "?on=" + changes.day();
    }

    /** A unit says 有变化 or 无变化 of its own table for the year. */
    public Performed check(Scope scope, UUID key, UnitId unit, boolean changed) {
        var day = scope.asOf().on();
        var under = scope.posts().stream().filter(post -> post.unit().equals(unit)).map(HeldPost::post).findFirst();
        return acts.perform(scope, new Act(key, "charges.checked", under.orElse(null), null, null, Map.of("unit", unit.toString(), "changed", changed)), writing -> {
            if (under.isEmpty()) {
                return Outcome.refused(Reason.of("not-your-table", "分工表由本单位的人核对。", "请从“分工”进入本单位的分工表。"));
            }
            writing.sql().sql("insert into charge_check (id, county, act, unit, year, changed, day) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(ids.next(), scope.county(), writing.act(), unit.value(), day.getYear(), changed, day).update();
            return Outcome.done("/responsibilities/units/" + unit);
        });
    }

    /** The last word of each unit on its table in the year, as far as the asker may see it. */
    public List<Check> checks(Scope scope, int year) {
        return transactions.reading(scope, sql -> sql.sql("select distinct on (unit) unit, changed, day, id from charge_check where year = ? order by unit, id desc")
                .param(year).query((row, _) -> new Check(row.getObject(4, UUID.class), new UnitId(row.getObject(1, UUID.class)), row.getBoolean(2), row.getObject(3, LocalDate.class))).list());
    }

    public Optional<Check> check(Scope scope, UnitId unit, int year) {
        return checks(scope, year).stream().filter(check -> check.unit().equals(unit)).findFirst();
    }

    /** How many lines of the unit's own table were written or ended after it said 有变化. */
    public long written(Scope scope, Check check) {
        var organisation = organisations.asOf(scope);
        return organisations.history(scope).responsibilities().stream().filter(fact -> fact.id().compareTo(check.id()) > 0)
                .filter(fact -> organisation.unitOf(fact.value().bearer()).map(Unit::id).filter(check.unit()::equals).isPresent())
                .map(fact -> List.of(fact.value().bearer(), fact.value().kind(), fact.value().subject())).distinct().count();
    }

    /** 县财政局分工调整, so that one can be told from the next; 分工调整 where it is about several. */
    private String titled(OrganisationHistory history, Scope scope, ChargeChanges changes) {
        var about = switch (only(history, changes)) {
            case Bearer.OfPost(var post) -> label(scope, post, changes.day());
            case Bearer.OfUnit(var unit) -> organisations.asOf(scope, AsOf.on(changes.day())).unit(unit).map(Unit::shortName).orElse("");
            case null, default -> "";
        };
        return about + "分工调整";
    }

    private static @Nullable Bearer only(OrganisationHistory history, ChargeChanges changes) {
        var bearers = Stream.concat(changes.lines().stream(), history.standing().responsibilities().stream()
                .filter(fact -> changes.ending().contains(fact.id())).map(Fact::value)).map(Responsibility::bearer).distinct().toList();
        return bearers.size() == 1 ? bearers.getFirst() : null;
    }

    private String label(Scope scope, PostId post, LocalDate day) {
        var then = organisations.asOf(scope, AsOf.on(day));
        return then.post(post).map(at -> PostNames.of(then, at)).orElse("");
    }
}
