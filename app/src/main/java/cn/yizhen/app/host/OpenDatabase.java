package cn.yizhen.app.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database a command works on, besides the running program: the embedded one of a data directory
 * (reached where it runs, else started for the while), or the operator's own.
 */
public final class OpenDatabase implements AutoCloseable {

    /** The options every command that needs a database knows. */
    public static final Set<String> OPTIONS = Set.of("--data", "--jdbc", "--user", "--password-file");

    private final DatabaseLogin backup;
    private final DatabaseLogin owner;
    private final DatabaseLogin app;
    private final @Nullable Path data;
    private final @Nullable DataDirectory taken;
    private final @Nullable EmbeddedPostgres started;

    private OpenDatabase(DatabaseLogin backup, DatabaseLogin owner, DatabaseLogin app, @Nullable Path data,
            @Nullable DataDirectory taken, @Nullable EmbeddedPostgres started) {
        this.backup = backup;
        this.owner = owner;
        this.app = app;
        this.data = data;
        this.taken = taken;
        this.started = started;
    }

    /** As the words ask: {@code --jdbc URL --user NAME --password-file FILE}, or {@code --data DIR}. */
    public static OpenDatabase of(Words words) {
        if (words.has("--jdbc")) {
            var login = new DatabaseLogin(words.value("--jdbc").orElseThrow(), words.value("--user").orElse("yizhen_backup"),
                    password(words.neededFile("--password-file")));
            return new OpenDatabase(login, login, login, null, null, null);
        }
        return in(words.file("--data").orElse(Path.of("data")));
    }

    /** The embedded database of this directory; the program may be running on it. */
    public static OpenDatabase in(Path data) {
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new CannotStart("目录 " + data.toAbsolutePath() + " 里没有内置数据库。", "请用 --data 指定数据目录，或用 --jdbc 指定外部数据库。");
        }
        if (!DataDirectory.isTaken(data)) {
            return alone(data);
        }
        var url = "jdbc:postgresql://127.0.0.1:" + EmbeddedPostgres.runningPort(data) + "/" + PostgresRoles.DATABASE;
        return new OpenDatabase(login(url, data, "backup"), login(url, data, "owner"), login(url, data, "app"), data, null, null);
    }

    /** The embedded database of this directory, for this command alone. */
    public static OpenDatabase alone(Path data) {
        var taken = DataDirectory.take(data);
        try {
            var server = EmbeddedPostgres.start(taken);
            return new OpenDatabase(server.backup(), server.owner(), server.app(), data, taken, server);
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    /** A new embedded database in a directory that is made for it. */
    public static OpenDatabase fresh(Path data) {
        return alone(data);
    }

    /**
     * Removes a directory that a killed command left half-made, its server with it.
     *
     * @throws CannotStart when the command is still at it
     */
    public static void removeLeftOver(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        if (DataDirectory.isTaken(data)) {
            throw new CannotStart("目录 " + data.toAbsolutePath() + " 正由另一个恢复使用。", "请等它做完，或换一个 --data。");
        }
        EmbeddedPostgres.stopLeftOver(data);
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static DatabaseLogin login(String url, Path data, String role) {
        return new DatabaseLogin(url, "yizhen_" + role, password(data.resolve("secrets").resolve(role + ".password")));
    }

    /** The password in this file. */
    public static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("口令文件 " + file + " 读不出来。", "请核对路径与权限；口令写在只有本人可读的文件里，不写在命令行上。");
        }
    }

    /** As the role that may read everything and change nothing. */
    public Connection reading() {
        return backup.reached();
    }

    /** As the owner of the schema. */
    public Connection owning() {
        return owner.reached();
    }

    public DatabaseLogin owner() {
        return owner;
    }

    public DatabaseLogin app() {
        return app;
    }

    /** The data directory, or null for the operator's own database. */
    public @Nullable Path data() {
        return data;
    }

    /** Whether a running program has the directory. */
    public boolean inUse() {
        return data != null && taken == null;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
        if (taken != null) {
            taken.close();
        }
    }
}
