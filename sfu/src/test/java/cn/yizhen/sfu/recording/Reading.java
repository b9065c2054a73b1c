package cn.yizhen.sfu.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file read as a player would, by the letter of RFC 9559: lengths are believed, nothing is searched for. */
final class Reading {

    /** @param millis since the file's beginning */
    record Block(long millis, boolean key, int octets) {}

    final List<Block> blocks = new ArrayList<>();
    final List<Long> cueTimes = new ArrayList<>();
    final List<Integer> order = new ArrayList<>();
    double duration = -1;
    String codec = "";
    long width;
    long height;
    /** Whether every cue and the index lead to what they say. */
    boolean found = true;

    private final ByteBuffer bytes;
    private int segment;
    private long cluster;

    Reading(Path file) throws IOException {
        bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        walk(0, bytes.limit());
    }

    private void walk(int from, int until) {
        var head = Ebml.head(bytes, from);
        while (head != null && head.content() < until) {
            int end = (int) Math.min(until, head.end());
            order.add(head.id());
            read(head, end);
            head = end >= until ? null : Ebml.head(bytes, end);
        }
    }

    private void read(Ebml.Head head, int end) {
        int at = head.content();
        switch (head.id()) {
            case Ebml.SEGMENT -> {
                segment = at;
                walk(at, end);
            }
            case Ebml.INFO, Ebml.TRACKS, Ebml.TRACK_ENTRY, Ebml.VIDEO, Ebml.CLUSTER, Ebml.CUES, Ebml.CUE_POINT, Ebml.CUE_TRACK_POSITIONS, Ebml.SEEK_HEAD, Ebml.SEEK ->
                walk(at, end);
            case Ebml.DURATION -> duration = Double.longBitsToDouble(bytes.getLong(at));
            case Ebml.CODEC_ID -> codec = new String(bytes.array(), at, end - at);
            case Ebml.PIXEL_WIDTH -> width = number(head);
            case Ebml.PIXEL_HEIGHT -> height = number(head);
            case Ebml.TIMESTAMP -> cluster = number(head);
            case Ebml.SIMPLE_BLOCK -> blocks.add(new Block(cluster + bytes.getShort(at + 1), (bytes.get(at + 3) & 0x80) != 0, end - at - 4));
            case Ebml.CUE_TIME -> cueTimes.add(number(head));
            case Ebml.CUE_CLUSTER_POSITION -> found &= id((int) (segment + number(head))) == Ebml.CLUSTER;
            case Ebml.SEEK_POSITION -> found &= id((int) (segment + number(head))) == Ebml.CUES;
            default -> { }
        }
    }

    private int id(int at) {
        return bytes.getInt(at);
    }

    private long number(Ebml.Head head) {
        return Ebml.unsigned(bytes, head.content(), (int) head.size());
    }
}
