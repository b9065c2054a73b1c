package cn.yizhen.sfu.rtp;

/** What a forwarder must know of H.264 (RFC 6184, packetization mode 1): whether a key frame begins here. */
public final class H264 {

    private static final int IDR = 5;
    private static final int SPS = 7;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    private H264() {}

    /** True for the packet that carries the parameter sets or begins the picture of an IDR. */
    public static boolean keyFrameStarts(RtpPacket packet) {
        byte[] b = packet.bytes();
        int at = packet.payloadOffset();
        int end = at + packet.payloadLength();
        if (at >= end) {
            return false;
        }
        int type = b[at] & 0x1F;
        return switch (type) {
            case IDR, SPS -> true;
            case STAP_A -> aggregateHasKey(b, at + 1, end);
            case FU_A -> at + 1 < end && (b[at + 1] & 0x80) != 0 && (b[at + 1] & 0x1F) == IDR;
            default -> false;
        };
    }

    private static boolean aggregateHasKey(byte[] b, int from, int end) {
        int at = from;
        while (at + 3 <= end) {
            int type = b[at + 2] & 0x1F;
            if (type == IDR || type == SPS) {
                return true;
            }
            at += 2 + Bits.u16(b, at);
        }
        return false;
    }
}
