package cn.yizhen.app.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to the database. The first statement of every transaction tells PostgreSQL who asks; its
 * row policies answer for it, and without a scope they answer nothing.
 */
@Component
public class Transactions {

    /** The transaction open now, so that a question asked within it under another scope gives the scope back. */
    private static final ScopedValue<Open> CURRENT = ScopedValue.newInstance();

    /**
     * @param page what a page's transaction has worked out for all its questions; null in any other
     */
    private record Open(Scope scope, @Nullable Map<Object, Object> page) {}

    /** A piece of work that may fail in its own way. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    private record Failed(Exception cause) {}

    private final JdbcClient sql;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final TransactionTemplate apart;

    Transactions(JdbcClient sql, PlatformTransactionManager manager) {
        this.sql = sql;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Everything a page asks, in one read-only transaction: one connection, and versions looked up once. */
    public <T> T page(Scope scope, Work<T> work) throws Exception {
        var open = new Open(scope, new HashMap<>());
        Object made = ScopedValue.where(CURRENT, open).call(() -> reading.execute(status -> {
            tell(scope);
            try {
                return work.run();
            } catch (Exception failed) {
                status.setRollbackOnly();
                return new Failed(failed);
            }
        }));
        if (made instanceof Failed(var cause)) {
            throw cause;
        }
        @SuppressWarnings("unchecked")
        T result = (T) made;
        return result;
    }

    /**
     * The same as {@link #reading}, but asked once for all of a page.
     *
     * @param about equal for equal questions of one county, whoever asks
     */
    @SuppressWarnings("unchecked")
    public <T> T once(Scope scope, Object about, Function<JdbcClient, T> work) {
        var page = CURRENT.isBound() ? CURRENT.get().page() : null;
        if (page == null) {
            return reading(scope, work);
        }
        var key = List.of(scope.county(), about);
        var kept = page.get(key);
        if (kept == null) {
            kept = reading(scope, work);
            page.put(key, kept);
        }
        return (T) kept;
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
        if (outer != null && outer.page() != null) {
            return template == reading ? onPage(outer, scope, work) : inTransaction(apart, null, scope, work);
        }
        return inTransaction(template, outer == null ? null : outer.scope(), scope, work);
    }

    private <T> T onPage(Open outer, Scope scope, Function<JdbcClient, T> work) {
        if (outer.scope().equals(scope)) {
            return work.apply(sql);
        }
        tell(scope);
        try {
            return ScopedValue.where(CURRENT, new Open(scope, outer.page())).call(() -> work.apply(sql));
        } finally {
            tell(outer.scope());
        }
    }

    private <T> T inTransaction(TransactionTemplate template, @Nullable Scope outer, Scope scope, Function<JdbcClient, T> work) {
        return ScopedValue.where(CURRENT, new Open(scope, null)).call(() -> template.execute(status -> {
            if (!scope.equals(outer)) {
                tell(scope);
            }
            var result = work.apply(sql);
            if (result instanceof Refusal) {
                status.setRollbackOnly();
            }
            if (outer != null && !scope.equals(outer)) {
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
