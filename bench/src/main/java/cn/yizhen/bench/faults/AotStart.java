package cn.yizhen.bench.faults;

import cn.yizhen.bench.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The packaged program's start: taken apart, with an ahead-of-time cache trained by one start, on the existing database. */
final class AotStart {

    private static final int TRIES = 3;

    private AotStart() {}

    /** @return milliseconds from the start of the process to its first answer, the fastest of three */
    static double measure(Path data, Path place) throws IOException, InterruptedException {
        Path program = place.resolve("program");
        run("-Djarmode=tools", "-jar", System.getProperty("yizhen.jar"), "extract", "--destination", program.toString());
        Path jar;
        try (var files = Files.list(program)) {
            jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        Path cache = place.resolve("yizhen.aot");
        run("-XX:AOTCacheOutput=" + cache, "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-Dspring.context.exit=onRefresh",
                "-jar", jar.toString(), "run", "--port", "0", "--data", data.toString());
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            var victim = Victim.start(data, List.of("-XX:AOTCache=" + cache, "-jar", jar.toString(), "run"));
            fastest = Math.min(fastest, victim.startMs());
            victim.stop();
        }
        Figures.line("拆开并用预编译缓存启动", "%.1f 秒", fastest / 1000);
        return fastest;
    }

    private static void run(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException("没有成功：" + String.join(" ", words));
        }
    }
}
