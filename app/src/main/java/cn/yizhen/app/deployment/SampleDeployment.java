package cn.yizhen.app.deployment;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.application.SampleSpeech;
import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.ChargeTable;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Happening;
import cn.yizhen.app.deployment.model.Owners;
import cn.yizhen.app.deployment.model.Reader;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.model.SignOff;
import cn.yizhen.app.deployment.model.Source;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.directives.Extractor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Takes an invented paper all the way to an issued table, as the drafting office of a demo county would. */
@Component
public class SampleDeployment {

    private static final String TITLE = "云岭县为基层减负工作要点";
    private static final String DRAFT = "在云岭县重点工作部署会上的讲话";

    private final Office office;
    private final Counties counties;
    private final SampleSpeech speech;
    private final Ids ids;

    SampleDeployment(Office office, Counties counties, SampleSpeech speech, Ids ids) {
        this.office = office;
        this.counties = counties;
        this.speech = speech;
        this.ids = ids;
    }

    /**
     * Issues the sample, once: under the same scope a second call changes nothing.
     *
     * @param scope of somebody who drafts deployments, under that one post
     * @param today the day it is issued; the paper is a few days older
     */
    public void issue(Scope scope, LocalDate today) {
        var id = named("document");
        if (office.find(scope, id).filter(stored -> stored.deployment().stage() == Stage.ISSUED).isPresent()) {
            return;
        }
        var table = ChargeTables.of(counties.today(scope));
        drafted(scope, id, TITLE, speech.issued(today), today);
        settle(scope, id, table, today);
        var until = today.plusDays(7);
        step(scope, id, 5, new Step.ConsultationOpened(today, 5, until), today);
        step(scope, id, 6, new Step.Submitted(today, "各单位均已书面答复"), today);
        step(scope, id, 7, new Step.Approved(new SignOff("县委书记", today, "同意，印发执行。")), today);
        step(scope, id, 8, new Step.Issued("云办发〔" + today.getYear() + "〕28号", today), today);
    }

    /** Takes in the longer sample and reads it, for somebody to go on with; once. */
    public void draft(Scope scope, LocalDate today) {
        var id = named("draft");
        if (office.find(scope, id).isEmpty()) {
            drafted(scope, id, DRAFT, speech.text(today), today);
        }
    }

    private void drafted(Scope scope, UUID id, String title, String text, LocalDate today) {
        if (office.find(scope, id).isEmpty()) {
            done(office.receive(scope, named("received-" + id), scope.post().unit(), new Source(id, title, null, text, ""), today));
        }
        var date = speech.date(today);
        var reader = new Reader(new Owners(ChargeTables.of(counties.today(scope))), ids::next);
        step(scope, id, 1, reader.drafted(date, new Extractor().extract(text, date)), today);
    }

    /** Leads for open questions, days for past ones, the rest confirmed. */
    private void settle(Scope scope, UUID id, ChargeTable table, LocalDate today) {
        var lead = table.unit("县委办").orElseThrow();
        var chosen = new Assignment(lead, List.of(), table.leaders().get(lead.unit()), "人工选定。", true);
        step(scope, id, 2, new Edit.Assigned(rows(scope, id, Row::lacksLead), chosen), today);
        step(scope, id, 3, new Edit.DueConfirmed(rows(scope, id, row -> row.handling() == Handling.PROJECT && !row.due().confirmed())), today);
        step(scope, id, 4, new Edit.DueDecided(rows(scope, id, row -> row.opensMatter() && (row.due().day() == null || row.due().past(today))),
                today.plusDays(30), "原定日期已过，顺延一个月"), today);
    }

    private List<RowId> rows(Scope scope, UUID id, Predicate<Row> which) {
        return now(scope, id).draft().rows().stream().filter(which).map(Row::id).toList();
    }

    private Deployment now(Scope scope, UUID id) {
        return office.find(scope, id).orElseThrow().deployment();
    }

    private void step(Scope scope, UUID id, int number, Happening what, LocalDate today) {
        if (now(scope, id).last() < number) {
            done(office.take(scope, named("step-" + number + "-" + id), id, number - 1, what, "/deployments/" + id, today));
        }
    }

    private static void done(Performed performed) {
        if (!(performed instanceof Performed.Done)) {
            throw new IllegalStateException("the sample table could not be issued: " + performed);
        }
    }

    private static UUID named(String what) {
        return UUID.nameUUIDFromBytes(("sample-deployment:" + what).getBytes(StandardCharsets.UTF_8));
    }
}
