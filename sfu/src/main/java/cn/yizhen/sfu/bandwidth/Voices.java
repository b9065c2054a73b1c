package cn.yizhen.sfu.bandwidth;

import java.util.concurrent.TimeUnit;

/** How many voices a link carries at once: fewer at once where it is narrow, more again after a pause. At least one. */
public final class Voices {

    /** One voice on the wire: Opus at 32 kbit/s in packets of twenty milliseconds, with all heads. */
    public static final long BITS = 61_000;

    private static final long ALONG = 34_000;
    private static final double SHARE = 0.9;
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(4);

    private final int most;
    private int now;
    private long fewerAt = Long.MIN_VALUE;

    public Voices(int most) {
        this.most = most;
        this.now = most;
    }

    /**
     * @param bits      the link carries, in bits a second
     * @param lossShare of the last second's packets, for which earlier frames go along
     */
    public int decide(long bits, double lossShare, long time) {
        long each = BITS + ALONG * SoundCover.frames(lossShare);
        int fits = (int) Math.clamp((long) (bits * SHARE) / each, 1, most);
        if (fits < now) {
            fewerAt = time;
            now = fits;
        } else if (fits > now && time - fewerAt > PAUSE) {
            now = fits;
        }
        return now;
    }

    public int now() {
        return now;
    }
}
