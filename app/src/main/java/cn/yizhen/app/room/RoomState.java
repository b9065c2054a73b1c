package cn.yizhen.app.room;

import cn.yizhen.sfu.media.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one person is shown of a room. Whom pictures and sound reach, who has a weak link, and who waits outside, only a 主持人 sees. */
final class RoomState {

    /** Where more are here, people who only listen are a number to everybody but a 主持人: a weak line has better things to carry. */
    private static final int SHOWN = 60;

    private RoomState() {}

    static Map<String, Object> shown(Room room, Stand stand, Collection<Present> present, Present to, List<String> speakers) {
        var own = stand.seats().get(to.seat());
        boolean host = own != null && own.host();
        var state = new HashMap<String, Object>();
        state.put("type", "state");
        state.put("you", own == null ? Map.of() : seat(own));
        state.put("chair", stand.chair() == null ? "" : stand.chair());
        state.put("chairPresent", present.stream().anyMatch(who -> who.seat().equals(stand.chair())));
        state.put("open", stand.open());
        // what is dealt with is told to those who are in
        state.put("agenda", own != null && own.admitted() ? stand.agenda() : List.of());
        state.put("item", stand.item());
        state.put("deck", stand.deck() == null ? "" : stand.deck());
        state.put("page", stand.page());
        state.put("pages", stand.pages());
        state.put("speakers", speakers);
        state.put("recording", stand.recording() == null ? "" : stand.recording().until().toString());
        state.put("count", present.stream().filter(who -> admitted(stand, who)).count());
        if (host) {
            state.put("code", stand.code());
            state.put("link", GuestPages.link(room, stand));
        }
        if (own != null && own.admitted()) {
            state.put("seats", seats(stand, present, to, host));
        }
        return state;
    }

    private static List<Map<String, Object>> seats(Stand stand, Collection<Present> present, Present to, boolean host) {
        var shown = new ArrayList<Map<String, Object>>();
        for (var who : present) {
            var seat = stand.seats().get(who.seat());
            if (seat == null || !host && !seat.admitted()) {
                continue;
            }
            boolean matters = seat.main() || seat.floor() || who.hand() || !who.sending().isEmpty() || who == to;
            if (host || matters || present.size() <= SHOWN) {
                var one = new HashMap<>(seat(seat));
                one.put("seat", who.seat());
                one.put("name", who.token().name());
                one.put("guest", who.token().guest());
                one.put("hand", who.hand());
                one.put("sending", who.sending().stream().map(Kind::name).map(String::toLowerCase).toList());
                if (host) {
                    one.put("reached", who.reached());
                    one.put("weak", who.weak());
                }
                shown.add(one);
            }
        }
        return shown;
    }

    private static boolean admitted(Stand stand, Present who) {
        var seat = stand.seats().get(who.seat());
        return seat != null && seat.admitted();
    }

    private static Map<String, Object> seat(Stand.Seat seat) {
        return Map.of("host", seat.host(), "main", seat.main(), "floor", seat.floor(), "muted", seat.muted(), "admitted", seat.admitted());
    }
}
