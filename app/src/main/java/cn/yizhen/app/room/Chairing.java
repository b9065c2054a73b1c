package cn.yizhen.app.room;

import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;

/** What a 主持人 decides, as a change of the stand and of nothing else. A step names the state it wants, so a repeat does nothing. */
final class Chairing {

    private static final int MOST_ITEMS = 30;
    private static final int LONGEST_ITEM = 100;

    private Chairing() {}

    /** @param freshCode draws six digits */
    static Stand after(Stand stand, Wish.OnStand wish, Supplier<String> freshCode) {
        return switch (wish) {
            case Wish.Floor(var seat, var on) -> stand.withSeat(seat, one -> one.withFloor(on));
            // whoever chairs is not silenced by another
            case Wish.Mute(var seat, var on) -> stand.withSeat(seat, one -> one.host() && on && seat.equals(stand.chair()) ? one : one.withMuted(on));
            case Wish.MuteAll _ -> allMuted(stand);
            case Wish.Main(var seat, var on) -> stand.withSeat(seat, one -> one.withMain(on || one.host()));
            case Wish.Open(var on) -> stand.withOpen(on);
            case Wish.Agenda(var items, var at) -> agenda(stand, items, at);
            case Wish.Page(var page) -> stand.withDeck(stand.deck(), Math.clamp(page, 1, Math.max(1, stand.pages())), stand.pages());
            case Wish.NoDeck _ -> stand.withDeck(null, 0, 0);
            case Wish.FreshCode _ -> stand.withCode(freshCode.get());
        };
    }

    private static Stand allMuted(Stand stand) {
        var seats = new HashMap<>(stand.seats());
        seats.replaceAll((_, one) -> one.host() ? one : one.withFloor(false).withMuted(stand.open()));
        return stand.withSeats(seats);
    }

    private static Stand agenda(Stand stand, List<String> items, int at) {
        var kept = items.stream().limit(MOST_ITEMS).map(item -> item.length() > LONGEST_ITEM ? item.substring(0, LONGEST_ITEM) : item).toList();
        return stand.withAgenda(kept, Math.clamp(at, 0, Math.max(0, kept.size() - 1)));
    }
}
