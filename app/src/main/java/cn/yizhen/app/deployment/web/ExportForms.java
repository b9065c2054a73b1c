package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.Deployments;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Exports;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.storage.Journal;
import cn.yizhen.app.deployment.storage.SharedRows;
import cn.yizhen.app.deployment.storage.Stored;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.layout.TaskLayout;
import cn.yizhen.app.document.layout.TaskTable;
import cn.yizhen.app.web.Download;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every list of the deployment pages as a file, within the asker's scope; each export is an act. */
@Controller
@RequestMapping("/posts/{post}/deployments")
class ExportForms {

    private final Exports exports;
    private final Office office;
    private final Deployments deployments;
    private final Journal journal;
    private final SharedRows shared;
    private final Transactions transactions;
    private final Counties counties;
    private final Sheets sheets;
    private final TablePages tables;

    ExportForms(Exports exports, Office office, Deployments deployments, Journal journal, SharedRows shared, Transactions transactions,
            Counties counties, Sheets sheets, TablePages tables) {
        this.exports = exports;
        this.office = office;
        this.deployments = deployments;
        this.journal = journal;
        this.shared = shared;
        this.transactions = transactions;
        this.counties = counties;
        this.sheets = sheets;
        this.tables = tables;
    }

    /** The 任务分解表, whole or one unit's slice, for the office and for whoever may see its rows. */
    @TakesOut
    @PostMapping("/{id}/exports/table")
    Object table(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var table = office.find(scope, id).map(stored -> TableOfTasks.of(stored.deployment())).or(() -> outside(scope, id)).orElseThrow(NotHere::new);
        var named = form.text("unit");
        if (!named.isEmpty() && unit(scope, named).isEmpty()) {
            return tables.table(scope, id, "", List.of(Reason.of("unit-unknown", "机构表中没有“" + named + "”。", "请写机构表中的全称或者简称。")), form);
        }
        var layout = Arrays.stream(TaskLayout.values()).filter(l -> l.name().equals(form.text("layout"))).findFirst().orElse(TaskLayout.NUMBERED);
        var document = unit(scope, named).map(unit -> slice(scope, table, unit)).orElseGet(() -> table.document(layout, Page.A4_LANDSCAPE));
        return file(scope, form, document);
    }

    /** What the drafting office sees of one document: rows under a filter, opinions, the steps taken. */
    @TakesOut
    @PostMapping("/{id}/exports/{what:rows|objections|steps}")
    Object list(Scope scope, @PathVariable UUID id, @PathVariable String what, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var stored = office.find(scope, id).orElseThrow(NotHere::new);
        return file(scope, form, switch (what) {
            case "rows" -> rows(scope, stored, form.text("filter"));
            case "objections" -> Lists.opinions(stored.deployment());
            default -> Lists.steps(stored.deployment());
        });
    }

    @TakesOut
    @PostMapping("/exports/{what:documents|standing|limits|duties}")
    Object list(Scope scope, @PathVariable String what, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        int year = Math.max(0, form.number("year"));
        return file(scope, form, switch (what) {
            case "documents" -> transactions.reading(scope, sql -> Lists.documents(journal.all(sql), shared.issues(sql)));
            case "standing" -> Lists.lines(year + "年常态推进事项", deployments.standing(scope, year));
            case "limits" -> Lists.lines(year + "年建议的总量控制", deployments.proposedLimits(scope, year));
            default -> Lists.lines(year + "年建议的周期事项", deployments.proposedDuties(scope, year));
        });
    }

    private Document rows(Scope scope, Stored stored, String filter) {
        var review = sheets.review(scope, stored, new Sheets.Asked(filter, null, -1), List.of(), Map.of());
        return Lists.rows(stored.deployment(), review.rows(), Filter.of(filter).label());
    }

    private Document slice(Scope scope, TaskTable table, String unit) {
        var names = table.tasks().stream().flatMap(task -> task.supports().stream()).toList();
        return table.slice(unit, ChargeTables.groups(counties.today(scope), names, unit), Page.A4_LANDSCAPE);
    }

    /** The short name of the unit somebody typed. */
    private Optional<String> unit(Scope scope, String named) {
        return counties.today(scope).units().stream()
                .filter(unit -> unit.shortName().equals(named) || unit.name().equals(named))
                .map(unit -> unit.shortName()).findFirst();
    }

    private Optional<TaskTable> outside(Scope scope, UUID id) {
        return transactions.reading(scope, sql -> shared.standing(sql, id).map(notice -> TableOfTasks.of(notice, shared.of(sql, id))));
    }

    private ResponseEntity<?> file(Scope scope, EditForms.Form form, Document document) {
        boolean word = form.text("kind").equals("docx");
        var name = document.title() + (word ? ".docx" : ".xlsx");
        if (!(exports.note(scope, form.key(), name) instanceof Performed.Done)) {
            throw new NotHere();
        }
        return Download.of(word ? Word.write(document) : Excel.write(document), name, word ? Word.MEDIA_TYPE : Excel.MEDIA_TYPE);
    }
}
