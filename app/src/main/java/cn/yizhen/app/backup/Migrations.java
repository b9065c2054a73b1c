package cn.yizhen.app.backup;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.DatabaseLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings an empty database exactly to the migrations a backup had gone through; later ones follow at the next start. */
final class Migrations {

    private Migrations() {}

    /** @throws CannotStart when the backup went through migrations this program does not know */
    static void refuseNewer(Manifest manifest) throws IOException {
        var known = shipped();
        var unknown = manifest.migrations().stream().filter(script -> !known.containsKey(script)).toList();
        if (!unknown.isEmpty()) {
            throw new CannotStart("备份来自比这个程序更新的版本（" + manifest.program() + "，含 " + unknown.getFirst() + (unknown.size() > 1 ? " 等 " + unknown.size() + " 项" : "") + "）。",
                    "请用生成备份的那一版程序或更新的版本恢复。");
        }
    }

    static void apply(Manifest manifest, DatabaseLogin owner, Path scratch) throws IOException {
        var chosen = Files.createDirectories(scratch);
        try {
            for (var shipped : shipped().entrySet()) {
                if (manifest.migrations().contains(shipped.getKey()) || shipped.getKey().startsWith("afterMigrate")) {
                    try (var content = shipped.getValue().getInputStream()) {
                        Files.copy(content, chosen.resolve(shipped.getKey()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            flyway(owner, "filesystem:" + chosen.toAbsolutePath()).migrate();
        } finally {
            remove(chosen);
        }
    }

    /** Back to an empty schema. */
    static void clean(DatabaseLogin owner) {
        flyway(owner, "classpath:db/migration").clean();
    }

    private static Flyway flyway(DatabaseLogin owner, String location) {
        return Flyway.configure().dataSource(owner.url(), owner.user(), owner.password()).locations(location).outOfOrder(true).cleanDisabled(false).load();
    }

    private static Map<String, Resource> shipped() throws IOException {
        var shipped = new HashMap<String, Resource>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql")) {
            shipped.put(resource.getFilename(), resource);
        }
        return shipped;
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : List.copyOf(files.sorted(java.util.Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
