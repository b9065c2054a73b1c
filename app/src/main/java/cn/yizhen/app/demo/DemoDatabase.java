package cn.yizhen.app.demo;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The last guard that no county's data ever mix with invented ones. */
@Component
class DemoDatabase {

    private final Transactions transactions;
    private final Clock clock;

    DemoDatabase(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The day the database was created as a demo.
     *
     * @throws IllegalStateException when it was created for anything else
     */
    LocalDate createdOn(Scope scope) {
        return transactions.reading(scope, sql -> sql
                .sql("select created from installation where demo and county = ?")
                .param(scope.county())
                .query((row, _) -> row.getTimestamp(1).toInstant().atZone(clock.getZone()).toLocalDate())
                .optional()
                .orElseThrow(() -> new IllegalStateException("this database was not created as a demo")));
    }
}
