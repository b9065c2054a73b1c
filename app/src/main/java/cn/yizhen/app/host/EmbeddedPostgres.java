package cn.yizhen.app.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server beside the program: durable (fsync on), loopback only, scram-sha-256 from its
 * first second, with generated passwords in 0600 files.
 *
 * <p>A server left over by a killed program is stopped first, so that the next start just works; one that is gone
 * while the program runs is brought back. See {@code docs/decisions/0002-embedded-postgresql.md}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration WATCHED_EVERY = Duration.ofSeconds(1);
    private static final long TOLD_EVERY = TimeUnit.MINUTES.toNanos(1);

    private final PostgresCluster cluster;
    private final PostgresRoles roles;
    private final List<String> settings;
    private boolean closed;

    private EmbeddedPostgres(PostgresCluster cluster, PostgresRoles roles, List<String> settings) {
        this.cluster = cluster;
        this.roles = roles;
        this.settings = settings;
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
            var cluster = PostgresCluster.in(directory.root(), unpacked);
            var server = new EmbeddedPostgres(cluster, new PostgresRoles(freePort(), directory), settings);
            cluster.stopLeftOver();
            directory.secret("superuser.password");
            cluster.initialise(PostgresRoles.SUPERUSER, directory.root().resolve("secrets/superuser.password"));
            server.launch();
            server.prepareOrStop();
            Thread.ofVirtual().name("postgres").start(server::watch);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return roles.port();
    }

    public String url() {
        return roles.url();
    }

    /** Owns the server; for what only a database's administrator does. */
    public DatabaseLogin superuser() {
        return roles.superuser();
    }

    /** Owns the schema; migrations only. */
    public DatabaseLogin owner() {
        return roles.owner();
    }

    /** What the program connects as: no superuser, no BYPASSRLS, owner of nothing. */
    public DatabaseLogin app() {
        return roles.app();
    }

    /** Reads every row past the policies and changes nothing; backup and audit only. */
    DatabaseLogin backup() {
        return roles.backup();
    }

    /** The port of a server that runs on this directory. */
    static int runningPort(Path data) {
        try {
            return Integer.parseInt(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip());
        } catch (IOException | RuntimeException e) {
            throw new CannotStart("平台占用着目录 " + data.toAbsolutePath() + "，但它的数据库没有在运行。", "请等平台启动完成，或停止平台后再执行。");
        }
    }

    /** Stops the server a killed command left running on this directory, which nobody else has. */
    static void stopLeftOver(Path data) {
        if (PostgresCluster.leftIn(data).isPresent()) {
            try (var taken = DataDirectory.take(data)) {
                PostgresCluster.leftIn(taken.root()).ifPresent(PostgresCluster::stopLeftOver);
            }
        }
    }

    private void launch() {
        cluster.launch(port(), settings);
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
        try (var tried = new Socket(InetAddress.getLoopbackAddress(), port())) {
            return tried.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** A server that could not be made ready, for want of disk perhaps, is not left running on files nobody owns. */
    private void prepareOrStop() {
        try {
            roles.prepare();
        } catch (SQLException e) {
            cluster.stop();
            throw new CannotStart("内置数据库未能准备好：" + e.getMessage(), "请查看 " + cluster.files().resolve("log"));
        } catch (RuntimeException e) {
            cluster.stop();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        cluster.stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
