package cn.yizhen.sfu.room;

import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.media.Track;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One participant inside a room, on the media thread. */
final class Peer {

    private final String id;
    private final Events events;
    private final Set<Kind> may = EnumSet.noneOf(Kind.class);
    private int shows = DownLink.VIDEO_SLOTS;
    private int fixed = -1;
    private long counted;
    private @Nullable String pinned;
    private @Nullable UpLink up;
    private @Nullable DownLink down;
    private @Nullable Transport upTransport;
    private @Nullable Transport downTransport;
    private Map<String, String> told = Map.of();

    /** @param counted bits a second it takes of the machine's line */
    Peer(String id, Events events, long counted) {
        this.id = id;
        this.events = events;
        this.counted = counted;
    }

    long counted() {
        return counted;
    }

    /** Gives its share of the line back: what that was, once. */
    long release() {
        long share = counted;
        counted = 0;
        return share;
    }

    String id() {
        return id;
    }

    Events events() {
        return events;
    }

    @Nullable UpLink up() {
        return up;
    }

    @Nullable DownLink down() {
        return down;
    }

    /** The connection up, made anew after a loss; the earlier one ends. */
    void up(UpLink link, Transport transport) {
        if (upTransport != null) {
            upTransport.end("replaced");
        }
        up = link;
        upTransport = transport;
        allow(EnumSet.copyOf(may.isEmpty() ? EnumSet.noneOf(Kind.class) : may));
    }

    void down(DownLink link, Transport transport) {
        if (downTransport != null) {
            downTransport.end("replaced");
        }
        down = link;
        down.choice().fix(fixed);
        downTransport = transport;
        told = Map.of();
    }

    @Nullable Transport downTransport() {
        return downTransport;
    }

    /** What the others may see and hear of this participant. */
    void allow(Set<Kind> kinds) {
        may.clear();
        may.addAll(kinds);
        tracks().forEach(track -> track.mute(!may.contains(track.kind())));
    }

    List<Track> tracks() {
        return up == null ? List.of() : up.tracks();
    }

    int shows() {
        return shows;
    }

    @Nullable String pinned() {
        return pinned;
    }

    /**
     * @param count how many pictures fit on this participant's screen, 0 to 9
     * @param first whom it wants to see in any case, or null
     */
    void view(int count, @Nullable String first) {
        shows = Math.clamp(count, 0, DownLink.VIDEO_SLOTS);
        pinned = first;
    }

    void fix(int layer) {
        fixed = layer;
        if (down != null) {
            down.choice().fix(layer);
        }
    }

    /** Tells who is in which slot, where that changed. */
    void tellSlots() {
        if (down == null) {
            return;
        }
        var now = new HashMap<String, String>();
        down.slots().stream().filter(slot -> slot.source() != null).forEach(slot -> now.put(slot.named().mid(), slot.source().owner()));
        if (!now.equals(told)) {
            told = Map.copyOf(now);
            events.slots(told);
        }
    }

    /** Whether it must be looked after at every tick: it publishes, or packets wait to leave for it. */
    boolean presses() {
        return up != null && up.publishes() || down != null && down.presses();
    }

    void tick(long now) {
        if (upTransport != null && up != null) {
            upTransport.tick(now);
            up.tick(now);
        }
        if (downTransport != null && down != null) {
            downTransport.tick(now);
            down.tick(now);
        }
    }

    void end(String why) {
        if (upTransport != null) {
            upTransport.end(why);
        }
        if (downTransport != null) {
            downTransport.end(why);
        }
    }
}
