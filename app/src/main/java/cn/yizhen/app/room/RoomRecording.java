package cn.yizhen.app.room;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recording of a room. What a 主持人 turned on goes on after a restart of the program; it ends when one turns it off,
 * when the disk has no room for more, or when nobody came back for ten minutes.
 */
final class RoomRecording {

    private static final Logger LOG = LoggerFactory.getLogger(RoomRecording.class);
    /** A recording of a room that nobody came back to ends by itself. */
    static final Duration DESERTED = Duration.ofMinutes(10);

    private final UUID room;
    private final KeptStand kept;
    private final Audience audience;
    private final RoomMedia media;
    private final Refusals refusals;
    private final Function<Tapes.Wanted, Tape> tapes;
    private final Executor turn;
    private @Nullable Tape tape;

    RoomRecording(UUID room, KeptStand kept, Audience audience, RoomMedia media, LiveRoom.Around around) {
        this.room = room;
        this.kept = kept;
        this.audience = audience;
        this.media = media;
        this.refusals = around.refusals();
        this.tapes = around.tapes();
        this.turn = around.turn();
    }

    void begin(Stand.Recorded recording) {
        kept.change(stand -> stand.withRecording(recording));
        audience.changed();
        goOn();
    }

    /** Also after a restart of the program: what was turned on stays on. */
    void goOn() {
        if (kept.now().recording() instanceof Stand.Recorded recording && tape == null) {
            try {
                tape = tapes.apply(new Tapes.Wanted(room, recording.id(), this::nameAt, () -> turn.execute(this::diskFull)));
                media.tap(tape.taker());
            } catch (UncheckedIOException e) {
                LOG.warn("a recording cannot go on: {}", e.getCause().getClass().getSimpleName());
                diskFull();
            }
        }
    }

    private String nameAt(String seat) {
        return audience.at(seat) instanceof Present who ? who.token().name() : "";
    }

    /** Nothing where none runs. */
    void end() {
        kept.change(stand -> stand.withRecording(null));
        audience.changed();
        stopTape();
    }

    /** Ends the files and leaves the room as it is, so that the next start of the program goes on. */
    void stopTape() {
        if (tape != null) {
            media.tap(null);
            tape.end();
            tape = null;
        }
    }

    /** What is on the agenda and which page is shown now. */
    void shows() {
        if (tape != null) {
            tape.shows(kept.now());
        }
    }

    /** Once a second. */
    void tick(Instant now) {
        if (tape != null && audience.emptySince() instanceof Instant since && !now.isBefore(since.plus(DESERTED))) {
            end();
        } else if (tape != null && !tape.hasRoom()) {
            diskFull();
        }
    }

    /** It ends for want of room on the disk, and everybody is told; the meeting goes on. */
    private void diskFull() {
        if (kept.now().recording() != null) {
            end();
            audience.tellAll();
            audience.all().forEach(who -> refusals.tell(who, RoomError.DISK_FULL));
        }
    }
}
