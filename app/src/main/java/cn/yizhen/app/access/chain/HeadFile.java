package cn.yizhen.app.access.chain;

import cn.yizhen.app.crypto.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The file the daily heads are added to, a line a day, never rewritten; each line names the one before it. */
public record HeadFile(Path file) {

    /** The file in a folder of heads. */
    public static HeadFile in(Path folder) {
        return new HeadFile(folder.resolve("heads.jsonl"));
    }

    /** Every head of the file, oldest first; an unfinished last line, left by a power cut, is passed over. */
    public List<Head> heads() throws IOException {
        var heads = new ArrayList<Head>();
        for (var line : lines()) {
            heads.add(Head.parse(line));
        }
        return heads;
    }

    public Optional<Head> last() throws IOException {
        var heads = heads();
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.getLast());
    }

    /** Adds a head and waits until it is on the disk. */
    public Head add(String county, long number, UUID act, byte[] link, Instant at, SigningKey key) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var lines = lines();
        var head = Head.signed(county, number, act, link, at, lines.isEmpty() ? "" : Head.mark(lines.getLast()), key);
        var cut = Files.exists(file) && !Files.readString(file).isEmpty() && !Files.readString(file).endsWith("\n");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(((cut ? "\n" : "") + head.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        return head;
    }

    /** What is wrong with the file itself, in Chinese; empty when every line is genuine and names the one before. */
    public List<String> faults() throws IOException {
        var faults = new ArrayList<String>();
        var before = "";
        int place = 0;
        for (var line : lines()) {
            place++;
            var head = Head.parse(line);
            if (!head.genuine()) {
                faults.add("链头文件第 " + place + " 行签名不符");
            }
            // a single line carried away on its own names a line that is not here
            if (place > 1 && !head.before().equals(before)) {
                faults.add("链头文件第 " + place + " 行与上一行不相接：中间有行被删、改或调换");
            }
            before = Head.mark(line);
        }
        return faults;
    }

    private List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var text = Files.readString(file);
        return text.lines().map(String::strip).filter(line -> line.startsWith("{") && line.endsWith("}")).toList();
    }
}
