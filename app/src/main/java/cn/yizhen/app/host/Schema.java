package cn.yizhen.app.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the database to what this program knows: forward only. A database that a newer program has
 * already changed is refused before anything is touched, because nothing here could take that back. Where
 * the mark in the database says that this very set of migrations went through, nothing is compared again.
 */
@Component
final class Schema implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private final DatabaseChoice database;
    private volatile boolean migrated;

    Schema(DatabaseChoice database) {
        this.database = database;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (!database.isCurrent()) {
            bringUp(flyway);
            leaveMark();
        }
        migrated = true;
    }

    private static void bringUp(Flyway flyway) {
        var unknown = Arrays.stream(flyway.info().all())
                .filter(one -> one.getVersion() != null && one.getState().isApplied() && !one.getState().isResolved())
                .map(MigrationInfo::getVersion).map(version -> "V" + version.getVersion())
                .collect(Collectors.joining("、"));
        if (!unknown.isEmpty()) {
            throw new CannotStart("这个数据库已由更新版本的一针升级过（本程序不认识 " + unknown + "），没有改动任何内容。",
                    "请用不低于那一版的程序启动；确需退回旧版的，先恢复升级前的备份，见 docs/operations.md「升级与退回」。");
        }
        flyway.migrate();
    }

    /** SHA-256 over all migrations this program carries, names and contents. */
    private static String shipped() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (var file : files) {
                digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                digest.update(MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the last program that brought this database up, all the way to its end, carried the same, and nothing was added since. */
    static boolean isCurrent(DatabaseLogin owner) {
        try (var connection = owner.open(); var sql = connection.createStatement();
                var found = sql.executeQuery("select obj_description('flyway_schema_history'::regclass, 'pg_class'), count(*) from flyway_schema_history")) {
            return found.next() && (shipped() + " " + found.getLong(2)).equals(found.getString(1));
        } catch (SQLException e) {
            // a new database; or one that cannot be reached, which Flyway tells in words the entry point knows
            return false;
        }
    }

    private void leaveMark() {
        try (var connection = database.owner().open(); var sql = connection.createStatement()) {
            sql.execute("do $$ begin execute format('comment on table flyway_schema_history is %L', '" + shipped()
                    + " ' || (select count(*) from flyway_schema_history)); end $$");
        } catch (SQLException e) {
            LOG.warn("数据库结构已是本版，但没有记下标记，下次启动会再核对一遍：{}", e.getMessage());
        }
    }

    @Bean
    HealthCheck migrationsCheck() {
        return new HealthCheck("migrations", () -> migrated ? Optional.empty() : Optional.of("数据库结构还没有更新到本程序的版本。"));
    }
}
