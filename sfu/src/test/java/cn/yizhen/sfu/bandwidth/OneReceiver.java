package cn.yizhen.sfu.bandwidth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * One receiver as {@code DownLink} serves it, without sockets: sound every twenty milliseconds, three people's
 * pictures in three sizes, estimate, allocation, pacing and probing over a simulated line.
 */
final class OneReceiver {

    private static final long MILLI = SimulatedLink.MILLI;
    private static final List<Long> SIZES = List.of(100_000L, 300_000L, 800_000L);
    private static final int SOUND_BYTES = 140;
    private static final int PEOPLE = 3;

    final SimulatedLink link;
    final LinkEstimate estimate = new LinkEstimate(500_000);
    private final Pacer<Integer> pacer = new Pacer<>(750_000);
    private final Allocator allocator = new Allocator();
    private Allocator.Decision decision = new Allocator.Decision(Map.of(), false, 0, 0);
    private int sequence;
    /** Over three seconds, in which a burst that probes is made up for. */
    final RateMeter sending = new RateMeter(3000 * MILLI);
    int soundSent;
    long now;
    boolean weak;

    OneReceiver(SimulatedLink link) {
        this.link = link;
    }

    /** Lets time pass in steps of one millisecond. */
    void run(long seconds, LongConsumer eachMilli) {
        long until = now + seconds * 1000 * MILLI;
        while (now < until) {
            now += MILLI;
            step(now / MILLI);
            eachMilli.accept(now);
        }
    }

    private void step(long milli) {
        link.pass(now).forEach(report -> {
            estimate.reported(report, now);
            pacer.rate(estimate.pace());
        });
        if (milli % 20 == 0) {
            pacer.left(SOUND_BYTES, now);
            soundSent++;
            leave(SOUND_BYTES, "sound+" + Math.max(1, SoundCover.frames(estimate.lossShare())));
        }
        if (milli % 200 == 0) {
            allocate();
        }
        if (milli % 33 == 0) {
            pictures();
        }
        if (pacer.oldest(Pacer.Kind.VIDEO, now) > 300 * MILLI) {
            pacer.drop(Pacer.Kind.VIDEO, _ -> { });
        }
        for (var next = pacer.next(now); next.isPresent(); next = pacer.next(now)) {
            leave(next.get(), "picture");
        }
        probe();
    }

    private void allocate() {
        var wishes = new ArrayList<Allocator.Wish>();
        for (int i = 0; i < PEOPLE; i++) {
            wishes.add(new Allocator.Wish("p" + i, SIZES));
        }
        decision = allocator.decide(estimate.usable(), 56_000, wishes, now);
        weak = decision.weak();
        if (decision.weak()) {
            estimate.probes().beginTrial(now, decision.least());
        } else {
            estimate.probes().begin(now, estimate.bitsPerSecond(), decision.wanted());
        }
    }

    private void pictures() {
        for (int i = 0; i < PEOPLE; i++) {
            int layer = decision.layer("p" + i);
            if (layer < 0) {
                continue;
            }
            long frame = SIZES.get(layer) * 33 / 8000;
            for (long left = frame; left > 0; left -= 1100) {
                int bytes = (int) Math.min(1100, left) + 60;
                if (pacer.passes(bytes, now)) {
                    leave(bytes, "picture");
                } else {
                    pacer.await(Pacer.Kind.VIDEO, bytes, bytes, now);
                }
            }
        }
    }

    private void probe() {
        for (long due = estimate.probes().due(now); due > 0; due -= 280) {
            leave(280, "probe");
            pacer.left(280, now);
        }
    }

    private void leave(int bytes, String what) {
        int number = sequence++;
        sending.add(now, bytes);
        estimate.sent(number & 0xFFFF, now, bytes);
        link.send(new SimulatedLink.Packet(number, now, bytes, what), now);
    }
}
