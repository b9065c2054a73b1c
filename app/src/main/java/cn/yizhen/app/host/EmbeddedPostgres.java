package cn.yizhen.app.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server beside the program: durable (fsync on), loopback only, scram-sha-256 from its
 * first second, with generated passwords in 0600 files.
 *
 * <p>A server left over by a killed program is stopped first, so that the next start just works. See
 * {@code docs/decisions/0002-embedded-postgresql.md}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "yizhen_superuser";
    static final String DATABASE = "yizhen";

    /** Values of rows stay out of the server's log; a ring of twelve months in {@code postgres/log}. */
    private static final String LOGGING = " -c log_error_verbosity=terse -c log_min_error_statement=panic"
            + " -c log_parameter_max_length=0 -c log_parameter_max_length_on_error=0"
            + " -c logging_collector=on -c log_filename=postgres-%m.log -c log_rotation_age=1440 -c log_rotation_size=0"
            + " -c log_truncate_on_rotation=on";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration WATCHED_EVERY = Duration.ofSeconds(1);
    private static final long TOLD_EVERY = TimeUnit.MINUTES.toNanos(1);

    private final Path home;
    private final Path cluster;
    private final List<String> asServerUser;
    private final int port;
    private final DataDirectory directory;
    private final List<String> settings;
    private boolean closed;

    private EmbeddedPostgres(
            Path home, Path cluster, List<String> asServerUser, int port, DataDirectory directory, List<String> settings) {
        this.settings = settings;
        this.home = home;
        this.cluster = cluster;
        this.asServerUser = asServerUser;
        this.port = port;
        this.directory = directory;
    }

    /** Starts the server in this directory, creating and preparing the database at the first start. */
    public static EmbeddedPostgres start(DataDirectory directory) {
        return start(directory, null, List.of());
    }

    /** @param settings of the server besides the usual ones, as {@code wal_level=logical} */
    public static EmbeddedPostgres start(DataDirectory directory, List<String> settings) {
        return start(directory, null, settings);
    }

    /** @param unpacked the server programs that came beside the program, or null for those packed in it */
    static EmbeddedPostgres start(DataDirectory directory, @Nullable Path unpacked, List<String> settings) {
        try {
            var home = unpacked == null ? PostgresBinaries.unpackedIn(directory.root().resolve("bin")) : PostgresBinaries.at(unpacked);
            var server = new EmbeddedPostgres(
                    home, directory.root().resolve("postgres"), ServerUser.prefix(), freePort(), directory, settings);
            server.stopLeftOver();
            server.initialise();
            server.launch();
            server.prepareOrStop();
            Thread.ofVirtual().name("postgres").start(server::watch);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** Owns the server; for what only a database's administrator does. */
    public DatabaseLogin superuser() {
        return new DatabaseLogin(url(), SUPERUSER, directory.secret("superuser.password"));
    }

    /** Owns the schema; migrations only. */
    public DatabaseLogin owner() {
        return new DatabaseLogin(url(), "yizhen_owner", directory.secret("owner.password"));
    }

    /** What the program connects as: no superuser, no BYPASSRLS, owner of nothing. */
    public DatabaseLogin app() {
        return new DatabaseLogin(url(), "yizhen_app", directory.secret("app.password"));
    }

    /** Reads every row past the policies and changes nothing; backup and audit only. */
    DatabaseLogin backup() {
        return new DatabaseLogin(url(), "yizhen_backup", directory.secret("backup.password"));
    }

    /** The port of a server that runs on this directory. */
    static int runningPort(Path data) {
        try {
            return Integer.parseInt(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip());
        } catch (IOException | RuntimeException e) {
            throw new CannotStart("平台占用着目录 " + data.toAbsolutePath() + "，但它的数据库没有在运行。", "请等平台启动完成，或停止平台后再执行。");
        }
    }

    private void initialise() throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        directory.secret("superuser.password");
        run("initdb", "-D", cluster.toString(), "-U", SUPERUSER, "--auth=scram-sha-256",
                "--pwfile=" + directory.root().resolve("secrets/superuser.password"),
                "-E", "UTF8", "--locale=" + locale());
    }

    /** pg_trgm keeps Chinese characters only under a UTF-8 LC_CTYPE. */
    private static String locale() {
        return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    private void launch() {
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c max_connections=60 -c shared_buffers=128MB -c timezone=Asia/Shanghai"
                + " -c password_encryption=scram-sha-256" + LOGGING
                + settings.stream().map(setting -> " -c " + setting).collect(Collectors.joining());
        // after a power cut the server first goes through its log, on a slow disk for minutes
        run("pg_ctl", "start", "-w", "-t", "300", "-s", "-D", cluster.toString(),
                "-l", directory.root().resolve("postgres.log").toString(), "-o", options);
    }

    /** Stops the server a killed command left running on this directory, which nobody else has. */
    static void stopLeftOver(Path data) {
        var home = data.resolve("bin/postgres-18");
        if (Files.exists(home.resolve("bin/pg_ctl"))) {
            try (var taken = DataDirectory.take(data)) {
                new EmbeddedPostgres(home.toAbsolutePath(), taken.root().resolve("postgres"), ServerUser.prefix(), 0, taken, List.of()).stopLeftOver();
            }
        }
    }

    /** A server that is gone while the program runs (killed, or it gave up over a full disk) is brought back. */
    private void watch() {
        for (long told = System.nanoTime() - TOLD_EVERY; !isClosed(); ) {
            try {
                Thread.sleep(WATCHED_EVERY);
                if (bringBack()) {
                    LOG.warn("内置数据库曾经停止，已重新启动。");
                }
            } catch (CannotStart notYet) {
                if (System.nanoTime() - told >= TOLD_EVERY) {
                    LOG.error("内置数据库停止了，还没能重新启动，会一直再试：{} {}", notYet.getMessage(), notYet.nextStep());
                    told = System.nanoTime();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Starts the server again where nobody listens any more; answers whether it had to.
     *
     * @throws CannotStart when it does not start yet, as while the disk is full or processes of the killed one linger
     */
    synchronized boolean bringBack() {
        if (closed || isListening()) {
            return false;
        }
        launch();
        return true;
    }

    private boolean isListening() {
        try (var tried = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return tried.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void stopLeftOver() {
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            stop();
        }
    }

    /** A server that could not be made ready, for want of disk perhaps, is not left running on files nobody owns. */
    private void prepareOrStop() {
        try {
            prepare();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void prepare() {
        var login = new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER,
                directory.secret("superuser.password"));
        try (var connection = login.open(); var sql = connection.createStatement()) {
            for (var role : List.of(owner(), app())) {
                sql.execute("""
                        do $$ begin
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls password '%2$s';
                          end if;
                        end $$""".formatted(role.user(), role.password()));
            }
            prepareBackup(sql);
            try (var found = sql.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            sql.execute("create database " + DATABASE + " owner yizhen_owner");
            sql.execute("revoke all on database " + DATABASE + " from public");
            sql.execute("grant connect on database " + DATABASE + " to yizhen_app, yizhen_backup");
        } catch (SQLException e) {
            throw new CannotStart("内置数据库未能准备好：" + e.getMessage(),
                    "请查看 " + cluster.resolve("log"));
        }
    }

    /** Also at the first start of a program that is newer than its database. */
    private void prepareBackup(Statement sql) throws SQLException {
        sql.execute("""
                do $$ begin
                  if not exists (select from pg_roles where rolname = 'yizhen_backup') then
                    create role yizhen_backup login nosuperuser nocreatedb nocreaterole bypassrls password '%s';
                    grant pg_read_all_data to yizhen_backup;
                    alter role yizhen_backup set default_transaction_read_only = on;
                    alter role yizhen_backup set row_security = off;
                    if exists (select from pg_database where datname = '%s') then
                      grant connect on database %2$s to yizhen_backup;
                    end if;
                  end if;
                end $$""".formatted(backup().password(), DATABASE));
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    /** A full disk can keep a server from ending in order; what it has promised stands in its log, where the next start finds it. */
    private void stop() {
        var server = server();
        run("pg_ctl", "stop", "-m", "fast", "-w", "-t", "60", "-s", "-D", cluster.toString());
        if (server.filter(ProcessHandle::isAlive).isPresent()) {
            run("pg_ctl", "stop", "-m", "immediate", "-w", "-t", "20", "-s", "-D", cluster.toString());
        }
    }

    private Optional<ProcessHandle> server() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip()))
                    .filter(process -> process.info().command().filter(command -> command.endsWith("postgres")).isPresent());
        } catch (IOException | RuntimeException gone) {
            return Optional.empty();
        }
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<>(asServerUser);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var log = directory.root().resolve(program + ".log");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).directory(directory.root().toFile()).start();
            if (!process.waitFor(330, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            // a stop that finds no live server is what was wanted
            if (process.exitValue() != 0 && !isStop(arguments)) {
                throw new CannotStart("内置数据库未能启动（" + program + "）：" + Files.readString(log).strip(),
                        "请查看 " + directory.root().resolve("postgres.log") + " 与 " + cluster.resolve("log") + "，或改用外部 PostgreSQL。");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isStop(String... arguments) {
        return arguments[0].equals("stop");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where a database is and who connects to it. */
    public record DatabaseLogin(String url, String user, String password) {

        public java.sql.Connection open() throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            return DriverManager.getConnection(url, properties);
        }

        @Override
        public String toString() {
            return user + "@" + url;
        }
    }
}
