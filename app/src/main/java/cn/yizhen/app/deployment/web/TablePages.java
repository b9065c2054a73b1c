package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Party;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.app.deployment.storage.Journal;
import cn.yizhen.app.deployment.storage.Notice;
import cn.yizhen.app.deployment.storage.SharedRow;
import cn.yizhen.app.deployment.storage.SharedRows;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.UnitId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The table as those outside the office see it: to object to while they are asked, to read once it is issued. */
@Controller
class TablePages {

    private final Transactions transactions;
    private final SharedRows shared;
    private final Journal journal;
    private final Office office;
    private final Counties counties;
    private final Sheets sheets;

    TablePages(Transactions transactions, SharedRows shared, Journal journal, Office office, Counties counties, Sheets sheets) {
        this.transactions = transactions;
        this.shared = shared;
        this.journal = journal;
        this.office = office;
        this.counties = counties;
        this.sheets = sheets;
    }

    @GetMapping("/deployments/{id}/table")
    ModelAndView table(Scope scope, @PathVariable UUID id, @RequestParam(defaultValue = "") String unit) {
        return table(scope, id, unit, List.of(), null);
    }

    ModelAndView table(Scope scope, UUID id, String unit, List<Reason> reasons, EditForms.@Nullable Form form) {
        var whole = office.find(scope, id);
        var county = counties.today(scope);
        var names = ChargeTables.leadable(county).stream().map(u -> u.shortName()).distinct().toList();
        var page = transactions.reading(scope, sql -> {
            var notice = shared.notice(sql, id);
            var rows = whole.isPresent() ? List.<SharedRow>of() : shared.of(sql, id);
            if (whole.isEmpty() && (notice.isEmpty() || rows.isEmpty())) {
                throw new NotHere();
            }
            var units = scope.posts().stream().map(post -> post.unit()).distinct().toList();
            var concerned = shared.concerning(sql, units).stream().filter(row -> row.deployment().equals(id)).map(row -> row.row().id()).toList();
            var groups = ChargeTables.groups(county, rows.stream().flatMap(row -> row.row().assignment().supporting().stream()).map(Party::name).toList(), unit);
            return new TablePage(id, notice.orElse(null), rows, concerned, groups, journal.objections(sql, id), names, unit, post(scope), sheets.today(), sheets.key(),
                    reasons, form == null ? Map.of() : Way.typed(form));
        });
        var frame = whole.map(stored -> Frame.of(stored.deployment(), "table"))
                .orElseGet(() -> Frame.outside(page.title(), stage(page.notice())));
        var view = new ModelAndView(whole.isPresent() ? "deployment/export" : "deployment/table", Map.of("frame", frame, "page", page));
        view.setStatus(reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** The post lists are taken out and objections entered under: the drafting one where there is one. */
    static String post(Scope scope) {
        return Sheets.post(scope).orElse(scope.posts().isEmpty() ? "" : scope.posts().getFirst().post().toString());
    }

    private static Stage stage(@Nullable Notice notice) {
        if (notice == null) {
            return Stage.DRAFTING;
        }
        return switch (notice.kind()) {
            case ASKED -> Stage.CONSULTING;
            case CLOSED -> Stage.SUBMITTED;
            case ISSUED, ADJUSTED -> Stage.ISSUED;
        };
    }
}
