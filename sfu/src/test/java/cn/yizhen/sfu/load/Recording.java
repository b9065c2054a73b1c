package cn.yizhen.sfu.load;

import java.util.Random;

/**
 * What a camera and a microphone would send: thirty pictures a second in up to three sizes, each picture's octets drawn
 * once from a seed, so that every run and every server gets the same. A key frame takes four times a picture's octets.
 */
public final class Recording {

    public static final int PICTURES_A_SECOND = 30;
    private static final int LENGTH = 300;
    private static final int KEY = 4;
    private static final int LEAST = 60;

    private final int[][] octets;

    /** @param layerBits bits a second of each size, smallest first */
    public Recording(long seed, long... layerBits) {
        var random = new Random(seed);
        octets = new int[layerBits.length][LENGTH];
        for (int layer = 0; layer < layerBits.length; layer++) {
            double mean = layerBits[layer] / 8.0 / PICTURES_A_SECOND;
            for (int picture = 0; picture < LENGTH; picture++) {
                octets[layer][picture] = (int) Math.max(LEAST, mean * Math.clamp(1 + 0.25 * random.nextGaussian(), 0.3, 2.5));
            }
        }
    }

    public int layers() {
        return octets.length;
    }

    public int octets(int layer, int picture, boolean key) {
        return octets[layer][picture % LENGTH] * (key ? KEY : 1);
    }
}
