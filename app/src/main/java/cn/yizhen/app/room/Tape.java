package cn.yizhen.app.room;

import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.recording.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A recording that runs: files are being written, and the timeline that says what belongs where. */
final class Tape {

    private static final Logger LOG = LoggerFactory.getLogger(Tape.class);

    private static final int LONGEST_ENDING = 30;

    private final RecordingFiles files;
    private final Tapes.Wanted wanted;
    private final BooleanSupplier hasRoom;
    private final Function<Stand, Optional<Path>> pageOf;
    private final Recorder recorder;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    /** What the recorder's clock showed when the timeline was at so many milliseconds. */
    private final long nanos;
    private final long millis;
    private Timeline timeline;
    private Timeline.@Nullable Mark last;

    /**
     * @param timeline so far
     * @param millis   where on it this tape begins
     * @param hasRoom  whether the disk may be written on
     * @param pageOf   the picture of the page that is shown
     */
    Tape(RecordingFiles files, Tapes.Wanted wanted, Timeline timeline, long millis, int mostTracks, BooleanSupplier hasRoom,
            Function<Stand, Optional<Path>> pageOf) throws IOException {
        this.files = files;
        this.wanted = wanted;
        this.timeline = timeline.withEnded(false);
        this.millis = millis;
        this.hasRoom = hasRoom;
        this.pageOf = pageOf;
        this.nanos = System.nanoTime();
        this.recorder = new Recorder(files.directory(), files.count(), mostTracks, System::nanoTime, this::told);
        change(same -> same);
    }

    ObjLongConsumer<Incoming> taker() {
        return recorder;
    }

    /** Whether the disk has room for more. */
    boolean hasRoom() {
        return hasRoom.getAsBoolean();
    }

    private void told(Recorder.News news) {
        switch (news) {
            case Recorder.News.Begun(var file, var participant, var kind, var at) -> change(now -> now.begun(
                    new Timeline.Piece(file, wanted.label().apply(participant), kind.name().toLowerCase(Locale.ROOT), at(at), 0, 0, false)));
            case Recorder.News.Ended(var file, var at, var length, var gaps) -> change(now -> now.pieceEnded(file, at(at), length, gaps));
            case Recorder.News.LeftOut _ -> change(now -> now.noted("同时开着的画面和声音超过一次能录的路数，多出来的没有录。"));
            case Recorder.News.Failed _ -> {
                change(now -> now.noted("磁盘写不下去，录到这里为止。"));
                wanted.failed().run();
            }
        }
    }

    /** Notes what is on the agenda and which page is shown, where that changed. */
    void shows(Stand stand) {
        String item = stand.agenda().isEmpty() ? "" : stand.agenda().get(Math.clamp(stand.item(), 0, stand.agenda().size() - 1));
        String page = stand.deck() == null ? null : stand.deck().substring(0, 8) + "-" + stand.page() + ".png";
        if (last == null ? !item.isEmpty() || page != null : !last.item().equals(item) || !Objects.equals(last.page(), page)) {
            last = new Timeline.Mark(at(System.nanoTime()), item, page);
            var mark = last;
            copyPage(stand, page);
            change(now -> now.marked(mark));
        }
    }

    private void copyPage(Stand stand, @Nullable String page) {
        if (page == null || Files.exists(files.directory().resolve(page))) {
            return;
        }
        pageOf.apply(stand).ifPresent(shown -> {
            try {
                Files.copy(shown, files.directory().resolve(page));
            } catch (IOException e) {
                // the pictures and the sound are worth more than one page
                LOG.warn("a page was not kept: {}", e.getClass().getSimpleName());
            }
        });
    }

    private long at(long clock) {
        return millis + TimeUnit.NANOSECONDS.toMillis(clock - nanos);
    }

    private synchronized void change(UnaryOperator<Timeline> how) {
        timeline = how.apply(timeline);
        try {
            files.write(timeline);
        } catch (UncheckedIOException e) {
            // a full disk: the next change tries again, and the recorder says so itself
            LOG.warn("the timeline of a recording was not written: {}", e.getCause().getClass().getSimpleName());
        }
    }

    /** Ends the files, on a thread of its own: nobody in the room waits for the disk. */
    void end() {
        Thread.ofVirtual().name("end of recording").start(this::endNow);
    }

    private void endNow() {
        try {
            recorder.close();
            if (recorder.dropped() > 0) {
                change(now -> now.noted("磁盘慢，有的画面或声音没有来得及录下。"));
            }
            change(now -> now.withEnded(true));
        } finally {
            ended.complete(null);
        }
    }

    void onEnd(Runnable then) {
        ended.thenRun(then);
    }

    /** Waits until the files are whole; only after {@link #end}. */
    void awaitEnd() {
        ended.completeOnTimeout(null, LONGEST_ENDING, TimeUnit.SECONDS).join();
    }
}
