package cn.yizhen.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, to be hurt. */
final class Victim {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<Process> LAUNCHED = new CopyOnWriteArrayList<>();

    private final Path data;
    private final Process process;
    private final String address;
    private final long startNanos;

    private Victim(Path data, Process process, String address, long startNanos) {
        this.data = data;
        this.process = process;
        this.address = address;
        this.startNanos = startNanos;
    }

    /** Starts the program and waits until it answers; {@code program} stands between {@code java} and the options of {@code run}. */
    static Victim start(Path data, List<String> program) throws IOException, InterruptedException {
        int port = freePort();
        long begin = System.nanoTime();
        var process = launch(data, program, port);
        var address = "http://127.0.0.1:" + port;
        while (!answers(address)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IOException("程序没有启动，见 " + log(data));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new Victim(data, process, address, System.nanoTime() - begin);
    }

    static Process launch(Path data, List<String> program, int port) throws IOException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8"));
        command.addAll(program);
        // all who write sit at one address
        command.addAll(List.of("--port", String.valueOf(port), "--data", data.toString(), "--yizhen.access.entries-per-minute=10000"));
        var process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile())).start();
        LAUNCHED.add(process);
        return process;
    }

    /** Whatever still runs when the harness itself ends early. */
    static void endAll(Path data) throws InterruptedException {
        for (var process : LAUNCHED) {
            process.destroyForcibly().waitFor();
        }
        endDatabase(data);
    }

    /** Beside the disk that is filled. */
    static Path log(Path data) {
        return data.getParent().resolveSibling("program.log");
    }

    String address() {
        return address;
    }

    double startMs() {
        return startNanos / 1e6;
    }

    /** As a power cut would, but for the disk. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the database's first process; its children follow. */
    void killDatabase() {
        endDatabase(data);
    }

    private static void endDatabase(Path data) {
        postmaster(data, 0).flatMap(pid -> ProcessHandle.of(Long.parseLong(pid))).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Cuts every connection the program holds. */
    void cutConnections() {
        try (var owner = superuser(); var sql = owner.createStatement()) {
            sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'yizhen_app'");
        } catch (SQLException alreadyGone) {
            System.err.println("  连接已断：" + alreadyGone.getMessage());
        }
    }

    /** Whoever looks at the books looks past every policy. */
    Connection superuser() throws SQLException {
        try {
            var password = Files.readString(data.resolve("secrets/superuser.password")).strip();
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postmaster(data, 3).orElseThrow() + "/yizhen", "yizhen_superuser", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> postmaster(Path data, int line) {
        try {
            return Optional.of(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(line).strip());
        } catch (IOException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(String address) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address + "/login")).timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
