package cn.yizhen.app.host;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Brings the database to what this program knows: forward only. A database that a newer program has
 * already changed is refused before anything is touched, because nothing here could take that back.
 */
@Component
final class Schema implements FlywayMigrationStrategy {

    private volatile boolean migrated;

    @Override
    public void migrate(Flyway flyway) {
        var unknown = Arrays.stream(flyway.info().all())
                .filter(one -> one.getVersion() != null && one.getState().isApplied() && !one.getState().isResolved())
                .map(MigrationInfo::getVersion).map(version -> "V" + version.getVersion())
                .collect(Collectors.joining("、"));
        if (!unknown.isEmpty()) {
            throw new CannotStart("这个数据库已由更新版本的一针升级过（本程序不认识 " + unknown + "），没有改动任何内容。",
                    "请用不低于那一版的程序启动；确需退回旧版的，先恢复升级前的备份，见 docs/operations.md「升级与退回」。");
        }
        flyway.migrate();
        migrated = true;
    }

    @Bean
    HealthCheck migrationsCheck() {
        return new HealthCheck("migrations", () -> migrated ? Optional.empty() : Optional.of("数据库结构还没有更新到本程序的版本。"));
    }
}
