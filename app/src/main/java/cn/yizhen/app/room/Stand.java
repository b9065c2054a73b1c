package cn.yizhen.app.room;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a running room survives a restart of the program. No names, no times: who is reached now is in memory only.
 *
 * @param secret   signs this room's tokens; hexadecimal
 * @param code     the six digits by which guests come in
 * @param chair    the seat that chairs, or null before a 主持人 came
 * @param open     everybody may speak; otherwise the 主持人 gives the floor
 * @param seats    by seat
 * @param agenda   what is on it, in order
 * @param item     which of them it is at, from 0
 * @param deck     whose pages are shown, or null
 * @param page     which, from 1
 * @param pages    how many there are
 */
record Stand(String secret, String code, @Nullable String chair, boolean open, Map<String, Seat> seats, List<String> agenda, int item,
        @Nullable String deck, int page, int pages) {

    /**
     * @param host     a 主持人
     * @param main     at the front (主会场)
     * @param floor    has the floor
     * @param muted    by a 主持人
     * @param admitted a guest whom a 主持人 confirmed, or somebody who signed in
     */
    record Seat(boolean host, boolean main, boolean floor, boolean muted, boolean admitted) {

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
    }

    Stand withCode(String value) {
        return new Stand(secret, value, chair, open, seats, agenda, item, deck, page, pages);
    }

    Stand withChair(@Nullable String value) {
        return new Stand(secret, code, value, open, seats, agenda, item, deck, page, pages);
    }

    Stand withOpen(boolean value) {
        return new Stand(secret, code, chair, value, seats, agenda, item, deck, page, pages);
    }

    Stand withSeats(Map<String, Seat> value) {
        return new Stand(secret, code, chair, open, Map.copyOf(value), agenda, item, deck, page, pages);
    }

    Stand withAgenda(List<String> value, int at) {
        return new Stand(secret, code, chair, open, seats, List.copyOf(value), at, deck, page, pages);
    }

    Stand withDeck(@Nullable String value, int at, int of) {
        return new Stand(secret, code, chair, open, seats, agenda, item, value, at, of);
    }
}
