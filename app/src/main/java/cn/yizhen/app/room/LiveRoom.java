package cn.yizhen.app.room;

import cn.yizhen.sfu.room.MediaServer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A room while somebody is in it: the way of what is asked for over the lines to the part it is about. Everything happens
 * in turn on one executor, so nothing here needs a lock.
 *
 * <p>The parts: the {@link Stand} is what survives (seats, floor, agenda, pages), and {@link Chairing} what a 主持人 decides
 * of it; the {@link Audience} is who is here and what they are told; {@link Chair}, {@link RoomMedia} and
 * {@link RoomRecording} are what their names say.
 *
 * <p>Any 主持人 may do what a 主持人 does; of two who disagree the later wins, and both see it.
 */
final class LiveRoom {

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
    private final Audience audience;
    private final RoomMedia media;
    private final Chair chair;
    private final RoomRecording recording;

    LiveRoom(Room room, KeptStand kept, Around around) {
        this.room = room;
        this.kept = kept;
        this.around = around;
        this.audience = new Audience(this::shown, around.clock());
        this.media = new RoomMedia(room.id().toString(), around.media(), kept, around.refusals(), around.turn(), () -> changed(null), around.connected());
        this.chair = new Chair(kept, audience, around.clock());
        this.recording = new RoomRecording(room.id(), kept, audience, media, around);
    }

    private Map<String, ?> shown(Present who) {
        return RoomState.shown(room, stand(), audience.all(), who, media.speakers());
    }

    Room room() {
        return room;
    }

    Stand stand() {
        return kept.now();
    }

    boolean isEmpty() {
        return audience.isEmpty();
    }

    /** Since when nobody is here, or null while somebody is. */
    @Nullable Instant emptySince() {
        return audience.emptySince();
    }

    /** People whose line stands, for a gauge without persons. */
    int size() {
        return audience.size();
    }

    void inTurn(Runnable work) {
        around.turn().execute(work);
    }

    /** A line with a token that was proved. Whoever sat there under the same name gives way. */
    void enter(Present who) {
        if (!audience.isHere(who.seat()) && !hasRoomFor(who)) {
            who.hangUp();
            return;
        }
        if (audience.comes(who) instanceof Present earlier) {
            around.refusals().tell(earlier, RoomError.ELSEWHERE);
            earlier.hangUp();
        }
        kept.change(stand -> stand.seated(who.seat(), who.token().host(), !who.token().guest()));
        chair.came(who);
        who.tell(Map.of("type", "welcome", "seat", who.seat(), "title", room.title(), "phone", room.phone()));
        if (stand().isAdmitted(who.seat())) {
            media.join(who);
        }
        recording.goOn();
        changed(who);
    }

    private boolean hasRoomFor(Present who) {
        if (audience.size() >= around.most()) {
            around.refusals().tell(who, RoomError.ROOM_FULL);
            return false;
        }
        if (!around.admits().get()) {
            around.refusals().tell(who, RoomError.MACHINE_FULL);
            return false;
        }
        return true;
    }

    /** The line is gone. */
    void left(Present who) {
        if (audience.goes(who)) {
            RoomMedia.leave(who);
            chair.left(who);
            changed(null);
        }
    }

    /** Something that was asked for over a line. */
    void asked(Present who, Wish wish) {
        if (!audience.isHere(who)) {
            return;
        }
        who.heard();
        switch (wish) {
            case Wish.Ping _ -> who.tell(Map.of("type", "pong"));
            case Wish.Media offered -> media.asked(who, offered);
            case Wish.Sending(var kinds) -> {
                who.sending(kinds);
                media.allow(who);
                changed(who);
            }
            case Wish.Hand(var up) -> {
                who.hand(up && !stand().speaks(who.seat()));
                changed(who);
            }
            case Wish.OfHost wanted when stand().isHost(who.seat()) -> {
                decided(who, wanted);
                audience.all().forEach(media::allow);
                media.venue();
                changed(who);
            }
            case Wish.OfHost _ -> around.refusals().tell(who, RoomError.NOT_HOST);
        }
    }

    private void decided(Present who, Wish.OfHost wanted) {
        switch (wanted) {
            case Wish.OnStand wish -> kept.change(stand -> Chairing.after(stand, wish, around.freshCode()));
            case Wish.Host(var seat) -> makeHost(who, seat);
            case Wish.Admit(var seat, var on) -> admitGuest(seat, on);
            case Wish.Remove(var seat) -> remove(who, seat);
            case Wish.EndRecording _ -> endRecording();
        }
        if (wanted instanceof Wish.Floor(var seat, _) && audience.at(seat) instanceof Present asked) {
            asked.hand(false);
        }
    }

    private void makeHost(Present who, String seat) {
        if (audience.at(seat) instanceof Present other && !other.token().guest() && stand().isAdmitted(seat)) {
            kept.change(stand -> stand.withSeat(seat, one -> one.withHost(true)));
        } else {
            around.refusals().tell(who, RoomError.NO_SUCH_SEAT);
        }
    }

    private void admitGuest(String seat, boolean on) {
        var guest = audience.at(seat);
        if (!on) {
            if (guest != null) {
                sendOut(guest, RoomError.NOT_ADMITTED);
            }
        } else if (guest != null && !stand().isAdmitted(seat)) {
            kept.change(stand -> stand.withSeat(seat, one -> one.withAdmitted(true)));
            media.join(guest);
        }
    }

    private void remove(Present who, String seat) {
        if (audience.at(seat) instanceof Present other && other != who) {
            sendOut(other, RoomError.REMOVED);
        }
    }

    /** Whoever comes back after this waits at the door, with an account too. Not a 主持人 by right, whom nobody could let in again. */
    private void sendOut(Present who, RoomError why) {
        around.refusals().tell(who, why);
        who.hangUp();
        kept.change(stand -> stand.withSeat(who.seat(), _ -> Stand.Seat.empty(who.token().host())));
    }

    /** Pages were put in. */
    void deck(String deck, int pages) {
        kept.change(stand -> stand.withDeck(deck, 1, pages));
        changed(null);
    }

    /** Another agenda was planned than before; it begins with its first item. */
    void planned(List<String> items) {
        kept.change(stand -> Chairing.after(stand, new Wish.Agenda(items, 0), around.freshCode()));
        changed(null);
    }

    /** A 主持人 turned the recording on; everybody is told at once, and sees it for as long as it runs. */
    void record(Stand.Recorded wanted) {
        recording.begin(wanted);
        recording.shows();
        audience.tellAll();
    }

    /** Ends the recording; nothing where none runs. */
    void endRecording() {
        recording.end();
        audience.tellAll();
    }

    /** Ends the files and leaves the room as it is, so that the next start of the program goes on. */
    void stopTape() {
        recording.stopTape();
    }

    /** Once a second: lines that fell silent, a stand the disk would not take, a chair or a recording that has waited long enough. */
    void tick() {
        audience.all().stream().filter(Present::fellSilent).forEach(who -> {
            left(who);
            who.hangUp();
        });
        kept.settle();
        var now = around.clock().instant();
        audience.notAhead(now);
        if (chair.passesOn(now)) {
            audience.changed();
        }
        recording.tick(now);
        recording.shows();
        audience.tellAll();
    }

    private void changed(@Nullable Present asker) {
        recording.shows();
        audience.changed();
        audience.settle(asker);
    }

    /** What somebody hears of the forwarding unit; for a test that has none to hear of. */
    RoomMedia media() {
        return media;
    }
}
