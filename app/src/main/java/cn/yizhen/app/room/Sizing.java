package cn.yizhen.app.room;

/**
 * What machine and line a meeting needs.
 *
 * @param villages places that receive
 * @param kbit     pictures and sound one of them receives, in kbit/s
 * @param loss     lost on the way, in per cent, below 100; what is lost is sent again, and of that as much is lost again
 * @param cameras  places that send a picture at once
 */
public record Sizing(int villages, int kbit, int loss, int cameras) {

    /** Bytes of a packet that fills a frame, headers included. */
    private static final int PACKET = 1200;
    /** Packets a second one core sends in batches: a planning figure between what a busy two-core machine gave, 100 to 150 thousand (bench sfu). */
    private static final int PACKETS_A_CORE = 130_000;
    /** A line and a core are planned to six tenths, so that a key frame for everybody at once finds room. */
    private static final double PLANNED = 0.6;
    private static final int SENT_KBIT = 1250;

    /** Mbit/s out of the machine room, repairs included. */
    public long outwardMbit() {
        return ceil(villages * (double) kbit * sentForOne() / 1000);
    }

    /** Mbit/s into it: three sizes of each camera, and sound. */
    public long inwardMbit() {
        return ceil(cameras * SENT_KBIT * sentForOne() / 1000);
    }

    /** The line to order. */
    public long lineMbit() {
        return ceil(outwardMbit() / PLANNED);
    }

    public long packetsASecond() {
        return ceil(villages * (kbit * 1000.0 / 8 / PACKET + 50) * sentForOne());
    }

    /** Share of the one core that media have, in per cent; beyond a hundred the meeting needs a second machine. */
    public long coreShare() {
        return ceil(100.0 * packetsASecond() / PACKETS_A_CORE);
    }

    public boolean fitsOneMachine() {
        return coreShare() <= 100 * PLANNED;
    }

    /** Megabytes an hour at one village. */
    public long villageMegabytesAnHour() {
        return ceil(kbit * 3600.0 / 8 / 1000);
    }

    /** How often a packet is sent until it has come, on the average. */
    private double sentForOne() {
        return 1 / (1 - loss / 100.0);
    }

    private static long ceil(double value) {
        return (long) Math.ceil(value);
    }
}
