package cn.yizhen.sfu.recording;

import cn.yizhen.sfu.media.Forwarded;
import cn.yizhen.sfu.media.Track;
import cn.yizhen.sfu.sdp.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One published track on its way into files. A file holds one stretch of it: silence for some seconds, times that do not
 * go on, or another set-up of the decoder begin the next one, so that a file's beginning and its own times tell where
 * every frame belongs.
 */
final class TrackRecorder {

    private static final long PATIENCE_PICTURES = TimeUnit.MILLISECONDS.toNanos(800);
    private static final long PATIENCE_SOUND = TimeUnit.MILLISECONDS.toNanos(120);
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(3);
    private static final long FLUSH = TimeUnit.MILLISECONDS.toNanos(900);
    /** A packet that comes so much later than its own time says, against those before it, begins another stretch; in milliseconds. */
    private static final long LATE = 2000;
    /** One whose time is so far ahead of when it came is of another count: no stall is longer, as a connection ends after it. */
    private static final long AHEAD = 30_000;

    private final Track track;
    private final BiFunction<Track, Format, Path> name;
    private final Consumer<Recorder.News> tell;
    private final InOrder order;
    private Assembly assembly;
    private @Nullable WebmFile file;
    private @Nullable Format format;
    private Path path = Path.of("");
    private int firstTimestamp;
    private long firstAt;
    private long lastAt;
    private long flushedAt;
    private int gaps;
    private volatile boolean wantsKey;

    TrackRecorder(Track track, Forwarded first, BiFunction<Track, Format, Path> name, Consumer<Recorder.News> tell) {
        this.track = track;
        this.name = name;
        this.tell = tell;
        this.assembly = Assembly.of(first.codec());
        this.order = new InOrder(track.kind().isVideo() ? PATIENCE_PICTURES : PATIENCE_SOUND);
    }

    /** Whether the publisher should be asked for a key frame; asked once. From any thread. */
    boolean takeWish() {
        boolean wanted = wantsKey;
        wantsKey = false;
        return wanted;
    }

    void add(Forwarded forwarded, long at) throws IOException {
        lastAt = at;
        order.add(forwarded, at);
        drain(at);
    }

    private void drain(long now) throws IOException {
        for (var next = order.next(now); next != null; next = order.next(now)) {
            if (next.lost()) {
                assembly.lost();
                gaps++;
                wantsKey = assembly.waitsForKey();
            }
            var taken = next.forwarded();
            if (!fits(taken)) {
                end();
                assembly = Assembly.of(taken.codec());
            }
            var frame = assembly.take(taken.packet(), taken.codec(), taken.timestamp(), next.at());
            if (frame.isPresent()) {
                write(frame.get());
            }
        }
    }

    private boolean fits(Forwarded taken) {
        return switch (assembly) {
            case OpusFrames _ -> !taken.codec().isVideo();
            case Vp8Frames _ -> taken.codec() == Codec.VP8;
            case H264Frames _ -> taken.codec() == Codec.H264;
        };
    }

    private void write(Frame frame) throws IOException {
        var now = assembly.format().orElse(null);
        if (now == null) {
            return;
        }
        if (file != null && (!now.sameAs(format) || !belongs(millis(frame) - elapsed(frame)))) {
            end();
        }
        if (file == null) {
            if (!frame.key()) {
                wantsKey = true;
                return;
            }
            begin(frame, now);
        }
        // whatever stood still, a network or a machine, lets packets come late and then all at once: the quickest tells when it was
        firstAt = Math.min(firstAt, frame.at() - TimeUnit.MILLISECONDS.toNanos(millis(frame)));
        file.add(frame, millis(frame));
    }

    private static boolean belongs(long ahead) {
        return ahead >= -LATE && ahead <= AHEAD;
    }

    private void begin(Frame frame, Format now) throws IOException {
        format = now;
        firstTimestamp = frame.timestamp();
        firstAt = frame.at();
        flushedAt = frame.at();
        path = name.apply(track, now);
        file = new WebmFile(path, now);
        tell.accept(new Recorder.News.Begun(path.getFileName().toString(), track.owner(), track.kind(), firstAt));
    }

    private long millis(Frame frame) {
        return (frame.timestamp() - firstTimestamp) * 1000L / format.codec().clock();
    }

    private long elapsed(Frame frame) {
        return TimeUnit.NANOSECONDS.toMillis(frame.at() - firstAt);
    }

    /** Lets time pass; true once nothing came for so long that the track is over. */
    boolean tick(long now) throws IOException {
        drain(now);
        if (file != null && now - flushedAt >= FLUSH) {
            flushedAt = now;
            file.flush();
        }
        if (now - lastAt > SILENCE) {
            end();
            return true;
        }
        return false;
    }

    /** Writes what still waited for its turn, and ends. */
    void finish() throws IOException {
        drain(lastAt + PATIENCE_PICTURES);
        end();
    }

    private void end() throws IOException {
        var ending = file;
        if (ending != null) {
            file = null;
            tell.accept(new Recorder.News.Ended(path.getFileName().toString(), firstAt, ending.end(), gaps));
            gaps = 0;
        }
    }
}
