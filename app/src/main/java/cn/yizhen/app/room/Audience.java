package cn.yizhen.app.room;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a room now, in the order of coming, and telling them what their pages show: everything, whole, whenever
 * something of it changed. Changed in turn, counted from anywhere.
 */
final class Audience {

    /** So many are told of every change at once; more, once a second, so that a hundred who come at once cost nobody's line. */
    private static final int TOLD_AT_ONCE = 20;

    private final Function<Present, Map<String, ?>> shown;
    private final Clock clock;
    private final Map<String, Present> here = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile @Nullable Instant emptySince;
    private boolean changed;

    /** @param shown what somebody's page shows now */
    Audience(Function<Present, Map<String, ?>> shown, Clock clock) {
        this.shown = shown;
        this.clock = clock;
        this.emptySince = clock.instant();
    }

    /** Somebody comes; answers who sat there before, from another device. */
    @Nullable Present comes(Present who) {
        emptySince = null;
        return here.put(who.seat(), who);
    }

    /** Somebody's line is gone; false where another has taken their place already. */
    boolean goes(Present who) {
        boolean were = here.remove(who.seat(), who);
        if (were && here.isEmpty()) {
            emptySince = clock.instant();
        }
        return were;
    }

    @Nullable Present at(String seat) {
        return here.get(seat);
    }

    boolean isHere(String seat) {
        return here.containsKey(seat);
    }

    boolean isHere(Present who) {
        return here.get(who.seat()) == who;
    }

    /** Everybody, as it is now. */
    List<Present> all() {
        synchronized (here) {
            return List.copyOf(here.values());
        }
    }

    int size() {
        return here.size();
    }

    boolean isEmpty() {
        return here.isEmpty();
    }

    /** Since when nobody is here, or null while somebody is. */
    @Nullable Instant emptySince() {
        return emptySince;
    }

    /** The machine's clock was set back: what began "later" begins now. */
    void notAhead(Instant now) {
        if (emptySince instanceof Instant since && since.isAfter(now)) {
            emptySince = now;
        }
    }

    /** Something that pages show is different from what they were told. */
    void changed() {
        changed = true;
    }

    /**
     * Tells what changed: everybody at once where few are here; where many are, only whoever asked for it, and the others
     * with the next second.
     *
     * @param asker null where nobody asked
     */
    void settle(@Nullable Present asker) {
        if (here.size() <= TOLD_AT_ONCE) {
            tellAll();
        } else if (changed && asker != null && isHere(asker)) {
            asker.tell(shown.apply(asker));
        }
    }

    /** Tells everybody what changed. */
    void tellAll() {
        if (changed) {
            changed = false;
            all().forEach(who -> who.tell(shown.apply(who)));
        }
    }
}
