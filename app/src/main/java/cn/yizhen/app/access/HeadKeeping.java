package cn.yizhen.app.access;

import cn.yizhen.app.access.chain.Head;
import cn.yizhen.app.access.chain.HeadFile;
import cn.yizhen.app.crypto.CryptoSettings;
import cn.yizhen.app.crypto.SigningKey;
import cn.yizhen.app.host.ByItself;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Signs the end of the chain once a day and adds it to a file outside the database (每日链头). */
@Component
class HeadKeeping implements ByItself {

    private static final Logger LOG = LoggerFactory.getLogger(HeadKeeping.class);

    private record End(long number, UUID act, byte[] link) {}

    private final Transactions transactions;
    private final HostSettings settings;
    private final Clock clock;
    private final Path folder;
    private final SigningKey key;

    HeadKeeping(Transactions transactions, HostSettings settings, CryptoSettings crypto, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.folder = crypto.headsIn(settings.data());
        this.key = SigningKey.in(settings.data().resolve("secrets"), crypto.chosen());
    }

    /** Adds today's head where the file has none of today; a full disk is told in the log and tried again. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
    void daily() {
        try {
            var file = HeadFile.in(folder);
            var today = LocalDate.now(clock);
            var last = file.last().map(head -> LocalDate.ofInstant(head.at(), clock.getZone()));
            var end = end(Scope.system(settings.county(), "签署链头", AsOf.on(today)));
            if (end.isPresent() && last.filter(day -> !day.isBefore(today)).isEmpty()) {
                file.add(settings.county(), end.get().number(), end.get().act(), end.get().link(), clock.instant(), key);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("链头没有写入 {}：{}。请检查目录与磁盘空间，一分钟后会再试。", folder, e.getMessage());
        }
    }

    /** The end of the chain as it is now, signed, to be carried away by the audit administrator. */
    Optional<Head> now(Scope scope) {
        var end = end(scope);
        return end.isEmpty() ? Optional.empty()
                : Optional.of(Head.now(settings.county(), end.get().number(), end.get().act(), end.get().link(), clock.instant(), key));
    }

    /** The mark of the key that signs, to be noted on paper. */
    String fingerprint() {
        return SigningKey.fingerprint(key.publicKey());
    }

    private Optional<End> end(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("select number, act, link from act_seal order by number desc limit 1")
                .query((row, _) -> new End(row.getLong(1), row.getObject(2, UUID.class), row.getBytes(3))).optional());
    }
}
