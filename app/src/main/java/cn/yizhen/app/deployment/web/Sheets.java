package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Effort;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Duplicate;
import cn.yizhen.app.deployment.model.Link;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.storage.SharedRows;
import cn.yizhen.app.deployment.storage.Stored;
import cn.yizhen.rules.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a page of the drafting office shows. */
@Component
class Sheets {

    private final Transactions transactions;
    private final SharedRows shared;
    private final Counties counties;
    private final Effort effort;
    private final Ids ids;
    private final Clock clock;

    Sheets(Transactions transactions, SharedRows shared, Counties counties, Effort effort, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.shared = shared;
        this.counties = counties;
        this.effort = effort;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was asked for in the address of the two panes. */
    record Asked(String filter, @Nullable RowId row, int line) {}

    Review review(Scope scope, Stored stored, Asked asked, List<Reason> reasons, Map<String, String> typed) {
        var deployment = stored.deployment();
        var names = ChargeTables.leadable(counties.today(scope)).stream().map(unit -> unit.shortName()).distinct().toList();
        return new Review(deployment, post(scope).orElse(""), Filter.of(asked.filter()), asked.row(), asked.line(),
                Duplicate.in(deployment.draft(), elsewhere(scope, stored.id())), effort.table(), names, today(), ids.next(), reasons, typed);
    }

    UUID key() {
        return ids.next();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The post documents are drafted under, for the addresses of forms. */
    static Optional<String> post(Scope scope) {
        return scope.posts().stream()
                .filter(post -> post.permissions().contains(Permission.DRAFT_DEPLOYMENT))
                .map(post -> post.post().toString())
                .findFirst();
    }

    Map<Link, String> elsewhere(Scope scope, UUID id) {
        return transactions.reading(scope, sql -> shared.issuedElsewhere(sql, id));
    }
}
