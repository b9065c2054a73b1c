package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Entry;
import cn.yizhen.app.deployment.model.Happening;
import cn.yizhen.app.deployment.model.Source;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.app.deployment.storage.Journal;
import cn.yizhen.app.deployment.storage.Stored;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafting office at work on its documents. */
@Component
public class Office {

    /** Reason code: somebody changed the same rows, or anything before a step; both are to be shown. */
    public static final String OVERTAKEN = "changed-meanwhile";

    private static final int TRIES = 4;

    private final Acts acts;
    private final Transactions transactions;
    private final Journal journal;
    private final Publishing publishing;

    Office(Acts acts, Transactions transactions, Journal journal, Publishing publishing) {
        this.acts = acts;
        this.transactions = transactions;
        this.journal = journal;
        this.publishing = publishing;
    }

    public Optional<Stored> find(Scope scope, UUID id) {
        return transactions.reading(scope, sql -> journal.find(sql, id));
    }

    /** Takes a document in whose text was read and found fit to store. */
    public Performed receive(Scope scope, UUID key, UnitId office, Source source, LocalDate today) {
        var act = Act.create(key, "deployment.received", post(scope), source.id(), Map.of("title", source.title()));
        return acts.perform(scope, act, writing -> {
            journal.receive(writing, source, office, today);
            return Outcome.done("/deployments/" + source.id());
        });
    }

    /** Brings in a table that was issued before the platform kept it, its rows and its paper in one act. */
    public Performed takeOver(Scope scope, UUID key, UnitId office, Source source, Edit.Drafted drafted, Step.TakenOver over, LocalDate today) {
        var act = Act.create(key, "deployment.taken-over", post(scope), source.id(), Map.of("title", source.title(), "paper", over.paper()));
        return acts.perform(scope, act, writing -> {
            journal.receive(writing, source, office, today);
            return noted(writing, Deployment.of(source, List.of(), List.of()), drafted, today)
                    .then(deployment -> noted(writing, deployment, over, today))
                    .map(_ -> "/deployments/" + source.id() + "/way");
        });
    }

    /**
     * Notes one happening. Edits of two clerks stand side by side as long as they touch different rows;
     * otherwise, and before every step, what changed since {@code seen} is a reason to look again.
     *
     * @param seen   number of the newest entry on the page the form came from
     * @param next   where to go when it stands
     */
    public Performed take(Scope scope, UUID key, UUID id, int seen, Happening what, String next, LocalDate today) {
        Performed result = new Performed.Refused(List.of(busy()));
        for (int tried = 0; tried < TRIES; tried++) {
            var basedOn = acts.latestOn(scope, id).orElse(null);
            var act = Act.change(key, "deployment.noted", post(scope), id, basedOn, Map.of("says", what.says(), "seen", seen));
            result = acts.perform(scope, act, writing -> journal.find(writing.sql(), id)
                    .<Outcome<String>>map(stored -> take(writing, stored, seen, what, next, today))
                    .orElseGet(() -> Outcome.refused(notHere())));
            if (!(result instanceof Performed.Overtaken)) {
                return result;
            }
        }
        return result;
    }

    private Outcome<String> take(Writing writing, Stored stored, int seen, Happening what, String next, LocalDate today) {
        var before = stored.deployment();
        var meanwhile = meanwhile(before, seen, what);
        if (meanwhile.isPresent()) {
            return Outcome.refused(meanwhile.get());
        }
        return noted(writing, before, what, today).map(_ -> next);
    }

    private Outcome<Deployment> noted(Writing writing, Deployment before, Happening what, LocalDate today) {
        return before.take(what, writing.scope().name(), today).then(after -> {
            journal.append(writing, after.source().id(), after.entries().getLast());
            return publishing.publish(writing, before, after);
        });
    }

    /** What somebody else noted since the page was opened and this would disregard. */
    private static Optional<Reason> meanwhile(Deployment before, int seen, Happening what) {
        var since = before.entries().stream().filter(entry -> entry.number() > seen).toList();
        boolean disregarded = switch (what) {
            case Edit.Undone _ -> false;
            case Edit edit -> !Collections.disjoint(before.touchedSince(seen), edit.touches());
            default -> !since.isEmpty();
        };
        return disregarded ? Optional.of(changed(since)) : Optional.empty();
    }

    private static Reason changed(List<Entry> since) {
        var latest = since.getLast();
        return Reason.of(OVERTAKEN, "您打开页面以后，" + latest.by() + "已有改动：" + latest.what().says() + "。",
                "请看清现在的内容；仍要照您的改，请再提交一次。");
    }

    private static @Nullable PostId post(Scope scope) {
        return scope.posts().size() == 1 ? scope.post().post() : null;
    }

    private static Reason busy() {
        return Reason.of("deployment-busy", "同时改动的人较多，没有存上。", "请再提交一次。");
    }

    static Reason notHere() {
        return Reason.of("deployment-not-here", "没有这份文件，或者不由本单位整理。", "请回到“部署分解”重新进入。");
    }
}
