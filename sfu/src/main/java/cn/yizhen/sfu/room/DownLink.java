package cn.yizhen.sfu.room;

import cn.yizhen.sfu.bandwidth.LinkEstimate;
import cn.yizhen.sfu.bandwidth.Pacer;
import cn.yizhen.sfu.media.Forwarded;
import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.media.Slot;
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
    private static final long REPORT = TimeUnit.SECONDS.toNanos(1);
    private static final long TOO_OLD = TimeUnit.MILLISECONDS.toNanos(300);
    private static final DownAnswer.Accepted NOTHING = new DownAnswer.Accepted(false, false, false, false);

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
    private final Choice choice;
    private final Departure departure;
    private final Runnable press;
    private @Nullable Transport transport;
    private long reportAt;

    /** @param press called when something begins to wait that no turn of the loop should be missed for */
    DownLink(Events events, List<DownOffer.Slot> named, Departure departure, Runnable press) {
        this.events = events;
        this.departure = departure;
        this.press = press;
        this.slots = named.stream().map(Slot::new).toList();
        slots.forEach(slot -> byMid.put(slot.named().mid(), slot));
        this.choice = new Choice(slots, estimate, events);
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

    /** Which layers it is sent. */
    Choice choice() {
        return choice;
    }

    LinkEstimate estimate() {
        return estimate;
    }

    @Override
    public void connected(long now) {
        events.downConnected();
        choice.soon();
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
                    pacer.rate(choice.pace());
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
            slot.want(voice < choice.voices() ? incoming.layer() : null);
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
            await(Pacer.Kind.VIDEO, new Leaving(taken, false), bytes, now);
        }
    }

    private void await(Pacer.Kind kind, Leaving leaving, int bytes, long now) {
        pacer.await(kind, leaving, bytes, now);
        press.run();
    }

    /** Whether packets wait to leave, or a probe runs. */
    boolean presses() {
        return !pacer.isEmpty() || estimate.probes().isRunning();
    }

    void tick(long now) {
        Transport open = transport;
        if (open == null || !open.isConnected()) {
            return;
        }
        if (choice.tick(now)) {
            pacer.rate(choice.pace());
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
                await(Pacer.Kind.REPAIR, new Leaving(found, true), bytes, now);
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
