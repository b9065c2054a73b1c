package cn.yizhen.app.room;

import cn.yizhen.app.host.HostSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where recordings lie, {@code recordings/<recording>} in the data directory, and the tapes that write them. */
@Component
class Tapes {

    private static final Logger LOG = LoggerFactory.getLogger(Tapes.class);
    private static final long MEGA = 1_000_000;

    private final Path directory;
    private final MediaSettings settings;
    private final Decks decks;
    private final Clock clock;
    /** Tapes whose files are not whole yet. */
    private final Map<UUID, Tape> latest = new ConcurrentHashMap<>();

    Tapes(HostSettings host, MediaSettings settings, Decks decks, Clock clock) {
        this.directory = host.data().resolve("recordings");
        this.settings = settings;
        this.decks = decks;
        this.clock = clock;
    }

    /**
     * A recording to be begun or gone on with.
     *
     * @param label  how a seat is called
     * @param failed what to do when nothing more can be written
     */
    record Wanted(UUID room, UUID recording, Function<String, String> label, Runnable failed) {}

    /** Whether the disk has what the operator wants free for a recording to begin. */
    boolean hasSpace() {
        return hasFree(settings.recordingReserveMb() * MEGA);
    }

    /** Whether a running recording may go on: it ends at half of that, so that it never fills the disk the database is on. */
    private boolean hasSpaceToGoOn() {
        return hasFree(settings.recordingReserveMb() * MEGA / 2);
    }

    private boolean hasFree(long bytes) {
        try {
            Files.createDirectories(directory);
            return Files.getFileStore(directory).getUsableSpace() >= bytes;
        } catch (IOException e) {
            return false;
        }
    }

    Tape open(Wanted wanted) {
        try {
            var files = of(wanted.recording());
            Files.createDirectories(files.directory());
            var now = clock.instant();
            var timeline = files.timeline().map(files::mended).map(before -> before.noted("中途平台停过，停的那一段没有录上。")).orElse(Timeline.from(now));
            var tape = new Tape(files, wanted, timeline, goesOnAt(timeline, now), settings.recordingMostTracks(), this::hasSpaceToGoOn,
                    stand -> stand.deck() == null ? Optional.empty() : decks.page(wanted.room(), UUID.fromString(stand.deck()), stand.page()));
            latest.put(wanted.recording(), tape);
            tape.onEnd(() -> latest.remove(wanted.recording(), tape));
            return tape;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where on the timeline it goes on: as much later as it is, but never before what is there, whatever the clock says, and with no hours of nothing. */
    static long goesOnAt(Timeline timeline, Instant now) {
        long end = timeline.end();
        return Math.clamp(Duration.between(timeline.began(), now).toMillis(), end, end + RoomRecording.DESERTED.toMillis());
    }

    /** The timeline of a recording that does not run; every file has its length and index. */
    Optional<Timeline> timeline(UUID recording) {
        settle(recording);
        var files = of(recording);
        return files.timeline().map(before -> {
            var mended = files.mended(before);
            if (!mended.equals(before)) {
                keep(files, mended);
            }
            return mended;
        });
    }

    /** A disk that is full keeps nobody from what was recorded: it is found out again with the next look. */
    private static void keep(RecordingFiles files, Timeline timeline) {
        try {
            files.write(timeline);
        } catch (UncheckedIOException e) {
            LOG.warn("the timeline of a recording was not written: {}", e.getCause().getClass().getSimpleName());
        }
    }

    RecordingFiles of(UUID recording) {
        return new RecordingFiles(directory.resolve(recording.toString()));
    }

    /** Recordings of which anything lies here. */
    List<UUID> kept() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).filter(name -> name.matches("[0-9a-f-]{36}")).map(UUID::fromString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes everything of a recording. */
    void delete(UUID recording) {
        settle(recording);
        Folders.delete(of(recording).directory());
    }

    /** The program stops: every file is whole first. */
    void awaitEnds() {
        latest.values().forEach(Tape::awaitEnd);
    }

    /** A tape that was ended a moment ago may still write. */
    private void settle(UUID recording) {
        var tape = latest.get(recording);
        if (tape != null) {
            tape.awaitEnd();
        }
    }
}
