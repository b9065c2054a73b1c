package cn.yizhen.bench.web;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as anybody starts it, in a process of its own. */
final class Program implements AutoCloseable {

    private final Process process;
    private final String address;

    private Program(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static Program start(Path data) throws IOException, InterruptedException {
        int port = freePort();
        var process = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-jar", System.getProperty("yizhen.jar"),
                "run", "--port", String.valueOf(port), "--data", data.toString(),
                // all of the county sits at one address here
                "--yizhen.access.entries-per-minute=1000", "--yizhen.access.visits-per-minute=10000"))
                .redirectErrorStream(true).redirectOutput(data.resolve("bench.log").toFile()).start();
        var program = new Program(process, "http://localhost:" + port);
        for (int i = 0; i < 120 && !program.answers(); i++) {
            if (!process.isAlive()) {
                throw new IOException("the program did not start, see " + data.resolve("bench.log"));
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return program;
    }

    String address() {
        return address;
    }

    /** Processor time of the program so far, without its database, whose server is nobody's child. */
    Duration processorTime() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private boolean answers() throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + "/login")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }
}
