package cn.yizhen.sfu.room;

import cn.yizhen.sfu.bandwidth.Allocator;
import cn.yizhen.sfu.bandwidth.LinkEstimate;
import cn.yizhen.sfu.bandwidth.Voices;
import cn.yizhen.sfu.media.Layer;
import cn.yizhen.sfu.media.Slot;
import cn.yizhen.sfu.media.Track;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Which layer goes down in each slot of one receiver, decided anew five times a second from what its link carries. */
final class Choice {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long UNPACED = 1_000_000_000_000L;

    private final List<Slot> slots;
    private final LinkEstimate estimate;
    private final Events events;
    private final Allocator allocator = new Allocator();
    private final Voices voices = new Voices(DownLink.AUDIO_SLOTS);
    private List<Track> order = List.of();
    private int fixed = -1;
    private boolean weak;
    private long madeAt = Long.MIN_VALUE;

    Choice(List<Slot> slots, LinkEstimate estimate, Events events) {
        this.slots = slots;
        this.estimate = estimate;
        this.events = events;
    }

    /** Pictures in the order of their relevance to this participant. */
    void order(List<Track> relevance) {
        order = relevance;
        soon();
    }

    /** From now on always this layer, or the largest below it, whatever the link carries; -1 ends that. */
    void fix(int layer) {
        fixed = layer;
        soon();
    }

    /** Decides at the next tick. */
    void soon() {
        madeAt = Long.MIN_VALUE;
    }

    /** Bits a second at which pictures may leave. */
    long pace() {
        return fixed < 0 ? estimate.pace() : UNPACED;
    }

    /** How many voices the link carries. */
    int voices() {
        return voices.now();
    }

    /** Decides where that is due; whether it did. */
    boolean tick(long now) {
        if (madeAt != Long.MIN_VALUE && now - madeAt < EVERY) {
            return false;
        }
        madeAt = now;
        if (fixed >= 0) {
            slots.stream().filter(slot -> slot.named().video() && slot.source() != null).forEach(slot -> {
                List<Layer> live = Objects.requireNonNull(slot.source()).live(now);
                slot.want(live.isEmpty() ? null : live.get(Math.min(fixed, live.size() - 1)));
            });
        } else {
            byLink(now);
        }
        return true;
    }

    private void byLink(long now) {
        var wishes = order.stream().map(track -> new Allocator.Wish(name(track),
                track.muted() ? List.of() : track.live(now).stream().map(layer -> layer.bitsPerSecond(now)).toList())).toList();
        voices.decide(estimate.bitsPerSecond(), estimate.lossShare(), now);
        var decision = allocator.decide(estimate.usable(), sound(now), wishes, now);
        for (var slot : slots) {
            Track track = slot.source();
            if (slot.named().video() && track != null) {
                int index = decision.layer(name(track));
                List<Layer> live = track.live(now);
                slot.want(index < 0 || index >= live.size() ? null : live.get(index));
            }
        }
        if (decision.weak() != weak) {
            weak = decision.weak();
            events.weak(weak);
        }
        if (weak) {
            estimate.probes().beginTrial(now, decision.least());
        } else {
            estimate.probes().begin(now, estimate.bitsPerSecond(), decision.wanted());
        }
    }

    private static String name(Track track) {
        return track.owner() + "/" + track.mid();
    }

    /** What sound takes now, room for one voice at least: who is silent sends little. */
    private long sound(long now) {
        var heard = slots.stream().filter(slot -> !slot.named().video()).map(Slot::source).filter(Objects::nonNull).toList();
        long measured = heard.stream().flatMap(track -> track.live(now).stream()).mapToLong(layer -> layer.bitsPerSecond(now)).sum();
        return heard.isEmpty() ? 0 : Math.max(Voices.BITS, Math.min(measured, voices.now() * Voices.BITS));
    }
}
