package cn.yizhen.app.institution;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.institution.Overlay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What governs this county, for every module that asks what is to be done. */
@Component
public class Institutions {

    /** How many adopted values and days of use there are; both are only ever added to, so this is a version. */
    private record Count(int values, int uses) {}

    private record Made(Count count, Rulebook rulebook) {}

    private final ShippedCatalogue shipped;
    private final LocalValues values;
    private final DaysOfUse uses;
    private final Transactions transactions;
    private volatile @Nullable Made latest;

    Institutions(ShippedCatalogue shipped, LocalValues values, DaysOfUse uses, Transactions transactions) {
        this.shipped = shipped;
        this.values = values;
        this.uses = uses;
        this.transactions = transactions;
    }

    /** The rulebook as known at the scope's second point in time. */
    public Rulebook rulebook(Scope scope) {
        return transactions.reading(scope, sql -> {
            var known = scope.asOf().known();
            // counted first: a value adopted meanwhile makes what is kept outdated, never the other way round
            var count = new Count(values.count(sql), uses.count(sql));
            var made = latest;
            if (known == AsOf.LATEST && made != null && made.count().equals(count)) {
                return made.rulebook();
            }
            var adopted = values.known(sql, known);
            var overlaid = Overlay.over(shipped.catalogue(), adopted);
            var rulebook = new Rulebook(overlaid.catalogue(), overlaid.setAside(), adopted, uses.known(sql, known));
            if (known == AsOf.LATEST) {
                latest = new Made(count, rulebook);
            }
            return rulebook;
        });
    }
}
