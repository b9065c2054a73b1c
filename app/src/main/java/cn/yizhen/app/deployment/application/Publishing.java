package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.app.deployment.storage.Notice;
import cn.yizhen.app.deployment.storage.SharedRows;
import cn.yizhen.rules.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows outside the office from an entry of the journal, in the same act. */
@Component
class Publishing {

    private final SharedRows shared;
    private final Counties counties;
    private final Issuing issuing;

    Publishing(SharedRows shared, Counties counties, Issuing issuing) {
        this.shared = shared;
        this.counties = counties;
        this.issuing = issuing;
    }

    Outcome<Deployment> publish(Writing writing, Deployment before, Deployment after) {
        switch (after.entries().getLast().what()) {
            case Step.ConsultationOpened opened -> {
                tell(writing, after, Notice.Kind.ASKED, opened.on(), null, opened.until());
                share(writing, after, numbered(after.draft()), false);
            }
            case Step.Submitted submitted -> tell(writing, after, Notice.Kind.CLOSED, submitted.on(), null, null);
            case Step.Approved _, Step.Returned _ -> { }
            case Step.Issued issued -> {
                return issuing.free(writing, after, issued.paper()).then(_ -> {
                    publish(writing, after, issued.paper(), issued.on());
                    return issuing.issue(writing, after, issued).map(_ -> after);
                });
            }
            case Step.TakenOver over -> {
                return issuing.free(writing, after, over.paper()).then(_ -> {
                    publish(writing, after, over.paper(), over.on());
                    return issuing.takeOver(writing, after, over).map(_ -> after);
                });
            }
            case Step.Adjusted adjusted -> {
                tell(writing, after, Notice.Kind.ADJUSTED, adjusted.on(), adjusted.paper(), null);
                share(writing, after, changed(before.draft(), after.draft()), true);
                return issuing.adjust(writing, after, adjusted).map(_ -> after);
            }
            case Edit _ -> {
                if (before.stage() != Stage.RECEIVED && after.draft().numbered()) {
                    share(writing, after, changed(before.draft(), after.draft()), false);
                }
            }
        }
        return Outcome.done(after);
    }

    /** Rows that came to be merely noted while units were asked leave the table with its issue. */
    private void publish(Writing writing, Deployment after, String paper, LocalDate on) {
        tell(writing, after, Notice.Kind.ISSUED, on, paper, null);
        share(writing, after, numbered(after.draft()), true, row -> !after.printed(row));
    }

    private void tell(
            Writing writing, Deployment after, Notice.Kind kind, LocalDate day, @Nullable String paper, @Nullable LocalDate answerBy) {
        shared.tell(writing, new Notice(id(after), kind, after.source().title(), day, paper, answerBy, writing.scope().post().unit()),
                after.last());
    }

    private void share(Writing writing, Deployment after, Collection<Row> rows, boolean issued) {
        share(writing, after, rows, issued, row -> after.draft().row(row.id()).isEmpty());
    }

    private void share(Writing writing, Deployment after, Collection<Row> rows, boolean issued, Predicate<Row> gone) {
        var county = counties.today(writing.scope());
        var entry = new SharedRows.Entry(id(after), after.last(), issued);
        rows.forEach(row -> shared.share(writing, entry, after.draft(), row, gone.test(row), ChargeTables.asked(county, row.assignment())));
    }

    private static UUID id(Deployment deployment) {
        return deployment.source().id();
    }

    private static List<Row> numbered(Draft draft) {
        return draft.rows().stream().filter(row -> !row.number().isEmpty()).toList();
    }

    /** Rows that are different now or stand elsewhere, and rows that are gone as they were. */
    static List<Row> changed(Draft before, Draft after) {
        boolean moved = !after.order().equals(before.order()) || !after.order().isEmpty() && after.rows().size() != before.rows().size();
        var changed = new ArrayList<>(after.rows().stream()
                .filter(row -> !row.number().isEmpty() && (moved || !before.row(row.id()).filter(row::equals).isPresent()))
                .toList());
        var left = new HashSet<>(after.rows().stream().map(Row::id).toList());
        before.rows().stream().filter(row -> !row.number().isEmpty() && !left.contains(row.id())).forEach(changed::add);
        return changed;
    }
}
