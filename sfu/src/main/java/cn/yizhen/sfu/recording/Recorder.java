package cn.yizhen.sfu.recording;

import cn.yizhen.sfu.media.Forwarded;
import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.media.Layer;
import cn.yizhen.sfu.media.Slot;
import cn.yizhen.sfu.media.Track;
import cn.yizhen.sfu.sdp.DownOffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a room hears and sees into a directory, a file for every published track. The media thread hands packets
 * over and goes on at once; where the disk is slower than the meeting, packets are left out, and the file has a gap.
 */
public final class Recorder implements ObjLongConsumer<Incoming>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int WAITING = 16_384;
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long CHOOSE = TimeUnit.MILLISECONDS.toNanos(500);
    /** A player can begin at a key frame only. */
    private static final long KEY = TimeUnit.SECONDS.toNanos(10);
    private static final long FORGOTTEN = TimeUnit.SECONDS.toNanos(60);

    /** What happened to the files; told on the thread that writes. */
    public sealed interface News {

        /**
         * A file was begun.
         *
         * @param file        its name in the directory
         * @param participant whose track it is
         * @param at          when its first frame came, by the clock the recorder was given
         */
        record Begun(String file, String participant, Kind kind, long at) implements News {}

        /**
         * A file has its length and index.
         *
         * @param at     when its first frame was due, by the quickest of all that came
         * @param millis how long it plays
         * @param gaps   how often packets were missing
         */
        record Ended(String file, long at, long millis, int gaps) implements News {}

        /** The disk would not take more: nothing is written any longer. */
        record Failed() implements News {}

        /** A track was left out, because as many are being written as may be. */
        record LeftOut(String participant, Kind kind) implements News {}
    }

    private record Arrived(Track track, Forwarded forwarded, long at) {}

    /** A track as the media thread knows it. */
    private static final class Tapped {
        final Slot slot;
        long chosenAt = Long.MIN_VALUE;
        long keyAt;
        long lastAt;

        Tapped(boolean video, long now) {
            slot = new Slot(new DownOffer.Slot("re", video, 0, 0));
            keyAt = now;
        }
    }

    private final Path directory;
    private final int most;
    private final LongSupplier clock;
    private final Consumer<News> tell;
    private final ArrayBlockingQueue<Arrived> queue;
    private final Map<Track, Tapped> tapped = new HashMap<>();
    private final Map<Track, TrackRecorder> tracks = new ConcurrentHashMap<>();
    private final Map<Track, Boolean> leftOut = new HashMap<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Thread thread;
    private int named;
    private volatile boolean open = true;

    /**
     * @param directory where the files go; must exist
     * @param named     how many files are there already
     * @param most      tracks written at once
     * @param clock     nanoseconds that never go back, the same as the media server's
     */
    public Recorder(Path directory, int named, int most, LongSupplier clock, Consumer<News> tell) {
        this(directory, named, most, WAITING, clock, tell);
        thread.start();
    }

    /** Not yet writing: for a test that fills what waits. */
    Recorder(Path directory, int named, int most, int waiting, LongSupplier clock, Consumer<News> tell) {
        this.directory = directory;
        this.named = named;
        this.most = most;
        this.clock = clock;
        this.tell = tell;
        this.queue = new ArrayBlockingQueue<>(waiting);
        this.thread = Thread.ofPlatform().name("recording").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** A packet on its way to others. On the media thread: takes it or leaves it, and never waits. */
    @Override
    public void accept(Incoming incoming, long now) {
        if (!open) {
            return;
        }
        Track track = incoming.layer().track();
        var tap = tapped.computeIfAbsent(track, _ -> new Tapped(track.kind().isVideo(), now));
        tap.lastAt = now;
        choose(tap, track, incoming, now);
        tap.slot.take(incoming, now).ifPresent(taken -> {
            if (!queue.offer(new Arrived(track, taken, now))) {
                dropped.incrementAndGet();
            }
        });
    }

    private void choose(Tapped tap, Track track, Incoming incoming, long now) {
        if (!track.kind().isVideo()) {
            tap.slot.want(incoming.layer());
            return;
        }
        if (tap.chosenAt == Long.MIN_VALUE || now - tap.chosenAt >= CHOOSE) {
            tap.chosenAt = now;
            List<Layer> live = track.live(now);
            tap.slot.want(live.isEmpty() ? incoming.layer() : live.getLast());
            tapped.values().removeIf(other -> now - other.lastAt > FORGOTTEN);
        }
        var writing = tracks.get(track);
        if (writing != null && writing.takeWish() || now - tap.keyAt >= KEY) {
            tap.keyAt = now;
            tap.slot.wantKeyFrame();
        }
    }

    /** Packets left out so far because the disk was too slow. */
    public int dropped() {
        return dropped.get();
    }

    private void run() {
        try {
            long ticked = clock.getAsLong();
            while (open || !queue.isEmpty()) {
                var arrived = poll();
                if (arrived != null) {
                    write(arrived);
                }
                long now = clock.getAsLong();
                if (now - ticked >= TICK) {
                    ticked = now;
                    tick(now);
                }
            }
            for (var track : tracks.values()) {
                track.finish();
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.error("recording stopped: {}", e.getClass().getSimpleName());
            open = false;
            tell.accept(new News.Failed());
        }
    }

    private @Nullable Arrived poll() {
        try {
            return queue.poll(TICK, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            open = false;
            return null;
        }
    }

    private void write(Arrived arrived) throws IOException {
        var track = tracks.get(arrived.track());
        if (track == null) {
            if (tracks.size() >= most) {
                if (leftOut.put(arrived.track(), true) == null) {
                    tell.accept(new News.LeftOut(arrived.track().owner(), arrived.track().kind()));
                }
                return;
            }
            track = new TrackRecorder(arrived.track(), arrived.forwarded(), this::name, tell);
            tracks.put(arrived.track(), track);
        }
        track.add(arrived.forwarded(), arrived.at());
    }

    private void tick(long now) throws IOException {
        for (var track : List.copyOf(tracks.keySet())) {
            if (tracks.get(track).tick(now)) {
                tracks.remove(track);
            }
        }
    }

    private Path name(Track track, Format format) {
        return directory.resolve("%03d-%s.%s".formatted(++named, track.kind().name().toLowerCase(Locale.ROOT), format.isWebm() ? "webm" : "mkv"));
    }

    /** Ends every file. What was handed over before is written. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
