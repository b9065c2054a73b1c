package cn.yizhen.sfu.bandwidth;

/** How many earlier frames of sound go along with each packet, so that losing one packet loses nothing heard. */
public final class SoundCover {

    private static final double SOME_LOSS = 0.02;
    private static final double MUCH_LOSS = 0.10;

    private SoundCover() {}

    /** @param lossShare of the last second's packets */
    public static int frames(double lossShare) {
        return lossShare >= MUCH_LOSS ? 2 : lossShare >= SOME_LOSS ? 1 : 0;
    }
}
