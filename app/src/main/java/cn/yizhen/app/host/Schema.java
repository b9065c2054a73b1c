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
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the database to what this program knows: forward only. A database that a newer program has
 * already changed is refused before anything is touched, because nothing here could take that back. Where
 * the mark in the database says that this very set of migrations went through, nothing is compared again,
 * and Flyway is not even put together.
 */
final class Schema {

    private static final String FOLDER = "classpath:db/migration";
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private Schema() {}

    /** @throws CannotStart when it cannot be reached, or a newer program has changed it */
    static void bringUp(DatabaseLogin owner) {
        if (isCurrent(owner)) {
            return;
        }
        var flyway = Flyway.configure().dataSource(owner.url(), owner.user(), owner.password())
                .locations(FOLDER).outOfOrder(true).validateMigrationNaming(true).load();
        var unknown = Arrays.stream(flyway.info().all())
                .filter(one -> one.getVersion() != null && one.getState().isApplied() && !one.getState().isResolved())
                .map(MigrationInfo::getVersion).map(version -> "V" + version.getVersion())
                .collect(Collectors.joining("、"));
        if (!unknown.isEmpty()) {
            throw new CannotStart("这个数据库已由更新版本的一针升级过（本程序不认识 " + unknown + "），没有改动任何内容。",
                    "请用不低于那一版的程序启动；确需退回旧版的，先恢复升级前的备份，见 docs/operations.md「升级与退回」。");
        }
        flyway.migrate();
        leaveMark(owner);
    }

    /** What is wrong with it while the program runs: a newer one may have changed it meanwhile. */
    static Optional<String> trouble(DatabaseLogin owner) {
        try (var connection = owner.open(); var sql = connection.createStatement();
                var found = sql.executeQuery("select script from flyway_schema_history where success and version is not null")) {
            var known = Arrays.stream(files()).map(Resource::getFilename).collect(Collectors.toSet());
            while (found.next()) {
                if (!known.contains(found.getString(1))) {
                    return Optional.of("数据库结构已由更新版本的程序升级过，请换用那一版。");
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("数据库连接不上，结构的版本没有核对。");
        }
    }

    /** SHA-256 over all migrations this program carries, names and contents. */
    private static String shipped() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files = files();
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

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(FOLDER + "/*.sql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the last program that brought this database up, all the way to its end, carried the same, and nothing was added since. */
    private static boolean isCurrent(DatabaseLogin owner) {
        try (var connection = owner.reached(); var sql = connection.createStatement();
                var found = sql.executeQuery("select obj_description('flyway_schema_history'::regclass, 'pg_class'), count(*) from flyway_schema_history")) {
            return found.next() && (shipped() + " " + found.getLong(2)).equals(found.getString(1));
        } catch (SQLException e) {
            // a new database
            return false;
        }
    }

    private static void leaveMark(DatabaseLogin owner) {
        try (var connection = owner.open(); var sql = connection.createStatement()) {
            sql.execute("do $$ begin execute format('comment on table flyway_schema_history is %L', '" + shipped()
                    + " ' || (select count(*) from flyway_schema_history)); end $$");
        } catch (SQLException e) {
            LOG.warn("数据库结构已是本版，但没有记下标记，下次启动会再核对一遍：{}", e.getMessage());
        }
    }
}
