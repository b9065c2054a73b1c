package cn.yizhen.app.access;

import cn.yizhen.app.access.chain.Facts;
import cn.yizhen.app.access.chain.Link;
import cn.yizhen.app.access.chain.Shape;
import cn.yizhen.app.host.HealthCheck;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Chains the numbered acts, one sealer at a time and always behind the writers: it reads what is committed
 * and adds rows nobody else waits for. A round is one transaction, so a killed program goes on where the
 * last whole round ended. See {@code docs/decisions/0126-the-chain-covers-what-an-act-noted.md}.
 */
@Component
public class ActSealer {

    private static final long ONE_SEALER = 0x59495A48454E32L;
    private static final int AT_ONCE = 500;
    /** Acts are sealed within a second; this much later somebody should look. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private record Numbered(long number, UUID act, byte[] digest) {}

    /** @param shape the shape of the last seal, or null before the first */
    private record End(long number, byte[] link, @Nullable String shape) {}

    private final Transactions transactions;
    private final HostSettings settings;
    private final Clock clock;

    ActSealer(Transactions transactions, HostSettings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Seals every numbered act that has no seal yet; answers how many there were. */
    public int round() {
        var scope = Scope.system(settings.county(), "封存操作记录", AsOf.on(LocalDate.now(clock)));
        int all = 0;
        for (int some = AT_ONCE; some == AT_ONCE; all += some) {
            some = transactions.writing(scope, this::sealSome);
        }
        return all;
    }

    private int sealSome(JdbcClient sql) {
        sql.sql("select pg_advisory_xact_lock(?)").param(ONE_SEALER).query((row, _) -> 1).single();
        var end = sql.sql("select number, link, shape from act_seal order by number desc limit 1")
                .query((row, _) -> new End(row.getLong(1), row.getBytes(2), row.getString(3))).optional()
                .orElseGet(() -> new End(0, Link.beginning(settings.county()), null));
        var waiting = sql.sql("""
                select o.number, o.act, a.digest from act_order o join act a on a.id = o.act
                where o.number > ? order by o.number limit ?
                """).params(end.number(), AT_ONCE)
                .query((row, _) -> new Numbered(row.getLong(1), row.getObject(2, UUID.class), row.getBytes(3))).list();
        if (!waiting.isEmpty()) {
            seal(sql, end, waiting);
        }
        return waiting.size();
    }

    private void seal(JdbcClient sql, End end, List<Numbered> waiting) {
        var shape = Shape.now(sql);
        sql.sql("insert into seal_shape (id, county, columns) values (?, ?, ?) on conflict do nothing")
                .params(shape.id(), settings.county(), shape.columns()).update();
        var facts = Facts.of(sql, shape, waiting.stream().map(Numbered::act).toList());
        var before = end.link();
        for (var one : waiting) {
            var noted = facts.getOrDefault(one.act(), new Facts(Map.of()));
            if (one == waiting.getFirst() && !shape.id().equals(end.shape())) {
                noted = noted.and(Facts.before(sql, end.shape() == null ? null : Shape.stored(sql, end.shape()), shape, one.number()));
            }
            var link = new Link(one.number(), one.act(), one.digest(), shape.id(), noted.text());
            before = link.after(before);
            sql.sql("insert into act_seal (number, county, act, digest, shape, facts, link, at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(link.number(), settings.county(), link.act(), link.digest(), link.shape(), link.facts(), before,
                            Timestamp.from(clock.instant())).update();
        }
    }

    @Bean
    HealthCheck sealingCheck() {
        return new HealthCheck("sealing", () -> {
            var scope = Scope.system(settings.county(), "核对封存", AsOf.on(LocalDate.now(clock)));
            var late = transactions.reading(scope, sql -> sql.sql("""
                    select exists (select from act_order o join act a on a.id = o.act
                                   where o.number > coalesce((select max(number) from act_seal), 0) and a.at < ?)
                    """).param(Timestamp.from(clock.instant().minus(LATE))).query(Boolean.class).single());
            return late ? Optional.of("有操作超过 " + LATE.toSeconds() + " 秒还没有封存。") : Optional.empty();
        });
    }
}
