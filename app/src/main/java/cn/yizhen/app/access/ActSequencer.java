package cn.yizhen.app.access;

import cn.yizhen.app.host.HealthCheck;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers committed acts. Each round sees only what is committed and numbers it after all earlier rounds,
 * so the numbers follow the order of commits without any writer waiting for another; within one round
 * they follow the order of insertion. See {@code docs/decisions/0003-acts-in-commit-order.md}.
 */
@Component
public class ActSequencer {

    private static final long ONE_SEQUENCER = 0x59495A48454E31L;
    private static final int AT_ONCE = 1000;

    /** Acts are numbered within a second of their commit; this much later somebody should look. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final HostSettings settings;
    private final Clock clock;

    ActSequencer(Transactions transactions, HostSettings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One round: numbers every act that is committed by now and has no number yet, some at a time, each time in a
     * transaction of its own: after a load of many at once none waits for the last. Returns how many there were.
     */
    public int round() {
        var scope = Scope.system(settings.county(), "为操作编号", AsOf.on(LocalDate.now(clock)));
        var waiting = transactions.reading(scope, ActSequencer::waiting);
        int all = 0;
        for (int from = 0; from < waiting.size(); from += AT_ONCE) {
            var some = waiting.subList(from, Math.min(from + AT_ONCE, waiting.size())).toArray(UUID[]::new);
            all += transactions.writing(scope, sql -> number(sql, some));
        }
        return all;
    }

    private static List<UUID> waiting(JdbcClient sql) {
        byKey(sql);
        return sql.sql("select a.id from act_pending p join act a on a.id = p.act order by a.seq").query(UUID.class).list();
    }

    /** Those of these acts which no other program has numbered meanwhile. */
    private static int number(JdbcClient sql, UUID[] acts) {
        var alone = sql.sql("select pg_try_advisory_xact_lock(?)").param(ONE_SEQUENCER).query(Boolean.class).single();
        if (!alone) {
            return 0;
        }
        byKey(sql);
        return sql.sql("""
                with done as (delete from act_pending where act = any(?) returning act)
                insert into act_order (act, number, county)
                select a.id, (select coalesce(max(number), 0) from act_order) + row_number() over (order by a.seq), a.county
                from done join act a on a.id = done.act
                """).param(acts).update();
    }

    /** Right after many acts at once the database still takes the tables for empty ones and would read all of them for each act. */
    private static void byKey(JdbcClient sql) {
        sql.sql("select set_config('enable_seqscan', 'off', true)").query((_, _) -> 1).single();
    }

    @Bean
    HealthCheck numberingCheck() {
        return new HealthCheck("numbering", () -> {
            var scope = Scope.system(settings.county(), "核对编号", AsOf.on(LocalDate.now(clock)));
            var late = transactions.reading(scope, sql -> sql.sql(
                    "select exists (select from act_pending p join act a on a.id = p.act where a.at < ?)")
                    .param(Timestamp.from(clock.instant().minus(LATE))).query(Boolean.class).single());
            return late ? Optional.of("有操作超过 " + LATE.toSeconds() + " 秒还没有编号。") : Optional.empty();
        });
    }
}
