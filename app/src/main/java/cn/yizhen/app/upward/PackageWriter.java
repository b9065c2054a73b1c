package cn.yizhen.app.upward;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts a county's daily word and its returns into one signed file. */
final class PackageWriter {

    private PackageWriter() {}

    static byte[] write(Dispatch dispatch, List<PackageFormat.Whole> returns, PackageKey key) {
        return write(dispatch, lines(returns.stream().map(one -> PackageFormat.line(one.issued()))),
                lines(returns.stream().flatMap(one -> one.rows().stream().map(row -> PackageFormat.line(one.issued(), row)))), key);
    }

    static byte[] write(Dispatch dispatch, String returns, String lines, PackageKey key) {
        var issued = returns.getBytes(StandardCharsets.UTF_8);
        var rows = lines.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema", PackageFormat.SCHEMA);
        manifest.put("dispatch", dispatch.id().toString());
        manifest.put("county", dispatch.county());
        manifest.put("countyName", dispatch.countyName());
        manifest.put("act", dispatch.act().toString());
        manifest.put("number", dispatch.number());
        manifest.put("day", dispatch.day().toString());
        manifest.put("algorithm", key.algorithm().name());
        manifest.put("files", Map.of(PackageFormat.RETURNS, described(issued), PackageFormat.ROWS, described(rows)));
        var told = PackageFormat.JSON.writeValueAsBytes(manifest);
        return zip(dispatch, Map.of(PackageFormat.MANIFEST, told,
                PackageFormat.SIGNATURE, Base64.getEncoder().encode(key.sign(told)),
                PackageFormat.RETURNS, issued, PackageFormat.ROWS, rows));
    }

    private static Map<String, Object> described(byte[] content) {
        return Map.of("sm3", PackageKey.sm3(content), "bytes", content.length);
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    private static byte[] zip(Dispatch dispatch, Map<String, byte[]> files) {
        LocalDateTime made = dispatch.day().atStartOfDay();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : PackageFormat.FILES) {
                var entry = new ZipEntry(name);
                entry.setTimeLocal(made);
                zip.putNextEntry(entry);
                zip.write(files.get(name));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
