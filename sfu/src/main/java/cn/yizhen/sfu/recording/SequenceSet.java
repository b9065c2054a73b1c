package cn.yizhen.sfu.recording;

import java.io.ByteArrayOutputStream;

/** Reads from a sequence parameter set of H.264's baseline (ISO/IEC 14496-10, 7.3.2.1.1) how large the picture is. */
final class SequenceSet {

    private static final int MACROBLOCK = 16;

    /** In pixels. */
    record Size(int width, int height) {}

    private final byte[] bits;
    private int at;

    private SequenceSet(byte[] bits) {
        this.bits = bits;
    }

    /** The size it tells; a square of one block where it cannot be read: players ask the decoder. */
    static Size size(byte[] unit) {
        try {
            return new SequenceSet(plain(unit)).read();
        } catch (ArrayIndexOutOfBoundsException e) {
            return new Size(MACROBLOCK, MACROBLOCK);
        }
    }

    private Size read() {
        // the unit's own octet, profile, constraints, level
        at = 32;
        coded();
        coded();
        int order = coded();
        if (order == 0) {
            coded();
        } else if (order == 1) {
            skipOrder();
        }
        coded();
        bit();
        int width = (coded() + 1) * MACROBLOCK;
        int heightInUnits = coded() + 1;
        boolean frames = bit() == 1;
        if (!frames) {
            bit();
        }
        bit();
        int height = heightInUnits * MACROBLOCK * (frames ? 1 : 2);
        if (bit() == 0) {
            return new Size(width, height);
        }
        int unitHeight = frames ? 2 : 4;
        int left = coded();
        int right = coded();
        int top = coded();
        int bottom = coded();
        return new Size(width - 2 * (left + right), height - unitHeight * (top + bottom));
    }

    private void skipOrder() {
        bit();
        coded();
        coded();
        int cycle = coded();
        for (int i = 0; i < cycle; i++) {
            coded();
        }
    }

    /** An Exp-Golomb number; signed ones are only passed over here. */
    private int coded() {
        int zeros = 0;
        while (bit() == 0) {
            zeros++;
        }
        int value = 1;
        for (int i = 0; i < zeros; i++) {
            value = value << 1 | bit();
        }
        return value - 1;
    }

    private int bit() {
        int value = bits[at >> 3] >> 7 - (at & 7) & 1;
        at++;
        return value;
    }

    /** Without the octets that keep a start code from appearing inside. */
    private static byte[] plain(byte[] unit) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < unit.length; i++) {
            boolean guard = i >= 2 && unit[i] == 3 && unit[i - 1] == 0 && unit[i - 2] == 0;
            if (!guard) {
                out.write(unit[i]);
            }
        }
        return out.toByteArray();
    }
}
