package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.app.document.layout.TaskLayout;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** 印发: keeps the table as bytes and opens a matter for every row that is to have one; all or nothing. */
@Component
class Issuing {

    private final Ids ids;
    private final Counties counties;
    private final Opening opening;

    Issuing(Ids ids, Counties counties, Opening opening) {
        this.ids = ids;
        this.counties = counties;
        this.opening = opening;
    }

    /** Whether no other table stands under the paper; asked before anything leaves the office. */
    Outcome<Boolean> free(Writing writing, Deployment deployment, String paper) {
        long others = writing.sql().sql("select count(*) from deployment_notice where kind = 'issued' and paper = ? and deployment <> ?")
                .params(paper, deployment.source().id()).query(Long.class).single();
        return others == 0 ? Outcome.done(true) : Outcome.refused(Reason.of("paper-taken", paper + "已经用于另一份任务分解表。",
                "请核对发文字号；如是同一张表，在“部署任务”的已印发中查看。"));
    }

    Outcome<Boolean> issue(Writing writing, Deployment deployment, Step.Issued issued) {
        var county = counties.today(writing.scope());
        keep(writing, deployment, issued);
        return each(deployment.draft().rows().stream().filter(Row::opensMatter).toList(),
                row -> opening.open(writing, county, deployment, issued, row));
    }

    /** Keeps a table that was issued elsewhere as bytes; what it asked for is not opened anew. */
    Outcome<Boolean> takeOver(Writing writing, Deployment deployment, Step.TakenOver over) {
        keep(writing, deployment, new Step.Issued(over.paper(), over.on()));
        return Outcome.done(true);
    }

    Outcome<Boolean> adjust(Writing writing, Deployment deployment, Step.Adjusted adjusted) {
        Organisation county = counties.today(writing.scope());
        var rows = adjusted.change().touches().stream().flatMap(id -> deployment.draft().row(id).stream()).toList();
        return each(rows, row -> opening.adjust(writing, county, deployment, adjusted, row));
    }

    private void keep(Writing writing, Deployment deployment, Step.Issued issued) {
        var table = TableOfTasks.of(deployment);
        writing.sql().sql("""
                insert into deployment_issue (id, county, act, deployment, paper, issued_on, as_of_day, known_act, word, workbook)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), deployment.source().id(), issued.paper(), issued.on(),
                        writing.scope().asOf().on(), writing.act(), TableOfTasks.word(table, TaskLayout.NUMBERED),
                        TableOfTasks.workbook(table, TaskLayout.NUMBERED))
                .update();
    }

    private static Outcome<Boolean> each(List<Row> rows, Function<Row, Outcome<Boolean>> work) {
        var reasons = new ArrayList<Reason>();
        for (var row : rows) {
            if (work.apply(row) instanceof Outcome.Refused<Boolean>(var against)) {
                reasons.addAll(against);
            }
        }
        return reasons.isEmpty() ? Outcome.done(true) : Outcome.refused(reasons);
    }
}
