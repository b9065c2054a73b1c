package cn.yizhen.app.room;

import cn.yizhen.sfu.room.MediaServer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A room while somebody is in it: who is there, and what they ask for. Everything happens in turn on one executor, so
 * nothing here needs a lock. What of it survives is the {@link Stand}; pictures and sound are {@link RoomMedia}.
 *
 * <p>Any 主持人 may do what a 主持人 does; of two who disagree the later wins, and both see it. One of them chairs: the
 * first to come. When the chair's line has been gone for half a minute the next 主持人 present chairs; with none present
 * everything stays as it is (who has the floor keeps it, nobody new gets it) until one is back.
 */
final class LiveRoom {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoom.class);
    private static final Duration CHAIR_GONE = Duration.ofSeconds(30);
    /** A recording of a room that nobody came back to ends by itself. */
    static final Duration DESERTED = Duration.ofMinutes(10);
    /** So many are told of every change at once; more, once a second, so that a hundred who come at once cost nobody's line. */
    private static final int TOLD_AT_ONCE = 20;

    /**
     * What a room needs from around it.
     *
     * @param media     the forwarding unit
     * @param refusals  tells and counts what is refused
     * @param freshCode draws six digits
     * @param admits    whether the machine takes one more person; the room's own limit is apart
     * @param connected somebody whom pictures and sound reach
     * @param tapes     goes on with a recording
     * @param most      people at once
     * @param turn      runs what it is given one after another
     */
    record Around(Supplier<MediaServer> media, Refusals refusals, Supplier<String> freshCode, Supplier<Boolean> admits, Consumer<Present> connected,
            Function<Tapes.Wanted, Tape> tapes, int most, Executor turn, Clock clock) {}

    private final Room room;
    private final KeptStand kept;
    private final Around around;
    private final RoomMedia media;
    /** Changed in turn, counted from anywhere. */
    private final Map<String, Present> present = Collections.synchronizedMap(new LinkedHashMap<>());
    private @Nullable Tape tape;
    private @Nullable Instant chairGoneSince;
    private volatile @Nullable Instant emptySince;
    private boolean changed;

    LiveRoom(Room room, KeptStand kept, Around around) {
        this.room = room;
        this.kept = kept;
        this.around = around;
        this.emptySince = around.clock().instant();
        this.media = new RoomMedia(room.id().toString(), around.media(), kept, around.refusals(), around.turn(), () -> {
            changed = true;
            settle();
        }, around.connected());
    }

    Room room() {
        return room;
    }

    Stand stand() {
        return kept.now();
    }

    boolean isEmpty() {
        return present.isEmpty();
    }

    /** Since when nobody is here, or null while somebody is. */
    @Nullable Instant emptySince() {
        return emptySince;
    }

    /** People whose line stands, for a gauge without persons. */
    int size() {
        return present.size();
    }

    void inTurn(Runnable work) {
        around.turn().execute(work);
    }

    /** A line with a token that was proved. Whoever sat there under the same name gives way. */
    void enter(Present who) {
        if (!present.containsKey(who.seat()) && !hasRoomFor(who)) {
            who.hangUp();
            return;
        }
        var earlier = present.put(who.seat(), who);
        emptySince = null;
        if (earlier != null) {
            around.refusals().tell(earlier, RoomError.ELSEWHERE);
            earlier.hangUp();
        }
        kept.change(stand -> stand.seated(who.seat(), who.token().host(), !who.token().guest()));
        var chair = stand().chair();
        if (seat(who).host() && (chair == null || who.seat().equals(chair) || !present.containsKey(chair))) {
            chair(who.seat());
        }
        who.tell(Map.of("type", "welcome", "seat", who.seat(), "title", room.title(), "phone", room.phone()));
        if (seat(who).admitted()) {
            media.join(who);
        }
        goOnRecording();
        changed = true;
        settle(who);
    }

    private boolean hasRoomFor(Present who) {
        if (present.size() >= around.most()) {
            around.refusals().tell(who, RoomError.ROOM_FULL);
            return false;
        }
        if (!around.admits().get()) {
            around.refusals().tell(who, RoomError.MACHINE_FULL);
            return false;
        }
        return true;
    }

    private Stand.Seat seat(Present who) {
        return stand().seats().get(who.seat());
    }

    /** The line is gone. */
    void left(Present who) {
        if (present.remove(who.seat(), who)) {
            RoomMedia.leave(who);
            if (who.seat().equals(stand().chair())) {
                chairGoneSince = around.clock().instant();
            }
            if (present.isEmpty()) {
                emptySince = around.clock().instant();
            }
            changed = true;
            settle();
        }
    }

    /** Something that was asked for over a line. */
    void asked(Present who, Wish wish) {
        if (present.get(who.seat()) != who) {
            return;
        }
        who.heard();
        boolean host = seat(who).host();
        switch (wish) {
            case Wish.Ping _ -> who.tell(Map.of("type", "pong"));
            case Wish.Media offered -> media.asked(who, offered);
            case Wish.Sending(var kinds) -> {
                who.sending(kinds);
                media.allow(who);
                changed = true;
            }
            case Wish.Hand(var up) -> {
                who.hand(up && !seat(who).speaks(stand().open()));
                changed = true;
            }
            case Wish.OfHost wanted when host -> decided(who, wanted);
            case Wish.OfHost _ -> around.refusals().tell(who, RoomError.NOT_HOST);
        }
        settle(who);
    }

    private void decided(Present who, Wish.OfHost wanted) {
        changed = true;
        switch (wanted) {
            case Wish.OnStand wish -> kept.change(stand -> Chairing.after(stand, wish, around.freshCode()));
            case Wish.Host(var seat) -> makeHost(who, seat);
            case Wish.Admit(var seat, var on) -> admitGuest(seat, on);
            case Wish.Remove(var seat) -> remove(who, seat);
        }
        if (wanted instanceof Wish.Floor(var seat, _) && present.get(seat) instanceof Present asked) {
            asked.hand(false);
        }
        present.values().forEach(media::allow);
        media.venue();
    }

    private void makeHost(Present who, String seat) {
        Present other = present.get(seat);
        if (other == null || other.token().guest()) {
            around.refusals().tell(who, RoomError.NO_SUCH_SEAT);
        } else {
            kept.change(stand -> stand.withSeat(seat, one -> one.withHost(true)));
        }
    }

    private void admitGuest(String seat, boolean on) {
        Present guest = present.get(seat);
        if (!on) {
            if (guest != null) {
                around.refusals().tell(guest, RoomError.NOT_ADMITTED);
                guest.hangUp();
            }
            kept.change(stand -> stand.without(seat));
        } else if (guest != null && !seat(guest).admitted()) {
            kept.change(stand -> stand.withSeat(seat, one -> one.withAdmitted(true)));
            media.join(guest);
        }
    }

    private void remove(Present who, String seat) {
        Present other = present.get(seat);
        if (other != null && other != who) {
            around.refusals().tell(other, RoomError.REMOVED);
            other.hangUp();
            kept.change(stand -> stand.without(seat));
        }
    }

    /** Pages were put in. */
    void deck(String deck, int pages) {
        kept.change(stand -> stand.withDeck(deck, 1, pages));
        changed = true;
        settle();
    }

    /** A 主持人 turned the recording on; everybody is told, and sees it for as long as it runs. */
    void record(Stand.Recorded recording) {
        kept.change(stand -> stand.withRecording(recording));
        goOnRecording();
        changed = true;
        tellAll();
    }

    /** Ends the recording; nothing where none runs. */
    void endRecording() {
        kept.change(stand -> stand.withRecording(null));
        stopTape();
        changed = true;
        tellAll();
    }

    /** Also after a restart of the program: what was turned on stays on. */
    private void goOnRecording() {
        if (stand().recording() instanceof Stand.Recorded recording && tape == null) {
            try {
                tape = around.tapes().apply(new Tapes.Wanted(room.id(), recording.id(),
                        seat -> present.get(seat) instanceof Present who ? who.token().name() : "", () -> inTurn(this::diskFull)));
                media.tap(tape.taker());
            } catch (UncheckedIOException e) {
                LOG.warn("a recording cannot go on: {}", e.getCause().getClass().getSimpleName());
                diskFull();
            }
        }
    }

    /** The recording ends for want of room on the disk, and everybody is told; the meeting goes on. */
    private void diskFull() {
        if (stand().recording() != null) {
            endRecording();
            present.values().forEach(who -> around.refusals().tell(who, RoomError.DISK_FULL));
        }
    }

    /** Ends the files and leaves the room as it is, so that the next start of the program goes on. */
    void stopTape() {
        if (tape != null) {
            media.tap(null);
            tape.end();
            tape = null;
        }
    }

    private void chair(String seat) {
        chairGoneSince = null;
        kept.change(stand -> stand.withChair(seat));
    }

    /**
     * Once a second: lines that fell silent, the chair that vanished, a recording nobody is left in or the disk has no room
     * for, and telling everybody what changed since.
     */
    void tick() {
        List.copyOf(present.values()).stream().filter(Present::fellSilent).forEach(who -> {
            left(who);
            who.hangUp();
        });
        kept.settle();
        var now = around.clock().instant();
        notAhead(now);
        if (chairGoneSince != null && !now.isBefore(chairGoneSince.plus(CHAIR_GONE))) {
            present.values().stream().filter(who -> seat(who).host()).findFirst().ifPresent(next -> {
                chair(next.seat());
                changed = true;
            });
        }
        if (tape != null && emptySince instanceof Instant since && !now.isBefore(since.plus(DESERTED))) {
            endRecording();
        }
        if (tape != null && !tape.hasRoom()) {
            diskFull();
        }
        tellAll();
    }

    /** The machine's clock was set back: what began "later" begins now, or a chair would be waited for until then. */
    private void notAhead(Instant now) {
        if (chairGoneSince instanceof Instant since && since.isAfter(now)) {
            chairGoneSince = now;
        }
        if (emptySince instanceof Instant since && since.isAfter(now)) {
            emptySince = now;
        }
    }

    private void settle() {
        if (present.size() <= TOLD_AT_ONCE) {
            tellAll();
        }
    }

    /** Tells whoever asked what became of it; the others with the next second where there are many. */
    private void settle(Present asker) {
        if (present.size() <= TOLD_AT_ONCE) {
            tellAll();
        } else if (changed && present.get(asker.seat()) == asker) {
            show(asker);
        }
    }

    private void tellAll() {
        if (tape != null) {
            tape.shows(stand());
        }
        if (changed) {
            changed = false;
            present.values().forEach(this::show);
        }
    }

    private void show(Present who) {
        who.tell(RoomState.shown(room, stand(), present.values(), who, media.speakers()));
    }

    /** What somebody hears of the forwarding unit; for a test that has none to hear of. */
    RoomMedia media() {
        return media;
    }
}
