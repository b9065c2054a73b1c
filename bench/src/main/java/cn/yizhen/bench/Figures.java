package cn.yizhen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run found out: a table for people, and one line of JSON for whoever compares runs. */
public final class Figures {

    private final Map<String, Number> json = new LinkedHashMap<>();

    /** One line of the table. */
    public static void line(String what, String figure, Object... values) {
        int wide = (int) what.chars().filter(c -> c > 0x2000).count();
        System.out.println("  " + what + " ".repeat(Math.max(1, 44 - what.length() - wide)) + figure.formatted(values));
    }

    public static void heading(String what) {
        System.out.println();
        System.out.println(what);
    }

    /** A number of the JSON line, in the order of the calls. */
    public void put(String key, double value) {
        double rounded = Math.abs(value) >= 100 ? Math.rint(value) : Math.rint(value * 100) / 100;
        json.put(key, rounded == Math.rint(rounded) ? (Number) (long) rounded : (Number) rounded);
    }

    public void print() {
        System.out.println(json.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }

    /** The value below which {@code share} of them lie; sorts the array. */
    public static double percentile(long[] values, double share) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[(int) Math.min(values.length - 1, (long) (values.length * share))];
    }

    /** The most memory this process ever had resident, in MB; 0 where the system does not tell. */
    public static long peakResidentMb() {
        return status("VmHWM:");
    }

    private static long status(String key) {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst().orElse(0) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds as people read them. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f 秒", nanos / 1e9);
    }
}
