package cn.yizhen.sfu.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What Jazzer calls: the target is named by a system property. */
public final class Guided {

    private static final Target TARGET = Target.valueOf(System.getProperty("yizhen.fuzz", "STUN").toUpperCase(Locale.ROOT));

    private Guided() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.take(bytes);
    }

    /** Writes good inputs as files, for a corpus to begin from. */
    public static void writeSeeds(List<byte[]> seeds, Path directory) {
        try {
            Files.createDirectories(directory);
            int number = 0;
            for (byte[] seed : seeds) {
                Files.write(directory.resolve("seed-" + number++), seed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
