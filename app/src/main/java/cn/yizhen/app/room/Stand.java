package cn.yizhen.app.room;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What of a running room survives a restart of the program. No names, no times: who is reached now is in memory only.
 *
 * @param secret    signs this room's tokens; hexadecimal
 * @param code      the six digits by which guests come in
 * @param chair     the seat that chairs, or null before a 主持人 came
 * @param open      everybody may speak; otherwise the 主持人 gives the floor
 * @param seats     by seat
 * @param agenda    what is on it, in order
 * @param item      which of them it is at, from 0
 * @param deck      whose pages are shown, or null
 * @param page      which, from 1
 * @param pages     how many there are
 * @param recording what is being recorded into, or null
 */
record Stand(String secret, String code, @Nullable String chair, boolean open, Map<String, Seat> seats, List<String> agenda, int item,
        @Nullable String deck, int page, int pages, @Nullable Recorded recording) {

    /** @param until the last day on which it is kept */
    record Recorded(UUID id, LocalDate until) {}

    /**
     * @param host     a 主持人
     * @param main     at the front (主会场)
     * @param floor    has the floor
     * @param muted    by a 主持人
     * @param admitted a guest whom a 主持人 confirmed, or somebody who signed in and was not sent out
     */
    record Seat(boolean host, boolean main, boolean floor, boolean muted, boolean admitted) {

        /** A seat before anybody decided anything of it. */
        static Seat empty(boolean admitted) {
            return new Seat(false, false, false, false, admitted);
        }

        Seat withHost(boolean value) {
            return new Seat(value, main || value, floor, muted, admitted);
        }

        Seat withMain(boolean value) {
            return new Seat(host, value, floor, muted, admitted);
        }

        Seat withFloor(boolean value) {
            return new Seat(host, main, value, !value && muted, admitted);
        }

        Seat withMuted(boolean value) {
            return new Seat(host, main, floor && !value, value, admitted);
        }

        Seat withAdmitted(boolean value) {
            return new Seat(host, main, floor, muted, value);
        }

        /** @param open whether the room is one in which everybody speaks */
        boolean speaks(boolean open) {
            return admitted && !muted && (host || floor || open);
        }
    }

    /** The beginning of a room nobody was in yet. */
    static Stand fresh(String secret, String code) {
        return new Stand(secret, code, null, true, Map.of(), List.of(), 0, null, 0, 0, null);
    }

    /** Somebody came: a seat of their own, or the one they had. */
    Stand seated(String seat, boolean host, boolean admitted) {
        var had = seats.getOrDefault(seat, Seat.empty(admitted));
        var all = new HashMap<>(seats);
        all.put(seat, host ? had.withHost(true) : had);
        return withSeats(all);
    }

    /** A change of one seat; none where nobody has it. */
    Stand withSeat(String seat, UnaryOperator<Seat> change) {
        var all = new HashMap<>(seats);
        all.computeIfPresent(seat, (_, one) -> change.apply(one));
        return withSeats(all);
    }

    boolean isHost(String seat) {
        return seats.containsKey(seat) && seats.get(seat).host();
    }

    /** Whether this seat may speak now. */
    boolean speaks(String seat) {
        return seats.containsKey(seat) && seats.get(seat).speaks(open);
    }

    boolean isAdmitted(String seat) {
        return seats.containsKey(seat) && seats.get(seat).admitted();
    }

    /** The front of the room: the chair, then who has the floor, then the other seats of the 主会场. */
    List<String> front() {
        var front = new LinkedHashSet<String>();
        if (chair != null) {
            front.add(chair);
        }
        seats.forEach((seat, one) -> {
            if (one.floor()) {
                front.add(seat);
            }
        });
        seats.forEach((seat, one) -> {
            if (one.main()) {
                front.add(seat);
            }
        });
        return List.copyOf(front);
    }

    Stand withCode(String value) {
        return new Stand(secret, value, chair, open, seats, agenda, item, deck, page, pages, recording);
    }

    Stand withChair(@Nullable String value) {
        return new Stand(secret, code, value, open, seats, agenda, item, deck, page, pages, recording);
    }

    Stand withOpen(boolean value) {
        return new Stand(secret, code, chair, value, seats, agenda, item, deck, page, pages, recording);
    }

    Stand withSeats(Map<String, Seat> value) {
        return new Stand(secret, code, chair, open, Map.copyOf(value), agenda, item, deck, page, pages, recording);
    }

    Stand withAgenda(List<String> value, int at) {
        return new Stand(secret, code, chair, open, seats, List.copyOf(value), at, deck, page, pages, recording);
    }

    Stand withDeck(@Nullable String value, int at, int of) {
        return new Stand(secret, code, chair, open, seats, agenda, item, value, at, of, recording);
    }

    Stand withRecording(@Nullable Recorded value) {
        return new Stand(secret, code, chair, open, seats, agenda, item, deck, page, pages, value);
    }
}
