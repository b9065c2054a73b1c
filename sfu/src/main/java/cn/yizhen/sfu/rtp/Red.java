package cn.yizhen.sfu.rtp;

/** Redundant audio (RFC 2198) as browsers send it for Opus: earlier frames beside the present one. */
public final class Red {

    private Red() {}

    /**
     * Rewrites the payload type in every block header. What does not fit together is left as it is: the receiver
     * will drop it.
     *
     * @param payload bytes of the packet to be sent, changed in place
     * @param from    where the payload begins
     * @param until   where it ends
     * @param type    the receiver's payload type of Opus
     */
    public static void retype(byte[] payload, int from, int until, int type) {
        int at = from;
        while (at < until && (payload[at] & 0x80) != 0) {
            payload[at] = (byte) (0x80 | type);
            at += 4;
        }
        if (at < until) {
            payload[at] = (byte) type;
        }
    }

    /** Where the present frame begins, behind the block headers and the earlier frames; {@code until} where nothing fits. */
    public static int primary(byte[] b, int from, int until) {
        int at = from;
        int earlier = 0;
        while (at + 4 <= until && (b[at] & 0x80) != 0) {
            earlier += Bits.u16(b, at + 2) & 0x3FF;
            at += 4;
        }
        return Math.min(until, at + 1 + earlier);
    }
}
