package cn.yizhen.app.room;

import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.room.Events;
import cn.yizhen.sfu.room.MediaServer;
import cn.yizhen.sfu.room.Participant;
import cn.yizhen.sfu.sdp.BadDescription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A room while somebody is in it: who sits where, who has the floor, who chairs. Everything happens in turn on one
 * executor, so nothing here needs a lock.
 *
 * <p>Any 主持人 may do what a 主持人 does; of two who disagree the later wins, and both see it. One of them chairs: the
 * first to come. When the chair's line has been gone for half a minute the next 主持人 present chairs; with none present
 * everything stays as it is (who has the floor keeps it, nobody new gets it) until one is back.
 */
final class LiveRoom {

    private static final Duration CHAIR_GONE = Duration.ofSeconds(30);
    private static final int MOST_ITEMS = 30;
    private static final int LONGEST_ITEM = 100;

    private final Room room;
    private final Supplier<MediaServer> media;
    private final Consumer<Stand> keep;
    private final Supplier<String> freshCode;
    private final int most;
    private final Executor turn;
    private final Clock clock;
    /** Changed in turn, counted from anywhere. */
    private final Map<String, Present> present = java.util.Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile Stand stand;
    private @Nullable Instant chairGoneSince;
    private List<String> speakers = List.of();
    private boolean changed;

    /**
     * @param keep      writes the stand where it survives a restart
     * @param freshCode draws six digits
     * @param most      people at once
     * @param turn      runs what it is given one after another
     */
    LiveRoom(Room room, Stand stand, Supplier<MediaServer> media, Consumer<Stand> keep, Supplier<String> freshCode, int most, Executor turn,
            Clock clock) {
        this.room = room;
        this.stand = stand;
        this.media = media;
        this.keep = keep;
        this.freshCode = freshCode;
        this.most = most;
        this.turn = turn;
        this.clock = clock;
    }

    Room room() {
        return room;
    }

    Stand stand() {
        return stand;
    }

    boolean isEmpty() {
        return present.isEmpty();
    }

    /** People whose line stands, for a gauge without persons. */
    int size() {
        return present.size();
    }

    void inTurn(Runnable work) {
        turn.execute(work);
    }

    /** A line with a token that was proved. Whoever sat there under the same name gives way. */
    void enter(Present who) {
        if (!present.containsKey(who.seat()) && present.size() >= most) {
            refuse(who, RoomError.ROOM_FULL);
            who.hangUp();
            return;
        }
        var earlier = present.put(who.seat(), who);
        if (earlier != null) {
            refuse(earlier, RoomError.ELSEWHERE);
            earlier.hangUp();
        }
        var seat = stand.seats().getOrDefault(who.seat(), new Stand.Seat(false, false, false, false, !who.token().guest()));
        seat(who.seat(), _ -> who.token().host() ? seat.withHost(true) : seat);
        if (stand.seats().get(who.seat()).host() && (stand.chair() == null || who.seat().equals(stand.chair()) || !present.containsKey(stand.chair()))) {
            chair(who.seat());
        }
        who.tell(Map.of("type", "welcome", "seat", who.seat(), "title", room.title(), "phone", room.phone()));
        admit(who);
        changed = true;
        settle();
    }

    private void admit(Present who) {
        if (!stand.seats().get(who.seat()).admitted()) {
            return;
        }
        switch (media.get().join(room.id().toString(), who.seat(), events(who))) {
            case MediaServer.Admission.Admitted(var participant, var pictures) -> {
                who.participant(participant, pictures);
                who.tell(Map.of("type", "media", "pictures", pictures));
                if (!pictures) {
                    refuse(who, RoomError.SOUND_ONLY);
                }
                allow(who);
                venue();
            }
            case MediaServer.Admission.Full _ -> refuse(who, RoomError.LINE_FULL);
        }
    }

    /** The line is gone. */
    void left(Present who) {
        if (present.remove(who.seat(), who)) {
            leaveMedia(who);
            if (who.seat().equals(stand.chair())) {
                chairGoneSince = clock.instant();
            }
            changed = true;
            settle();
        }
    }

    private static void leaveMedia(Present who) {
        Participant participant = who.participant();
        if (participant != null) {
            participant.leave();
            who.participant(null, true);
        }
    }

    /** Something that was asked for over a line. */
    void asked(Present who, Wish wish) {
        if (present.get(who.seat()) != who) {
            return;
        }
        boolean host = stand.seats().get(who.seat()).host();
        switch (wish) {
            case Wish.Ping _ -> who.tell(Map.of("type", "pong"));
            case Wish.Media offered -> withParticipant(who, participant -> media(who, participant, offered));
            case Wish.Sending(var kinds) -> {
                who.sending(kinds);
                allow(who);
                changed = true;
            }
            case Wish.Hand(var up) -> {
                who.hand(up && !mayWithoutAsking(who));
                changed = true;
            }
            case Wish.OfHost wanted when host -> chairs(who, wanted);
            case Wish.OfHost _ -> refuse(who, RoomError.NOT_HOST);
        }
        settle();
    }

    private boolean mayWithoutAsking(Present who) {
        var seat = stand.seats().get(who.seat());
        return speaks(seat);
    }

    private void media(Present who, Participant participant, Wish.Media offered) {
        try {
            switch (offered) {
                case Wish.Up(var sdp, var kinds) -> who.tell(Map.of("type", "up", "sdp", participant.offerUp(sdp, kinds)));
                case Wish.Down _ -> who.tell(Map.of("type", "down", "sdp", participant.offerDown()));
                case Wish.DownAnswer(var sdp) -> participant.answerDown(sdp);
                case Wish.View(var pictures, var first) -> participant.view(who.pictures() ? pictures : 0, first);
            }
        } catch (BadDescription e) {
            refuse(who, RoomError.BAD_DESCRIPTION);
        }
    }

    private static void withParticipant(Present who, Consumer<Participant> work) {
        Participant participant = who.participant();
        if (participant != null) {
            work.accept(participant);
        }
    }

    private void chairs(Present who, Wish.OfHost wanted) {
        changed = true;
        switch (wanted) {
            case Wish.Floor(var seat, var on) -> {
                seat(seat, one -> one.withFloor(on));
                lowerHand(seat);
            }
            case Wish.Mute(var seat, var on) -> seat(seat, one -> one.host() && on && seat.equals(stand.chair()) ? one : one.withMuted(on));
            case Wish.MuteAll _ -> stand.seats().forEach((seat, one) -> {
                if (!one.host()) {
                    seat(seat, same -> same.withFloor(false).withMuted(stand.open()));
                }
            });
            case Wish.Main(var seat, var on) -> seat(seat, one -> one.withMain(on || one.host()));
            case Wish.Host(var seat) -> makeHost(who, seat);
            case Wish.Admit(var seat, var on) -> admitGuest(seat, on);
            case Wish.Remove(var seat) -> remove(who, seat);
            case Wish.Open(var on) -> stand = stand.withOpen(on);
            case Wish.Agenda(var items, var at) -> stand = stand.withAgenda(items.stream().limit(MOST_ITEMS)
                    .map(item -> item.length() > LONGEST_ITEM ? item.substring(0, LONGEST_ITEM) : item).toList(), Math.clamp(at, 0, Math.max(0, items.size() - 1)));
            case Wish.Page(var page) -> stand = stand.withDeck(stand.deck(), Math.clamp(page, 1, Math.max(1, stand.pages())), stand.pages());
            case Wish.NoDeck _ -> stand = stand.withDeck(null, 0, 0);
            case Wish.FreshCode _ -> stand = stand.withCode(freshCode.get());
        }
        present.values().forEach(this::allow);
        venue();
        keep.accept(stand);
    }

    private void makeHost(Present who, String seat) {
        Present other = present.get(seat);
        if (other == null || other.token().guest()) {
            refuse(who, RoomError.NO_SUCH_SEAT);
        } else {
            seat(seat, one -> one.withHost(true));
        }
    }

    private void admitGuest(String seat, boolean on) {
        Present guest = present.get(seat);
        if (!on) {
            if (guest != null) {
                refuse(guest, RoomError.NOT_ADMITTED);
                guest.hangUp();
            }
            forget(seat);
        } else if (guest != null && !stand.seats().get(seat).admitted()) {
            seat(seat, one -> one.withAdmitted(true));
            admit(guest);
        }
    }

    private void remove(Present who, String seat) {
        Present other = present.get(seat);
        if (other != null && other != who) {
            refuse(other, RoomError.REMOVED);
            other.hangUp();
            forget(seat);
        }
    }

    private void forget(String seat) {
        var seats = new HashMap<>(stand.seats());
        seats.remove(seat);
        stand = stand.withSeats(seats);
    }

    private void lowerHand(String seat) {
        Present who = present.get(seat);
        if (who != null) {
            who.hand(false);
        }
    }

    /** Pages were put in. */
    void deck(String deck, int pages) {
        stand = stand.withDeck(deck, 1, pages);
        keep.accept(stand);
        changed = true;
        settle();
    }

    private void chair(String seat) {
        chairGoneSince = null;
        stand = stand.withChair(seat);
        keep.accept(stand);
    }

    private void seat(String seat, UnaryOperator<Stand.Seat> change) {
        var old = stand.seats().getOrDefault(seat, new Stand.Seat(false, false, false, false, false));
        var next = change.apply(old);
        if (!next.equals(stand.seats().get(seat))) {
            var seats = new HashMap<>(stand.seats());
            seats.put(seat, next);
            stand = stand.withSeats(seats);
            keep.accept(stand);
        }
    }

    private boolean speaks(Stand.Seat seat) {
        return seat.admitted() && !seat.muted() && (seat.host() || seat.floor() || stand.open());
    }

    private void allow(Present who) {
        var seat = stand.seats().get(who.seat());
        if (seat == null) {
            return;
        }
        var kinds = EnumSet.noneOf(Kind.class);
        kinds.add(Kind.CAMERA);
        if (speaks(seat)) {
            kinds.add(Kind.MICROPHONE);
            kinds.add(Kind.SCREEN);
        }
        kinds.retainAll(who.sending());
        withParticipant(who, participant -> participant.allow(kinds));
    }

    /** The front of the room: the chair, then who has the floor, then the other seats of the 主会场. */
    private void venue() {
        var front = new ArrayList<String>();
        if (stand.chair() != null) {
            front.add(stand.chair());
        }
        stand.seats().forEach((seat, one) -> {
            if (one.floor() && !front.contains(seat)) {
                front.add(seat);
            }
        });
        stand.seats().forEach((seat, one) -> {
            if (one.main() && !front.contains(seat)) {
                front.add(seat);
            }
        });
        media.get().mainVenue(room.id().toString(), front);
    }

    /** Once a second: the chair that vanished, and telling everybody what changed since. */
    void tick() {
        if (chairGoneSince != null && !clock.instant().isBefore(chairGoneSince.plus(CHAIR_GONE))) {
            present.values().stream().filter(who -> stand.seats().get(who.seat()).host()).findFirst().ifPresent(next -> {
                chair(next.seat());
                changed = true;
            });
        }
        settle();
    }

    private void settle() {
        if (changed) {
            changed = false;
            present.values().forEach(who -> who.tell(RoomState.shown(stand, present.values(), who, speakers)));
        }
    }

    private Events events(Present who) {
        return new Events() {
            @Override
            public void upConnected() {
                // the browser sees its own connection
            }

            @Override
            public void downConnected() {
                // as above
            }

            @Override
            public void slots(Map<String, String> slots) {
                inTurn(() -> who.tell(Map.of("type", "slots", "slots", slots)));
            }

            @Override
            public void weak(boolean weak) {
                inTurn(() -> {
                    who.weak(weak);
                    who.tell(Map.of("type", "weak", "weak", weak));
                    changed = true;
                    settle();
                });
            }

            @Override
            public void speakers(List<String> participants) {
                inTurn(() -> {
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

    static void refuse(Present who, RoomError error) {
        who.tell(Map.of("type", "error", "id", error.id(), "text", error.text()));
    }

    /** Seats that are reached now. */
    Set<String> reached() {
        return Set.copyOf(present.keySet());
    }
}
