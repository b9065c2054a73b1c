package cn.yizhen.sfu.media;

import java.util.concurrent.TimeUnit;

/** What a report tells the sender of one stream about how it arrives (RFC 3550 section 6.4.1). */
final class Reception {

    private static final int MOST_LOST = 0x7FFFFF;

    private long first = -1;
    private long arrived;
    private long expectedBefore;
    private long arrivedBefore;
    private double jitter;
    private long lastTransit;
    private boolean moving;
    private int lastReport;
    private long reportedAt = Long.MIN_VALUE;

    /**
     * @param number    extended sequence number
     * @param timestamp of the packet, in units of {@code clock} a second
     * @param at        when the kernel took it in
     */
    void arrived(long number, int timestamp, int clock, long at) {
        first = first < 0 ? number : Math.min(first, number);
        arrived++;
        long transit = at / 1000 * clock / 1_000_000 - Integer.toUnsignedLong(timestamp);
        if (moving) {
            // a timestamp that turned over makes one wild step, as would a new beginning
            long step = Math.abs((int) (transit - lastTransit));
            jitter += step < clock ? (step - jitter) / 16 : 0;
        }
        moving = true;
        lastTransit = transit;
    }

    /** The sender's own report came. */
    void senderReported(long ntp, long now) {
        lastReport = (int) (ntp >>> 16);
        reportedAt = now;
    }

    /** What to tell, once: the share lost is of what was expected since the last time. */
    ReceptionBlock block(long highest, long now) {
        long expected = first < 0 ? 0 : Math.max(highest - first + 1, 0);
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (arrived - arrivedBefore);
        expectedBefore = expected;
        arrivedBefore = arrived;
        int share = expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, lostNow * 256 / expectedNow);
        int since = reportedAt == Long.MIN_VALUE ? 0 : (int) ((now - reportedAt) * 65_536 / TimeUnit.SECONDS.toNanos(1));
        return new ReceptionBlock(share, (int) Math.clamp(expected - arrived, -MOST_LOST, MOST_LOST), (int) jitter, lastReport, since);
    }
}
