package cn.yizhen.sfu.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a file of {@link WebmFile} its length and its index, whether it was ended in order or its writer died. What was
 * half written at the end is cut off. Doing it twice does nothing.
 */
public final class WebmEnding {

    private static final int HEAD = 16;
    private static final int LAST_FRAME = 20;
    private static final long LARGEST = 64L << 20;

    /** A cluster that begins with a frame one can begin to play at. */
    private record Cue(long time, long position) {}

    private final FileChannel channel;
    private final List<Cue> cues = new ArrayList<>();
    private long last;

    private WebmEnding(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Ends the file.
     *
     * @return its length in milliseconds; 0 where nothing was written yet
     * @throws IOException where it cannot be read or written, or is none of ours
     */
    public static long end(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new WebmEnding(channel).end();
        }
    }

    /**
     * How long what stands in a file plays, which is left as it is: for a disk that has no room for an index.
     *
     * @return milliseconds; 0 where nothing was written yet
     * @throws IOException where it cannot be read, or is none of ours
     */
    public static long length(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var looking = new WebmEnding(channel);
            looking.look();
            return looking.last;
        }
    }

    private long end() throws IOException {
        var found = look();
        if (!found.ended()) {
            channel.truncate(found.until());
            complete(found.begin(), found.info(), found.until());
        }
        return last;
    }

    /**
     * What stands in the file.
     *
     * @param info  where its duration goes
     * @param until where the last whole cluster ends
     */
    private record Found(long begin, long info, long until, boolean ended) {}

    private Found look() throws IOException {
        var header = head(0);
        var segment = header == null ? null : head(header.end());
        if (header == null || header.id() != Ebml.HEADER || segment == null || segment.id() != Ebml.SEGMENT) {
            throw new IOException("not a file of this program");
        }
        long begin = segment.contentAt();
        boolean ended = segment.size() <= channel.size();
        long info = 0;
        long at = begin;
        for (var next = head(at); next != null && next.end() <= channel.size() && next.id() != Ebml.CUES; next = head(at)) {
            if (next.id() == Ebml.INFO) {
                info = next.contentAt();
            } else if (next.id() == Ebml.CLUSTER) {
                cluster(next, at - begin);
            }
            at = next.end();
        }
        return new Found(begin, info, at, ended);
    }

    /** In this order: a file whose ending was cut short is ended once more. */
    private void complete(long begin, long info, long cuesAt) throws IOException {
        var points = new byte[cues.size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = Ebml.master(Ebml.CUE_POINT, Ebml.unsigned(Ebml.CUE_TIME, cues.get(i).time()), Ebml.master(Ebml.CUE_TRACK_POSITIONS,
                    Ebml.unsigned(Ebml.CUE_TRACK, 1), Ebml.unsigned(Ebml.CUE_CLUSTER_POSITION, cues.get(i).position())));
        }
        if (points.length > 0) {
            write(Ebml.master(Ebml.CUES, points), cuesAt);
            write(Ebml.master(Ebml.SEEK_HEAD, Ebml.master(Ebml.SEEK, Ebml.unsigned(Ebml.SEEK_ID, Ebml.CUES), Ebml.wide(Ebml.SEEK_POSITION, cuesAt - begin))), begin);
            write(Ebml.real(Ebml.DURATION, last), info);
        }
        channel.force(true);
        write(Ebml.wideSize(channel.size() - begin), begin - 8);
        channel.force(true);
    }

    private void cluster(Place cluster, long position) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(LARGEST, cluster.size()));
        read(bytes, cluster.contentAt());
        long time = 0;
        boolean first = true;
        var element = Ebml.head(bytes, 0);
        while (element != null && element.end() <= bytes.limit()) {
            if (element.id() == Ebml.TIMESTAMP) {
                time = Ebml.unsigned(bytes, element.content(), (int) element.size());
            } else if (element.id() == Ebml.SIMPLE_BLOCK && element.size() > 4) {
                last = time + bytes.getShort(element.content() + 1) + LAST_FRAME;
                if (first && (bytes.get(element.content() + 3) & 0x80) != 0) {
                    cues.add(new Cue(time, position));
                }
                first = false;
            }
            element = Ebml.head(bytes, (int) element.end());
        }
    }

    /** An element in the file. */
    private record Place(int id, long size, long contentAt) {

        long end() {
            return contentAt + size;
        }
    }

    private @Nullable Place head(long at) throws IOException {
        var bytes = ByteBuffer.allocate(HEAD);
        read(bytes, at);
        var head = Ebml.head(bytes, 0);
        return head == null ? null : new Place(head.id(), head.size(), at + head.content());
    }

    private void read(ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
            // until it is full or the file ends
        }
        bytes.flip();
    }

    private void write(byte[] bytes, long at) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }
}
