package cn.yizhen.sfu.rtp;

/**
 * The payload descriptor of VP8 (RFC 7741 section 4.2): where its numbers stand, so that a forwarder can keep
 * them continuous across a change of source.
 *
 * @param start         whether a frame begins here
 * @param keyFrame      whether that frame is a key frame
 * @param pictureAt     offset of PictureID in the packet, or -1
 * @param pictureLong   15 bits instead of 7
 * @param picture       PictureID, or 0
 * @param tl0At         offset of TL0PICIDX, or -1
 * @param tl0           TL0PICIDX, or 0
 */
public record Vp8(boolean start, boolean keyFrame, int pictureAt, boolean pictureLong, int picture, int tl0At, int tl0) {

    /** Neither a start nor a key frame, and no numbers. */
    public static final Vp8 UNREADABLE = new Vp8(false, false, -1, false, 0, -1, 0);

    /** Reads the descriptor of a packet; one that does not fit is neither a start nor a key frame. */
    public static Vp8 read(RtpPacket packet) {
        byte[] b = packet.bytes();
        int at = packet.payloadOffset();
        int end = at + packet.payloadLength();
        if (at >= end) {
            return UNREADABLE;
        }
        int first = b[at++];
        boolean start = (first & 0x10) != 0 && (first & 0x07) == 0;
        int pictureAt = -1;
        boolean wide = false;
        int tl0At = -1;
        if ((first & 0x80) != 0) {
            if (at >= end) {
                return UNREADABLE;
            }
            int more = b[at++];
            if ((more & 0x80) != 0) {
                if (at >= end) {
                    return UNREADABLE;
                }
                pictureAt = at;
                wide = (b[at] & 0x80) != 0;
                at += wide ? 2 : 1;
            }
            if ((more & 0x40) != 0) {
                tl0At = at++;
            }
            if ((more & 0x30) != 0) {
                at++;
            }
        }
        if (at >= end) {
            return UNREADABLE;
        }
        boolean key = start && (b[at] & 0x01) == 0;
        int picture = pictureAt < 0 ? 0 : wide ? Bits.u16(b, pictureAt) & 0x7FFF : b[pictureAt] & 0x7F;
        return new Vp8(start, key, pictureAt, wide, picture, tl0At, tl0At < 0 ? 0 : Bits.u8(b, tl0At));
    }
}
