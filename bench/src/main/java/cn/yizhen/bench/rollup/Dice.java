package cn.yizhen.bench.rollup;

/** Numbers that look drawn and are the same at every asking, so that facts need not be kept to be told twice. */
final class Dice {

    private Dice() {}

    /** 64 bits for two numbers (the finaliser of SplitMix64). */
    static long of(long a, long b) {
        long z = a * 0x9E3779B97F4A7C15L + b * 0xD1B54A32D192ED03L + 0x632BE59BD9B4E019L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to before {@code bound}, from 16 bits of the dice starting at {@code bit}. */
    static int below(int bound, long dice, int bit) {
        return (int) ((dice >>> bit & 0xFFFF) * bound >>> 16);
    }
}
