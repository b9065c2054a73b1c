package cn.yizhen.sfu.bandwidth;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.TransportFeedback;
import java.util.concurrent.TimeUnit;

/**
 * What one receiver's link carries, from what it reports about what was sent (draft-ietf-rmcat-gcc-02).
 *
 * <p>Delay decides: a queue that grows and stands in two reports cuts the estimate to 85 % of what demonstrably
 * arrived, a steady one raises it, by eight in a hundred a second where the limit is unknown and by about a packet a
 * round trip near a limit that was met. Loss limits it apart ({@link LossLimit}). Probes make it jump; a probe that met
 * the limit, or was soon disproved by a queue, keeps it a twentieth below for a while. While a queue that already stands
 * is long, less is sent than the estimate allows ({@link #usable}), so that it empties within a second or two.
 */
public final class LinkEstimate {

    /** No link a meeting could be held on carries less; audio alone takes this much. */
    public static final long LEAST = 40_000;

    /** No estimate is higher. */
    static final long MOST = 50_000_000;
    private static final double DECREASE = 0.85;
    private static final double DECREASE_AT_LIMIT = 0.93;
    /** Of one report, as long as the queue is not long: a thread that stood still looks like one. */
    private static final double MOST_DECREASE = 0.7;
    private static final double GROWTH_A_SECOND = 1.08;
    private static final double PACE = 1.2;
    private static final double PACE_AT_LIMIT = 1.0;
    private static final long METERED = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SHORT_QUEUE_MILLIS = 30;
    private static final long LONG_QUEUE_MILLIS = 80;
    private static final long STANDING_QUEUE_MILLIS = 200;
    private static final double BELOW_LIMIT = 0.95;
    /** A queue that grows so soon after a probe was made by believing it. */
    private static final long PROVING = TimeUnit.SECONDS.toNanos(3);
    private static final long CEILING_HOLDS = TimeUnit.SECONDS.toNanos(15);

    private final SendHistory history = new SendHistory();
    private DelayTrend trend = new DelayTrend();
    private final RateMeter acknowledged = new RateMeter(METERED);
    private final RateMeter latest = new RateMeter(MOMENT);
    private final Probes probes = new Probes();
    private final LossLimit loss = new LossLimit();
    private final QueueDelay queue = new QueueDelay();
    private long byDelay;
    private long limitMet;
    private long ceiling = MOST;
    private long ceilingUntil = Long.MIN_VALUE;
    private long provingUntil = Long.MIN_VALUE;
    private boolean holding;
    private long lastChange = Long.MIN_VALUE;
    private int nextReport = -1;
    private long clockTurns;
    private double lastArrival = Double.NaN;
    private long arrived;

    /** @param start bits a second assumed before the first report */
    public LinkEstimate(long start) {
        this.byDelay = start;
    }

    /** A packet left under this transport-wide number. */
    public void sent(int sequence, long now, int bytes) {
        history.left(sequence, now, bytes, probes.leaves(bytes));
    }

    public Probes probes() {
        return probes;
    }

    /** What the link carries, in bits a second. */
    public long bitsPerSecond() {
        return Math.clamp(Math.min(byDelay, loss.bits()), LEAST, MOST);
    }

    /** What may be sent now: less than the link carries for as long as its queue is long. */
    public long usable() {
        double share = queue.millis() < LONG_QUEUE_MILLIS ? 1 : Math.max(0.25, 1 - (queue.millis() - LONG_QUEUE_MILLIS) / 250);
        return Math.max(LEAST, (long) (bitsPerSecond() * share));
    }

    /** How fast pictures may leave: a little faster than what may be sent, except where the limit of the line was met. */
    public long pace() {
        return (long) (usable() * (ceiling < MOST ? PACE_AT_LIMIT : PACE));
    }

    /** Milliseconds the last packets waited on the way beyond what the way itself takes. */
    public double queueMillis() {
        return queue.millis();
    }

    /** Share of the last second's packets that did not arrive. */
    public double lossShare() {
        return loss.share();
    }

    /** One report of the receiver. */
    public void reported(TransportFeedback report, long now) {
        int first = report.base();
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < report.arrivals().length; i++) {
            int sequence = first + i & 0xFFFF;
            if (report.arrivals()[i] == TransportFeedback.LOST) {
                lost(sequence);
                continue;
            }
            Sent sent = history.take(sequence);
            if (sent != null) {
                double at = continuous(report.arrivals()[i] / 1000.0);
                double left = sent.nanos() / 1e6;
                trend.arrived(left, at);
                arrived = (long) (at * 1e6);
                acknowledged.add(arrived, sent.bytes());
                latest.add(arrived, sent.bytes());
                probes.arrived(sent, left, at);
                shortest = Math.min(shortest, at - left);
                loss.arrived();
            }
        }
        nextReport = first + report.arrivals().length & 0xFFFF;
        queue.reported(shortest, now);
        loss.judge(bitsPerSecond(), now);
        if (probes.isRunning() && queue.millis() > probes.longestQueueMillis()) {
            probes.forget(now);
        }
        if (!probes.isRunning()) {
            judgeDelay(now);
        } else if (probes.isOver(now)) {
            // the burst made a queue of its own, which says nothing about what is sent otherwise
            trend = new DelayTrend();
            probes.result(now).ifPresent(shown -> probed(shown, now));
        }
    }

    /** A packet is counted lost once, when a report first passes over it. */
    private void lost(int sequence) {
        if (history.has(sequence) && (nextReport < 0 || Bits.ahead(sequence, nextReport) >= 0)) {
            loss.lost();
        }
    }

    /** The receiver's clock turns over after some twelve days; time goes on. */
    private double continuous(double at) {
        double span = TransportFeedback.CLOCK_SPAN / 1000.0;
        double time = at + clockTurns * span;
        if (!Double.isNaN(lastArrival) && time < lastArrival - span / 2) {
            clockTurns++;
            time += span;
        }
        lastArrival = time;
        return time;
    }

    private void judgeDelay(long now) {
        double passed = lastChange == Long.MIN_VALUE ? 0 : Math.min(1, (now - lastChange) / 1e9);
        lastChange = now;
        switch (trend.queue()) {
            case GROWS -> {
                if (queue.standingMillis() >= SHORT_QUEUE_MILLIS) {
                    cut(now);
                } else {
                    // packets come late, but the quickest of them do not: no queue
                    holding = true;
                }
            }
            case EMPTIES -> holding = true;
            case STEADY -> {
                if (queue.millis() > STANDING_QUEUE_MILLIS) {
                    cut(now);
                } else if (holding) {
                    holding = false;
                } else if (queue.millis() < LONG_QUEUE_MILLIS) {
                    grow(now, passed);
                }
            }
        }
    }

    /** While a queue grows what arrives is what the line carries, also where little was sent just before. */
    private void cut(long now) {
        long arriving = Math.max(acknowledged.bitsPerSecond(arrived), latest.bitsPerSecond(arrived));
        boolean known = ceiling < MOST && arriving > ceiling * 0.9;
        long down = (long) ((known ? DECREASE_AT_LIMIT : DECREASE) * (arriving > 0 ? arriving : byDelay));
        if (queue.millis() < STANDING_QUEUE_MILLIS) {
            down = Math.max(down, (long) (MOST_DECREASE * byDelay));
        }
        if (down < byDelay) {
            limitMet = limitMet == 0 || arriving < limitMet * 0.7 || arriving > limitMet * 1.3 ? arriving : (limitMet * 19 + arriving) / 20;
            byDelay = Math.max(LEAST, down);
        }
        if (now < provingUntil) {
            provingUntil = Long.MIN_VALUE;
            probes.disproved(now);
            ceiling = Math.max(LEAST, (long) (arriving * BELOW_LIMIT));
            ceilingUntil = now + CEILING_HOLDS;
        }
        holding = true;
    }

    private void grow(long now, double passed) {
        long arriving = acknowledged.bitsPerSecond(arrived);
        if (arriving > limitMet * 1.3) {
            limitMet = 0;
        }
        boolean nearLimit = limitMet > 0 && byDelay > limitMet * 0.8;
        double up = nearLimit ? byDelay + passed * 8 * 1200 / 0.2 : byDelay * Math.pow(GROWTH_A_SECOND, passed);
        long provable = arriving + arriving / 2 + 10_000;
        long highest = now < ceilingUntil ? ceiling : MOST;
        byDelay = Math.max(byDelay, Math.min(highest, Math.min((long) up, provable)));
    }

    private void probed(Probes.Shown shown, long now) {
        ceiling = shown.limit() ? (long) (shown.bits() * BELOW_LIMIT) : MOST;
        ceilingUntil = now + CEILING_HOLDS;
        long proved = Math.min(shown.bits(), ceiling);
        if (proved > byDelay) {
            provingUntil = now + PROVING;
            byDelay = Math.min(MOST, proved);
            limitMet = 0;
        }
        loss.proved(proved);
        lastChange = now;
    }
}
