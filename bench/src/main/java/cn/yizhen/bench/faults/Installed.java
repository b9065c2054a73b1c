package cn.yizhen.bench.faults;

import cn.yizhen.bench.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as its package lays it out on a machine: taken apart, and with a cache that one start has trained. */
final class Installed {

    private static final int TRIES = 3;

    /** As packaging/run.sh has it. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private final Path jar;
    private final Path cache;

    private Installed(Path jar, Path cache) {
        this.jar = jar;
        this.cache = cache;
    }

    static Installed in(Path place) throws IOException, InterruptedException {
        Path program = place.resolve("program");
        java(List.of("-Djarmode=tools", "-jar", System.getProperty("yizhen.jar"), "extract", "--destination", program.toString()));
        try (var files = Files.list(program)) {
            return new Installed(files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow(), place.resolve("yizhen.aot"));
        }
    }

    /** One start that trains the cache, as installing does. */
    void train(Path data) throws IOException, InterruptedException {
        java(List.of("-XX:AOTCacheOutput=" + cache, COLLECTOR, "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-jar", jar.toString(), "run",
                "--port", "0", "--data", data.toString(), "--yizhen.trial-run=true"));
    }

    List<String> quick() {
        return List.of("-XX:AOTCache=" + cache, COLLECTOR, "-jar", jar.toString(), "run");
    }

    List<String> plain() {
        return List.of(COLLECTOR, "-jar", jar.toString(), "run");
    }

    /** @return milliseconds from the start of the process to its first answer, the middle of three */
    static double start(Path data, List<String> program, String what) throws IOException, InterruptedException {
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            var victim = Victim.start(data, program);
            nanos[i] = Math.round(victim.startMs() * 1e6);
            victim.stop();
        }
        double middle = Figures.percentile(nanos, 0.5) / 1e6;
        Figures.line(what, "%.1f 秒（最快 %.1f）", middle / 1000, nanos[0] / 1e9);
        return middle;
    }

    /** What a command of the program answers. */
    String said(List<String> command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("-XX:AOTCache=" + cache, COLLECTOR, "-Dfile.encoding=UTF-8", "-jar", jar.toString()));
        words.addAll(command);
        return java(words);
    }

    private static String java(List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(words);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("没有成功：" + String.join(" ", words) + "\n" + said);
        }
        return said;
    }
}
