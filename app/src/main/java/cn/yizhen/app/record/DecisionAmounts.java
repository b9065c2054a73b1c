package cn.yizhen.app.record;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.record.model.CountyAmount;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The county's own amounts of 三重一大: from how much a project or a payment has to be decided by all together.
 * No rule of the state names a sum; until the county has adopted one, none is checked.
 */
@Component
class DecisionAmounts {

    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;

    DecisionAmounts(Transactions transactions, Acts acts, Ids ids) {
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
    }

    /** Every amount ever adopted, the newest first. */
    List<CountyAmount> all(Scope scope) {
        return transactions.reading(scope, sql -> sql
                .sql("select category, amount, valid_from, paper, adopted_by, adopted_on from decision_amount order by valid_from desc, id desc")
                .query((row, _) -> new CountyAmount(DecisionCategory.valueOf(row.getString(1)), row.getBigDecimal(2),
                        row.getObject(3, java.time.LocalDate.class), row.getString(4), row.getString(5), row.getObject(6, java.time.LocalDate.class)))
                .list());
    }

    /** Adopts an amount from a day on (permission 制度维护), or says every reason why not. */
    Performed adopt(Scope scope, UUID key, CountyAmount amount) {
        var act = new Act(key, "decision-amount.adopted", scope.post().post(), null, null, Map.of("category", amount.category().name(),
                "amount", amount.amount().toPlainString(), "from", amount.from().toString(), "paper", amount.paper()));
        return acts.perform(scope, act, writing -> {
            var reasons = scope.has(Permission.KEEP_INSTITUTIONS) ? amount.faults()
                    : List.of(Reason.of("amount-not-yours", "额度由维护制度的岗位采用。", "请交给县委办政策法规股一类的岗位办理。"));
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            writing.sql().sql("""
                    insert into decision_amount (id, county, act, category, amount, valid_from, paper, adopted_by, adopted_on)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(ids.next(), scope.county(), writing.act(), amount.category().name(), amount.amount(), amount.from(), amount.paper(),
                            amount.adoptedBy(), amount.adoptedOn()).update();
            return Outcome.done("/decisions/amounts");
        });
    }
}
