package cn.yizhen.bench.sfu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the run on a core of its own: words in, words out, and what the kernel says it used. */
final class Child implements AutoCloseable {

    private static final long TICKS_A_SECOND = 100;

    /** It ended before it had said what was waited for. */
    static final class Ended extends IOException {
        Ended(String message) {
            super(message);
        }
    }

    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;

    Child(int core, List<String> command) throws IOException {
        var words = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core)));
        words.addAll(command);
        process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        // whoever stops the run must not leave servers behind
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        out = process.inputReader(StandardCharsets.UTF_8);
        in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** This program again, with another main class. */
    static Child java(int core, Class<?> main, List<String> options, String... arguments) throws IOException {
        // the libraries' logs would stand between the lines of the table; an empty configuration has no handler
        var words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-Djava.util.logging.config.file=/dev/null"));
        words.addAll(options);
        String jar = System.getProperty("java.class.path");
        words.addAll(List.of("-cp", jar));
        if (jar.endsWith("-boot.jar")) {
            words.addAll(List.of("-Dloader.main=" + main.getName(), "org.springframework.boot.loader.launch.PropertiesLauncher"));
        } else {
            words.add(main.getName());
        }
        words.addAll(List.of(arguments));
        return new Child(core, words);
    }

    void say(String word) {
        in.println(word);
    }

    /** The next line that begins with this word. */
    String await(String word) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
        }
        throw new Ended("the process ended before it said " + word);
    }

    /** Seconds of processor, of the program and of the kernel on its behalf. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_A_SECOND;
    }

    /** Kilobytes resident now. */
    long residentKb() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
