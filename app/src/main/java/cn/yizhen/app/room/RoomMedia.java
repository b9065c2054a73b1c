package cn.yizhen.app.room;

import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.room.Events;
import cn.yizhen.sfu.room.MediaServer;
import cn.yizhen.sfu.room.Participant;
import cn.yizhen.sfu.sdp.BadDescription;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A room's pictures and sound: who is joined to the forwarding unit, what each may send, who is at the front. In turn. */
final class RoomMedia {

    private final String room;
    private final Supplier<MediaServer> server;
    private final KeptStand stand;
    private final Refusals refusals;
    private final Executor turn;
    private final Runnable changed;
    private final Consumer<Present> connected;
    private List<String> speakers = List.of();

    /**
     * @param changed   something that the page shows
     * @param connected somebody whom the room's pictures and sound reach now
     */
    RoomMedia(String room, Supplier<MediaServer> server, KeptStand stand, Refusals refusals, Executor turn, Runnable changed, Consumer<Present> connected) {
        this.room = room;
        this.server = server;
        this.stand = stand;
        this.refusals = refusals;
        this.turn = turn;
        this.changed = changed;
        this.connected = connected;
    }

    List<String> speakers() {
        return speakers;
    }

    /** Joins somebody who may be seen and heard, if the line has room. */
    void join(Present who) {
        switch (server.get().join(room, who.seat(), events(who))) {
            case MediaServer.Admission.Admitted(var participant, var pictures) -> {
                who.participant(participant, pictures);
                who.tell(Map.of("type", "media", "pictures", pictures));
                if (!pictures) {
                    refusals.tell(who, RoomError.SOUND_ONLY);
                }
                allow(who);
                venue();
            }
            case MediaServer.Admission.Full _ -> refusals.tell(who, RoomError.LINE_FULL);
        }
    }

    static void leave(Present who) {
        Participant participant = who.participant();
        if (participant != null) {
            participant.leave();
            who.participant(null, true);
        }
    }

    /** Something about one of the two connections; nothing for whom is not joined. */
    void asked(Present who, Wish.Media wish) {
        Participant participant = who.participant();
        if (participant == null) {
            return;
        }
        try {
            switch (wish) {
                case Wish.Up(var sdp, var kinds) -> who.tell(Map.of("type", "up", "sdp", participant.offerUp(sdp, kinds)));
                case Wish.Down _ -> {
                    // made anew: what was reached before is not any longer
                    who.reached(false);
                    who.tell(Map.of("type", "down", "sdp", participant.offerDown()));
                }
                case Wish.DownAnswer(var sdp) -> participant.answerDown(sdp);
                case Wish.View(var pictures, var first) -> participant.view(who.pictures() ? pictures : 0, first);
            }
        } catch (BadDescription e) {
            refusals.tell(who, RoomError.BAD_DESCRIPTION);
        }
    }

    /** Lets through what somebody sends and may send now. */
    void allow(Present who) {
        var seat = stand.now().seats().get(who.seat());
        var participant = who.participant();
        if (seat == null || participant == null) {
            return;
        }
        var kinds = EnumSet.of(Kind.CAMERA);
        if (seat.speaks(stand.now().open())) {
            kinds.add(Kind.MICROPHONE);
            kinds.add(Kind.SCREEN);
        }
        kinds.retainAll(who.sending());
        participant.allow(kinds);
    }

    void venue() {
        server.get().mainVenue(room, stand.now().front());
    }

    /** Hands everything that is seen and heard to a recorder as well, or to nobody. */
    void tap(@Nullable ObjLongConsumer<Incoming> taker) {
        server.get().tap(room, taker);
    }

    Events events(Present who) {
        return new Events() {
            @Override
            public void upConnected() {
                // the browser sees its own connection
            }

            @Override
            public void downConnected() {
                turn.execute(() -> {
                    who.reached(true);
                    changed.run();
                    connected.accept(who);
                });
            }

            @Override
            public void slots(Map<String, String> slots) {
                turn.execute(() -> who.tell(Map.of("type", "slots", "slots", slots)));
            }

            @Override
            public void weak(boolean weak) {
                turn.execute(() -> {
                    who.weak(weak);
                    who.tell(Map.of("type", "weak", "weak", weak));
                    changed.run();
                });
            }

            @Override
            public void speakers(List<String> participants) {
                turn.execute(() -> {
                    speakers = participants;
                    who.tell(Map.of("type", "speakers", "seats", participants));
                });
            }

            @Override
            public void ended(String why) {
                // the browser notices, and makes the connection anew
            }
        };
    }
}
