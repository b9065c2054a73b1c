package cn.yizhen.app.access;

import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Performs acts: once per account and key, in one transaction with everything they change, refusing what
 * was decided on an outdated view.
 *
 * <p>An act keeps canonical bytes (JSON, keys sorted, UTF-8) and their SM3 digest.
 */
@Component
public class Acts {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Acts(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Performs an act. The work answers where to go next, or refuses with all its reasons; a refusal
     * leaves nothing behind, so the same form may be sent again once mended.
     */
    public Performed perform(Scope scope, Act act, Function<Writing, Outcome<String>> work) {
        return transactions.writing(scope, sql -> performIn(scope, act, work, sql));
    }

    private Performed performIn(Scope scope, Act act, Function<Writing, Outcome<String>> work, JdbcClient sql) {
        lock(sql, scope.account(), act.key());
        var earlier = earlier(sql, scope, act.key());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (act.subject() != null) {
            lock(sql, act.subject(), act.subject());
            var latest = latestOn(sql, act.subject());
            if (latest.isPresent() && !latest.get().equals(act.basedOn())) {
                return new Performed.Overtaken(latest.get());
            }
        }
        var id = ids.next();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = new Row(id, at, act);
        row.insert(sql, scope);
        return switch (work.apply(new Writing(scope, id, at, sql))) {
            case Outcome.Refused<String>(var reasons) -> new Performed.Refused(reasons);
            case Outcome.Done<String>(var result) -> {
                sql.sql("insert into act_result (act, county, result) values (?, ?, ?)")
                        .params(id, scope.county(), result).update();
                yield new Performed.Done(id, result, false);
            }
        };
    }

    /** The newest act on a subject, to be named by the next change as what it is based on. */
    public Optional<UUID> latestOn(Scope scope, UUID subject) {
        return transactions.reading(scope, sql -> latestOn(sql, subject));
    }

    private static Optional<UUID> latestOn(JdbcClient sql, UUID subject) {
        return sql.sql("select act from act_trail where subject = ? order by seq desc limit 1")
                .param(subject).query(UUID.class).optional();
    }

    private static Optional<Performed> earlier(JdbcClient sql, Scope scope, UUID key) {
        return sql.sql("select a.id, r.result from act a join act_result r on r.act = a.id where a.account = ? and a.key = ?")
                .params(scope.account(), key)
                .query((row, number) -> (Performed) new Performed.Done(
                        row.getObject(1, UUID.class), row.getString(2), true))
                .optional();
    }

    /** Two forms with the same key, or two changes of one subject, take turns; others do not wait. */
    private static void lock(JdbcClient sql, UUID first, UUID second) {
        sql.sql("select pg_advisory_xact_lock(?)")
                .param(first.getMostSignificantBits() ^ first.getLeastSignificantBits() * 31 ^ second.getLeastSignificantBits())
                .query((row, number) -> 1).single();
    }

    private record Row(UUID id, Instant at, Act act) {

        void insert(JdbcClient sql, Scope scope) {
            var content = canonical(scope);
            var seq = sql.sql("""
                    insert into act (id, county, account, post, kind, subject, based_on, key, at, content, digest)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning seq
                    """)
                    .params(id, scope.county(), scope.account(), act.post() == null ? null : act.post().value(), act.kind(),
                            act.subject(), act.basedOn(), act.key(), Timestamp.from(at), content, Sm3.digest(content))
                    .query(Long.class).single();
            sql.sql("insert into act_pending (act, county) values (?, ?)").params(id, scope.county()).update();
            sql.sql("insert into act_trail (act, county, subject, seq) values (?, ?, ?, ?)")
                    .params(id, scope.county(), act.subject() == null ? id : act.subject(), seq).update();
        }

        private byte[] canonical(Scope scope) {
            var fields = new TreeMap<String, Object>();
            fields.put("id", id.toString());
            fields.put("county", scope.county());
            fields.put("account", scope.account().toString());
            fields.put("kind", act.kind());
            fields.put("key", act.key().toString());
            fields.put("at", at.toString());
            fields.put("content", act.content());
            if (act.post() != null) {
                fields.put("post", act.post().toString());
            }
            if (act.subject() != null) {
                fields.put("subject", act.subject().toString());
            }
            if (act.basedOn() != null) {
                fields.put("basedOn", act.basedOn().toString());
            }
            return CANONICAL.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
        }
    }
}
