package cn.yizhen.sfu.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One track being written. What is in hand is gathered for a second and written as one whole cluster, so that whatever
 * stands in the file can be read at any time, also when nobody comes to end it ({@link WebmEnding}).
 */
final class WebmFile implements AutoCloseable {

    /** Where the index will stand once the file is ended: written over by {@link WebmEnding}. */
    static final int INDEX_ROOM = 26;
    /** Likewise for the duration. */
    static final int DURATION_ROOM = 11;

    private static final long LONGEST_CLUSTER = 1000;
    private static final int LARGEST_CLUSTER = 512 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final boolean pictures;
    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private long clusterAt;
    private long last;

    WebmFile(Path path, Format format) throws IOException {
        this.path = path;
        this.pictures = format.codec().isVideo();
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        write(head(format));
    }

    private static byte[] head(Format format) {
        return Ebml.joined(
                Ebml.master(Ebml.HEADER, Ebml.unsigned(Ebml.VERSION, 1), Ebml.unsigned(Ebml.READ_VERSION, 1), Ebml.unsigned(Ebml.MAX_ID_LENGTH, 4),
                        Ebml.unsigned(Ebml.MAX_SIZE_LENGTH, 8), Ebml.text(Ebml.DOC_TYPE, format.isWebm() ? "webm" : "matroska"),
                        Ebml.unsigned(Ebml.DOC_TYPE_VERSION, 4), Ebml.unsigned(Ebml.DOC_TYPE_READ_VERSION, 2)),
                Ebml.SEGMENT_BEGINS, Ebml.unknownSize(), Ebml.room(INDEX_ROOM),
                Ebml.master(Ebml.INFO, Ebml.room(DURATION_ROOM), Ebml.unsigned(Ebml.TIMESTAMP_SCALE, 1_000_000), Ebml.text(Ebml.MUXING_APP, "yizhen"),
                        Ebml.text(Ebml.WRITING_APP, "yizhen")),
                Ebml.master(Ebml.TRACKS, format.entry()));
    }

    /** @param millis since the file's beginning; never before the frame before */
    void add(Frame frame, long millis) throws IOException {
        long at = Math.max(last, millis);
        last = at;
        if (blocks.size() > 0 && (pictures && frame.key() || at - clusterAt >= LONGEST_CLUSTER || blocks.size() > LARGEST_CLUSTER)) {
            flush();
        }
        if (blocks.size() == 0) {
            clusterAt = at;
        }
        int within = (int) (at - clusterAt);
        byte[] block = ByteBuffer.allocate(4 + frame.bytes().length).put((byte) 0x81).putShort((short) within)
                .put((byte) (frame.key() ? 0x80 : 0)).put(frame.bytes()).array();
        blocks.writeBytes(Ebml.binary(Ebml.SIMPLE_BLOCK, block));
    }

    /** Writes what is in hand and asks the disk to have it. */
    void flush() throws IOException {
        if (blocks.size() > 0) {
            write(Ebml.master(Ebml.CLUSTER, Ebml.unsigned(Ebml.TIMESTAMP, clusterAt), blocks.toByteArray()));
            blocks.reset();
            channel.force(false);
        }
    }

    private void write(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Writes the rest, its length and the index by which a player finds its way; milliseconds it plays. */
    long end() throws IOException {
        close();
        return WebmEnding.end(path);
    }

    /** Without length and index. */
    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
