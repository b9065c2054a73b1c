package cn.yizhen.app.room;

import java.util.ArrayList;

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
        return machines() <= 1;
    }

    /** How many machines share it, each planned to six tenths of that core. */
    public long machines() {
        return Math.max(1, ceil(coreShare() / (100 * PLANNED)));
    }

    /** What of the meeting the present settings do not let in, in words; empty where they let in all of it. */
    public String beyond(MediaSettings settings) {
        var beyond = new ArrayList<String>();
        long counted = kbit > settings.soundKbit() ? Math.max(kbit, settings.pictureKbit()) : settings.soundKbit();
        long fit = settings.uplinkMbit() * 1000 / counted;
        if (fit < villages) {
            beyond.add("出口只够 " + fit + " 处" + (kbit > settings.soundKbit() ? "看画面，其余的只听或者进不来" : "听，其余的进不来"));
        }
        int most = Math.min(settings.mostInRoom(), settings.mostOnMachine());
        if (most < villages) {
            beyond.add("一个会议室只进得了 " + most + " 处");
        }
        return String.join("；", beyond);
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
