package cn.yizhen.sfu.rtp;

/** What a forwarder must know of H.264 (RFC 6184, packetization mode 1): which of what a decoder begins with a packet carries. */
public final class H264 {

    /** Parts of what a packet carries, to be added up. */
    public static final int SPS = 1;

    public static final int PPS = 2;

    /** The beginning of a picture that needs no other. */
    public static final int IDR = 4;

    /** What may stand before a picture and is none: delimiter, supplemental information. */
    public static final int BESIDE = 8;

    public static final int OTHER = 16;

    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    private H264() {}

    /** What the packet carries; 0 where it carries nothing that can be read. */
    public static int contents(RtpPacket packet) {
        byte[] b = packet.bytes();
        int at = packet.payloadOffset();
        int end = at + packet.payloadLength();
        if (at >= end) {
            return 0;
        }
        int type = b[at] & 0x1F;
        return switch (type) {
            case STAP_A -> aggregate(b, at + 1, end);
            case FU_A -> at + 1 < end && (b[at + 1] & 0x80) != 0 ? unit(b[at + 1] & 0x1F) : OTHER;
            default -> unit(type);
        };
    }

    private static int aggregate(byte[] b, int from, int end) {
        int found = 0;
        for (int at = from; at + 3 <= end; at += 2 + Bits.u16(b, at)) {
            found |= unit(b[at + 2] & 0x1F);
        }
        return found;
    }

    private static int unit(int type) {
        return switch (type) {
            case 5 -> IDR;
            case 6, 9 -> BESIDE;
            case 7 -> SPS;
            case 8 -> PPS;
            default -> OTHER;
        };
    }
}
