package cn.yizhen.app.access;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to the database. The first statement of every transaction tells PostgreSQL who asks; its
 * row policies answer for it, and without a scope they answer nothing.
 */
@Component
public class Transactions {

    /** Who asks in the transaction open now, so that a question asked within it under another scope gives it back. */
    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private final JdbcClient sql;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    Transactions(JdbcClient sql, PlatformTransactionManager manager) {
        this.sql = sql;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(manager);
    }

    /** Runs work in a read-only transaction under the scope. Within {@link Acts} it joins that act's transaction. */
    public <T> T reading(Scope scope, Function<JdbcClient, T> work) {
        return inScope(reading, scope, work);
    }

    /** For {@link Acts} and the keeping of sessions and sequence only: a change without an act is no change. */
    <T> T writing(Scope scope, Function<JdbcClient, T> work) {
        return inScope(writing, scope, work);
    }

    private <T> T inScope(TransactionTemplate template, Scope scope, Function<JdbcClient, T> work) {
        var outer = CURRENT.isBound() ? CURRENT.get() : null;
        return ScopedValue.where(CURRENT, scope).call(() -> template.execute(status -> {
            tell(scope);
            var result = work.apply(sql);
            if (result instanceof Refusal) {
                status.setRollbackOnly();
            }
            if (outer != null) {
                tell(outer);
            }
            return result;
        }));
    }

    private void tell(Scope scope) {
        sql.sql("""
                select set_config('yizhen.county', :county, true), set_config('yizhen.account', :account, true),
                       set_config('yizhen.roots', :roots, true), set_config('yizhen.kinds', :kinds, true),
                       set_config('yizhen.permissions', :permissions, true), set_config('yizhen.system', :system, true),
                       set_config('yizhen.person', :person, true)
                """)
                .param("county", scope.county())
                .param("account", scope.account().toString())
                .param("roots", joined(scope.roots().stream().map(root -> root.value().toString())))
                .param("kinds", joined(scope.kinds().stream()))
                .param("permissions", joined(scope.permissions().stream().map(Permission::name)))
                .param("system", scope.purpose() == null ? "" : scope.purpose())
                .param("person", scope.person() == null ? "" : scope.person().toString())
                .query((row, number) -> 1)
                .single();
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining(","));
    }

    /** A result that must leave no trace in the database. */
    interface Refusal {}
}
