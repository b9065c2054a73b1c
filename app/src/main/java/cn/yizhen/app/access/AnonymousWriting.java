package cn.yizhen.app.access;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way to write without an act: where an act would tell who or when. Used by 减负直通车 alone; an
 * architecture test keeps it so.
 */
@Component
public class AnonymousWriting {

    private final Transactions transactions;

    AnonymousWriting(Transactions transactions) {
        this.transactions = transactions;
    }

    public <T> T write(Scope scope, Function<JdbcClient, T> work) {
        return transactions.writing(scope, work);
    }
}
