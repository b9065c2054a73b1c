package cn.yizhen.sfu.room;

import cn.yizhen.sfu.bandwidth.Allocator;
import cn.yizhen.sfu.bandwidth.LinkEstimate;
import cn.yizhen.sfu.bandwidth.Pacer;
import cn.yizhen.sfu.bandwidth.Voices;
import cn.yizhen.sfu.media.Forwarded;
import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.media.Layer;
import cn.yizhen.sfu.media.Slot;
import cn.yizhen.sfu.media.Track;
import cn.yizhen.sfu.rtp.Rtcp;
import cn.yizhen.sfu.sdp.Codec;
import cn.yizhen.sfu.sdp.DownAnswer;
import cn.yizhen.sfu.sdp.DownOffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one participant receives: its slots, what its link carries, and the packets on their way out.
 */
final class DownLink implements Media {

    static final int VIDEO_SLOTS = 9;
    static final int AUDIO_SLOTS = 3;
    static final String SCREEN_SLOT = "s0";

    private static final long START_BITS = 500_000;
    private static final long ALLOCATE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long REPORT = TimeUnit.SECONDS.toNanos(1);
    private static final long TOO_OLD = TimeUnit.MILLISECONDS.toNanos(300);
    private static final DownAnswer.Accepted NOTHING = new DownAnswer.Accepted(false, false, false, false);
    private static final long UNPACED = 1_000_000_000_000L;

    /**
     * A packet that waits its turn.
     *
     * @param repair whether it goes as a retransmission
     */
    private record Leaving(Forwarded forwarded, boolean repair) {}

    private final Events events;
    private final List<Slot> slots;
    private final Map<String, Slot> byMid = new HashMap<>();
    private final LinkEstimate estimate = new LinkEstimate(START_BITS);
    private final Pacer<Leaving> pacer = new Pacer<>(START_BITS);
    private final Allocator allocator = new Allocator();
    private final Voices voices = new Voices(AUDIO_SLOTS);
    private final Departure departure;
    private @Nullable Transport transport;
    private List<Track> order = List.of();
    private int fixed = -1;
    private boolean weak;
    private long allocateAt;
    private long reportAt;

    DownLink(Events events, List<DownOffer.Slot> named, Departure departure) {
        this.events = events;
        this.departure = departure;
        this.slots = named.stream().map(Slot::new).toList();
        slots.forEach(slot -> byMid.put(slot.named().mid(), slot));
    }

    void begin(Transport made) {
        transport = made;
    }

    void accept(DownAnswer answer) {
        slots.forEach(slot -> slot.accept(answer.accepts().getOrDefault(slot.named().mid(), NOTHING)));
    }

    Slot slot(String mid) {
        return Objects.requireNonNull(byMid.get(mid));
    }

    List<Slot> slots() {
        return slots;
    }

    /** Pictures in the order of their relevance to this participant. */
    void order(List<Track> relevance) {
        order = relevance;
        allocateAt = Long.MIN_VALUE;
    }

    /** From now on always this layer, or the largest below it, whatever the link carries; -1 ends that. */
    void fix(int layer) {
        fixed = layer;
        allocateAt = Long.MIN_VALUE;
    }

    LinkEstimate estimate() {
        return estimate;
    }

    boolean isWeak() {
        return weak;
    }

    @Override
    public void connected(long now) {
        events.downConnected();
        allocateAt = Long.MIN_VALUE;
    }

    @Override
    public void ended(String why) {
        events.ended(why);
    }

    @Override
    public void rtp(byte[] packet, int length, long now, long at) {
        // a receiver sends nothing
    }

    @Override
    public void rtcp(byte[] packet, int length, long now) {
        for (var part : Rtcp.read(packet, length)) {
            switch (part) {
                case Rtcp.TransportWide(var report) -> {
                    estimate.reported(report, now);
                    pacer.rate(fixed < 0 ? estimate.pace() : UNPACED);
                }
                case Rtcp.Nack(var ssrc, var sequences) -> bySsrc(ssrc).forEach(slot -> sequences.forEach(sequence -> resend(slot, sequence, now)));
                case Rtcp.KeyFrameRequest(var ssrc) -> bySsrc(ssrc).forEach(Slot::wantKeyFrame);
                default -> { }
            }
        }
    }

    /**
     * A packet of a track that one of the slots shows.
     *
     * @param voice how many of those who are heard spoke later than whose sound it is
     */
    void forward(Slot slot, Incoming incoming, int voice, long now) {
        if (transport == null || !transport.isConnected() || !plays(slot, incoming)) {
            return;
        }
        if (!slot.named().video()) {
            // a voice too many for this link is left out; its slot goes on without a gap in the numbers
            slot.want(voice < voices.now() ? incoming.layer() : null);
        }
        var taken = slot.take(incoming, now).orElse(null);
        if (taken == null) {
            return;
        }
        int bytes = departure.size(taken);
        if (!slot.named().video()) {
            pacer.left(bytes, now);
            send(new Leaving(taken, false), now);
        } else if (pacer.passes(bytes, now)) {
            send(new Leaving(taken, false), now);
        } else {
            pacer.await(Pacer.Kind.VIDEO, new Leaving(taken, false), bytes, now);
        }
    }

    void tick(long now) {
        Transport open = transport;
        if (open == null || !open.isConnected()) {
            return;
        }
        if (now - allocateAt >= ALLOCATE || allocateAt == Long.MIN_VALUE) {
            allocateAt = now;
            allocate(now);
        }
        if (pacer.oldest(Pacer.Kind.REPAIR, now) > TOO_OLD) {
            pacer.drop(Pacer.Kind.REPAIR, _ -> { });
        }
        if (pacer.oldest(Pacer.Kind.VIDEO, now) > TOO_OLD) {
            pacer.drop(Pacer.Kind.VIDEO, leaving -> leaving.forwarded().slot().gaveUp(leaving.forwarded()));
            slots.stream().filter(slot -> slot.named().video()).forEach(Slot::wantKeyFrame);
        }
        for (var next = pacer.next(now); next.isPresent(); next = pacer.next(now)) {
            send(next.get(), now);
        }
        probe(now);
        if (now - reportAt >= REPORT) {
            reportAt = now;
            departure.report(open, slots, now);
        }
    }

    private void allocate(long now) {
        if (fixed >= 0) {
            pacer.rate(UNPACED);
            slots.stream().filter(slot -> slot.named().video() && slot.source() != null).forEach(slot -> {
                List<Layer> live = Objects.requireNonNull(slot.source()).live(now);
                slot.want(live.isEmpty() ? null : live.get(Math.min(fixed, live.size() - 1)));
            });
            return;
        }
        var wishes = order.stream().map(track -> new Allocator.Wish(track.owner() + "/" + track.mid(),
                track.muted() ? List.of() : track.live(now).stream().map(layer -> layer.bitsPerSecond(now)).toList())).toList();
        voices.decide(estimate.bitsPerSecond(), estimate.lossShare(), now);
        var decision = allocator.decide(estimate.usable(), sound(now), wishes, now);
        for (var slot : slots) {
            Track track = slot.source();
            if (slot.named().video() && track != null) {
                int index = decision.layer(track.owner() + "/" + track.mid());
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

    /** What sound takes now, room for one voice at least: who is silent sends little. */
    private long sound(long now) {
        var heard = slots.stream().filter(slot -> !slot.named().video()).map(Slot::source).filter(Objects::nonNull).toList();
        long measured = heard.stream().flatMap(track -> track.live(now).stream()).mapToLong(layer -> layer.bitsPerSecond(now)).sum();
        return heard.isEmpty() ? 0 : Math.max(Voices.BITS, Math.min(measured, voices.now() * Voices.BITS));
    }

    /** Sends what a running probe still lacks: copies of the latest picture, or padding. */
    private void probe(long now) {
        long due = estimate.probes().due(now);
        if (due <= 0) {
            return;
        }
        var latest = slots.stream().filter(slot -> slot.wanted() != null).flatMap(slot -> slot.latest().stream()).findFirst();
        for (int bytes = 1; due > 0 && bytes > 0; due -= bytes) {
            bytes = latest.isPresent() ? send(new Leaving(latest.get(), true), now) : padding(now);
            // what else wants to leave waits here instead of in the line's queue
            pacer.left(bytes, now);
        }
    }

    private int padding(long now) {
        var screen = slot(SCREEN_SLOT);
        return transport == null ? 0 : departure.padding(transport, screen, estimate, now);
    }

    private void resend(Slot slot, int sequence, long now) {
        slot.again(sequence, now).ifPresent(found -> {
            int bytes = departure.size(found);
            if (pacer.passes(bytes, now)) {
                send(new Leaving(found, true), now);
            } else {
                pacer.await(Pacer.Kind.REPAIR, new Leaving(found, true), bytes, now);
            }
        });
    }

    private int send(Leaving leaving, long now) {
        Transport open = transport;
        if (open == null) {
            return 0;
        }
        boolean red = leaving.forwarded().slot().accepted().red();
        return departure.send(open, leaving.forwarded(), leaving.repair(), red, estimate, now);
    }

    private static boolean plays(Slot slot, Incoming incoming) {
        DownAnswer.Accepted accepted = slot.accepted();
        return incoming.codec() == Codec.RED ? accepted.red() || accepted.opus() : accepted.plays(incoming.codec());
    }

    private Stream<Slot> bySsrc(int ssrc) {
        return slots.stream().filter(slot -> slot.named().ssrc() == ssrc);
    }

    /** The fixed places of one connection; numbers of streams are drawn by the caller. */
    static List<DownOffer.Slot> places(IntSupplier ssrc) {
        var places = new ArrayList<DownOffer.Slot>();
        for (int i = 0; i < VIDEO_SLOTS; i++) {
            places.add(new DownOffer.Slot("v" + i, true, ssrc.getAsInt(), ssrc.getAsInt()));
        }
        for (int i = 0; i < AUDIO_SLOTS; i++) {
            places.add(new DownOffer.Slot("a" + i, false, ssrc.getAsInt(), ssrc.getAsInt()));
        }
        places.add(new DownOffer.Slot(SCREEN_SLOT, true, ssrc.getAsInt(), ssrc.getAsInt()));
        return places;
    }
}
