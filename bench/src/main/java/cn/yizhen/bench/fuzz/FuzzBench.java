package cn.yizhen.bench.fuzz;

import cn.yizhen.app.room.SignallingForFuzz;
import cn.yizhen.bench.Figures;
import cn.yizhen.sfu.fuzz.Guided;
import cn.yizhen.sfu.fuzz.Target;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ./yizhen bench fuzz}: runs each target in a process of its own with a small heap, so that a leak ends the run.
 * Jazzer instruments the code and keeps the inputs that reach something new; they stay in the corpus for the next run.
 */
public final class FuzzBench {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final String DETECTORS = Stream.of("ClojureLangHooks", "Deserialization", "ExpressionLanguageInjection", "FilePathTraversal", "LdapInjection",
                    "NamingContextLookup", "OsCommandInjection", "ReflectiveCall", "RegexInjection", "RegexRoadblocks", "ScriptEngineInjection",
                    "ServerSideRequestForgery", "SqlInjection", "XPathInjection")
            .map(name -> "com.code_intelligence.jazzer.sanitizers." + name).collect(Collectors.joining(File.pathSeparator));
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");

    /**
     * Something that reads strangers' bytes.
     *
     * @param word  what it is called
     * @param entry the class that hands it one input
     * @param seeds good inputs to begin from
     */
    public record Reader(String word, Class<?> entry, Supplier<List<byte[]>> seeds) {}

    private FuzzBench() {}

    /** Everything that does: the forwarding unit's targets, and the messages of a room's line. */
    public static List<Reader> readers() {
        return Stream.concat(Arrays.stream(Target.values()).map(target -> new Reader(target.name().toLowerCase(Locale.ROOT), Guided.class, target::seeds)),
                Stream.of(new Reader("signalling", SignallingForFuzz.class, SignallingForFuzz::seeds))).toList();
    }

    /**
     * @param readers to try
     * @param runs    inputs for each
     * @param corpus  where inputs worth keeping are; made where it is missing
     * @return whether nothing was found
     */
    public static boolean run(List<Reader> readers, int runs, Path corpus, Figures figures) throws IOException, InterruptedException {
        boolean clean = true;
        for (var reader : readers) {
            Path own = corpus.resolve(reader.word()).toAbsolutePath();
            Guided.writeSeeds(reader.seeds().get(), own);
            Path log = own.resolveSibling(reader.word() + ".log");
            long began = System.nanoTime();
            int status = new ProcessBuilder(command(reader, runs, own)).directory(own.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
            Figures.line(reader.word(), "%s  %d 个输入  覆盖 %d 条边  %s", status == 0 ? "没有发现" : "有发现，见 " + log, runs, coverage(log), Figures.seconds(System.nanoTime() - began));
            figures.put(reader.word(), status == 0 ? 0 : 1);
            clean &= status == 0;
        }
        return clean;
    }

    private static List<String> command(Reader reader, int runs, Path corpus) {
        var words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                "-Dyizhen.fuzz=" + (reader.entry() == Guided.class ? reader.word() : "stun")));
        String jar = System.getProperty("java.class.path");
        words.addAll(List.of("-cp", jar));
        if (jar.endsWith("-boot.jar")) {
            words.addAll(List.of("-Dloader.main=" + JAZZER, "org.springframework.boot.loader.launch.PropertiesLauncher"));
        } else {
            words.add(JAZZER);
        }
        // Jazzer's own detectors look for injections into databases and shells, of which there are none here
        words.addAll(List.of("--target_class=" + reader.entry().getName(), "--instrumentation_includes=cn.yizhen.**:org.bouncycastle.tls.**:tools.jackson.core.**", "--disabled_hooks=" + DETECTORS,
                "-runs=" + runs, "-seed=1", "-max_len=3000", "-rss_limit_mb=3000", corpus.toString()));
        return words;
    }

    private static int coverage(Path log) throws IOException {
        int last = 0;
        var found = COVERAGE.matcher(Files.readString(log, StandardCharsets.UTF_8));
        while (found.find()) {
            last = Integer.parseInt(found.group(1));
        }
        return last;
    }
}
