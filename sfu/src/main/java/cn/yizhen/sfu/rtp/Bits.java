package cn.yizhen.sfu.rtp;

/** Big-endian numbers in byte arrays, without objects. */
public final class Bits {

    private Bits() {}

    public static int u8(byte[] from, int at) {
        return from[at] & 0xFF;
    }

    public static int u16(byte[] from, int at) {
        return (from[at] & 0xFF) << 8 | from[at + 1] & 0xFF;
    }

    public static int u24(byte[] from, int at) {
        return u16(from, at) << 8 | from[at + 2] & 0xFF;
    }

    public static int i32(byte[] from, int at) {
        return u16(from, at) << 16 | u16(from, at + 2);
    }

    public static long u32(byte[] from, int at) {
        return i32(from, at) & 0xFFFFFFFFL;
    }

    public static void put16(byte[] to, int at, int value) {
        to[at] = (byte) (value >> 8);
        to[at + 1] = (byte) value;
    }

    public static void put24(byte[] to, int at, int value) {
        to[at] = (byte) (value >> 16);
        put16(to, at + 1, value);
    }

    public static void put32(byte[] to, int at, int value) {
        put16(to, at, value >> 16);
        put16(to, at + 2, value);
    }

    /** How far {@code later} lies after {@code earlier} in 16-bit sequence numbers: -32768 to 32767. */
    public static int ahead(int later, int earlier) {
        return (short) (later - earlier);
    }
}
