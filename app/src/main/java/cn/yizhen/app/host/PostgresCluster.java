package cn.yizhen.app.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database cluster in the data directory and the programs of PostgreSQL that make, start and stop its server.
 *
 * @param home where the programs are
 * @param root the data directory
 */
record PostgresCluster(Path home, Path root) {

    /** Values of rows stay out of the server's log; a ring of twelve months in {@code postgres/log}. */
    private static final String LOGGING = " -c log_error_verbosity=terse -c log_min_error_statement=panic"
            + " -c log_parameter_max_length=0 -c log_parameter_max_length_on_error=0"
            + " -c logging_collector=on -c log_filename=postgres-%m.log -c log_rotation_age=1440 -c log_rotation_size=0"
            + " -c log_truncate_on_rotation=on";

    /** @param unpacked the server programs that came beside the program, or null for those packed in it */
    static PostgresCluster in(Path root, @Nullable Path unpacked) throws IOException {
        return new PostgresCluster(unpacked == null ? PostgresBinaries.of(root) : PostgresBinaries.at(unpacked), root);
    }

    /** The cluster of a command that was killed; empty where the programs were never unpacked. */
    static Optional<PostgresCluster> leftIn(Path root) {
        var home = PostgresBinaries.alreadyOf(root).toAbsolutePath();
        return Files.exists(home.resolve("bin/pg_ctl")) ? Optional.of(new PostgresCluster(home, root)) : Optional.empty();
    }

    Path files() {
        return root.resolve("postgres");
    }

    /** Makes the cluster unless it is there. */
    void initialise(String superuser, Path password) {
        if (Files.exists(files().resolve("PG_VERSION"))) {
            return;
        }
        run("initdb", "-D", files().toString(), "-U", superuser, "--auth=scram-sha-256", "--pwfile=" + password, "-E", "UTF8", "--locale=" + locale());
    }

    /** pg_trgm keeps Chinese characters only under a UTF-8 LC_CTYPE. */
    private static String locale() {
        return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    /** @param settings of the server besides the usual ones */
    void launch(int port, List<String> settings) {
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c max_connections=60 -c shared_buffers=128MB -c timezone=Asia/Shanghai"
                + " -c password_encryption=scram-sha-256" + LOGGING
                + settings.stream().map(setting -> " -c " + setting).collect(Collectors.joining());
        // after a power cut the server first goes through its log, on a slow disk for minutes
        run("pg_ctl", "start", "-w", "-t", "300", "-s", "-D", files().toString(),
                "-l", root.resolve("postgres.log").toString(), "-o", options);
    }

    void stopLeftOver() {
        if (Files.exists(files().resolve("postmaster.pid"))) {
            stop();
        }
    }

    /** A full disk can keep a server from ending in order; what it has promised stands in its log, where the next start finds it. */
    void stop() {
        var server = serverIn(root);
        run("pg_ctl", "stop", "-m", "fast", "-w", "-t", "60", "-s", "-D", files().toString());
        if (server.filter(ProcessHandle::isAlive).isPresent()) {
            run("pg_ctl", "stop", "-m", "immediate", "-w", "-t", "20", "-s", "-D", files().toString());
        }
    }

    /** The server that runs on a data directory's cluster. */
    static Optional<ProcessHandle> serverIn(Path root) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(root.resolve("postgres/postmaster.pid")).getFirst().strip()))
                    .filter(process -> process.info().command().filter(command -> command.endsWith("postgres")).isPresent());
        } catch (IOException | RuntimeException gone) {
            return Optional.empty();
        }
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<>(ServerUser.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var log = root.resolve(program + ".log");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).directory(root.toFile()).start();
            if (!process.waitFor(330, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            // a stop that finds no live server is what was wanted
            if (process.exitValue() != 0 && !arguments[0].equals("stop")) {
                throw new CannotStart("内置数据库未能启动（" + program + "）：" + Files.readString(log).strip(),
                        "请查看 " + root.resolve("postgres.log") + " 与 " + files().resolve("log") + "，或改用外部 PostgreSQL。");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
