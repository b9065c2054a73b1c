package cn.yizhen.sfu.media;

import cn.yizhen.sfu.sdp.Codec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one participant publishes in one media section. */
public final class Track {

    private static final int MOST_LAYERS = 3;

    private final String owner;
    private final String mid;
    private final Kind kind;
    private final boolean repairs;
    private final List<Layer> layers = new ArrayList<>();
    private boolean muted;

    /** @param repairs whether the publisher retransmits what is asked for */
    public Track(String owner, String mid, Kind kind, boolean repairs) {
        this.owner = owner;
        this.mid = mid;
        this.kind = kind;
        this.repairs = repairs;
    }

    /** Who publishes it. */
    public String owner() {
        return owner;
    }

    public String mid() {
        return mid;
    }

    public Kind kind() {
        return kind;
    }

    boolean codecRepairs() {
        return repairs;
    }

    /** Kept from the others by whoever chairs; the publisher may go on sending. */
    public boolean muted() {
        return muted;
    }

    public void mute(boolean now) {
        muted = now;
    }

    public List<Layer> layers() {
        return layers;
    }

    /** A stream that was just heard of, or nothing where there are too many. */
    public Optional<Layer> add(int index, int ssrc) {
        if (layers.size() >= MOST_LAYERS) {
            return Optional.empty();
        }
        var layer = new Layer(this, index, ssrc);
        layers.add(layer);
        layers.sort(Comparator.comparingInt(Layer::index));
        return Optional.of(layer);
    }

    /** Layers from which packets come now, smallest first. */
    public List<Layer> live(long now) {
        return layers.stream().filter(layer -> layer.live(now)).toList();
    }
}
