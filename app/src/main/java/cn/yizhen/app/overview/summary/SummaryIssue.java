package cn.yizhen.app.overview.summary;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalDocument;
import cn.yizhen.app.document.formal.FormalLayout;
import cn.yizhen.app.document.formal.FormalText;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.paper.IssuedPaper;
import cn.yizhen.app.paper.Papers;
import cn.yizhen.app.record.Noting;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issues summaries: into the register with both files, and noted as the record the office's own duty asks for. */
@Component
class SummaryIssue {

    private static final String RECORD = "supervision-summary";

    private final Acts acts;
    private final Summaries summaries;
    private final SummaryStore store;
    private final Papers papers;
    private final Noting noting;
    private final Organisations organisations;
    private final Ids ids;

    SummaryIssue(Acts acts, Summaries summaries, SummaryStore store, Papers papers, Noting noting, Organisations organisations, Ids ids) {
        this.acts = acts;
        this.summaries = summaries;
        this.store = store;
        this.papers = papers;
        this.noting = noting;
        this.organisations = organisations;
        this.ids = ids;
    }

    /** Issues the summary as it stands at the scope's points; one that was signed off, as it was known to whoever signed. */
    Performed issue(Scope asking, UUID key, SummaryPeriod period, Form form, String number, @Nullable LocalDate date) {
        var act = new Act(key, "summary.issued", asking.post().post(), null, null, Map.of("period", period.key(), "form", form.name(), "number", number));
        var now = summaries.summary(asking, period, form);
        var signed = now.signedOff().map(SignOff::number);
        var scope = signed.map(known -> asking.at(new AsOf(asking.asOf().on(), known))).orElse(asking);
        var summary = signed.isPresent() ? summaries.summary(scope, period, form) : now;
        return acts.perform(scope, act, writing -> Summaries.allowed(scope).then(_ -> {
            var faults = AgainstIssuing.of(summary, date);
            if (period.days().from().isAfter(summaries.today())) {
                faults.add(Summaries.notBegun(period));
            }
            return date == null || !faults.isEmpty() ? Outcome.refused(faults) : issue(writing, summary, number.strip(), date);
        }));
    }

    private Outcome<String> issue(Writing writing, Summary summary, String number, LocalDate date) {
        var scope = writing.scope();
        var paper = new SummaryPaper(summary);
        var formal = paper.formal(office(scope), number, date);
        var issue = new IssuedPaper.Issue(ids.next(), scope.post().unit(), summary.form().kind(), number, formal.title(), date,
                FormalText.of(summary.whole()).characters(), "", summary.on(), Word.write(FormalLayout.of(formal)), Excel.write(paper.workbook()));
        return papers.issue(writing, issue).map(kept -> {
            store.issued(writing, summary.period(), summary.form(), kept);
            if (!summary.period().yearly()) {
                noting.note(writing, record(scope, formal.title(), date));
            }
            return Summaries.address(summary.period(), summary.form());
        });
    }

    private static RecordContent record(Scope scope, String title, LocalDate date) {
        return new RecordContent(RECORD, scope.post().unit(), null, date, "", scope.person(), List.of(scope.post().post()), Set.of("supervises"), null, null,
                title, Set.of(), List.of(), Set.of(), null);
    }

    /** The summary as files, as it stands now. */
    FormalDocument draft(Scope scope, Summary summary) {
        return new SummaryPaper(summary).formal(office(scope), "", summaries.today());
    }

    Document annex(Scope scope, Summary summary) {
        return new SummaryPaper(summary).workbook();
    }

    private String office(Scope scope) {
        return organisations.asOf(scope, AsOf.on(summaries.today())).unit(scope.post().unit()).orElseThrow().name();
    }
}
